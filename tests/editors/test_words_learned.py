"""A word that an editor adds never makes the bot learn anew what danger is: that takes minutes of CPU, and would be
done by the check, by each replica, and at each start before the bot listens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.answers import acute
from bot.content.versions_edit import with_value
from bot.content.yaml_file import parse_yaml
from bot.domain.published import Draft
from tests.editors.conftest import ON_ONE_DATABASE, OpenReplica, Replica

CONCEPTS, SPELLINGS, RULES = "words/begreper.yaml", "words/skrivematter.yaml", "words/acute.yaml"
EXAMPLES = "words/acute_examples.tsv"
NEW = "glitterpuddel"
pytestmark = ON_ONE_DATABASE


@pytest.fixture(autouse=True)
def learning_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def learn(*_: object) -> Any:
        raise AssertionError("learned anew")

    monkeypatch.setattr(acute, "learn_model", learn)


def added(one: Replica, path: str, *where: str, word: str = NEW) -> bytes:
    known: Any = parse_yaml(one.files[path], path).data
    for part in where:
        known = known[part]
    return with_value(one.files[path], path, where, [*map(str, known), word])


async def publish(one: Replica, changes: Mapping[str, bytes]) -> None:
    published = await one.desk.bring("skjema", changes, "")
    assert published.problems == ()
    assert published.edition is not None


@pytest.mark.parametrize("path", [CONCEPTS, SPELLINGS])
async def test_a_synonym_helps_the_search_and_danger_is_heard_as_before(path: str, replica: OpenReplica) -> None:
    one = await replica()
    top = "concepts" if path == CONCEPTS else "words"
    first = next(iter(parse_yaml(one.files[path], path).data[top]))
    await publish(one, {path: added(one, path, top, first)})
    assert (heard := one.library.shelf.acute.detect("Pappa slår meg hver kveld")) is not None
    assert heard.kind == "vold"
    assert one.library.shelf.acute.detect("Når er foreldremøtet?") is None


async def test_another_replica_that_takes_it_up_does_not_learn_either(replica: OpenReplica) -> None:
    one, other = await replica(), await replica()
    first = next(iter(parse_yaml(one.files[CONCEPTS], CONCEPTS).data["concepts"]))
    await publish(one, {CONCEPTS: added(one, CONCEPTS, "concepts", first)})
    assert await other.desk.follow()
    assert other.library.shelf.acute.detect("Pappa slår meg hver kveld") is not None


async def test_an_expression_and_an_exception_work_at_once_beside_a_synonym(replica: OpenReplica) -> None:
    one = await replica()
    first = next(iter(parse_yaml(one.files[CONCEPTS], CONCEPTS).data["concepts"]))
    said = f"Hun gråter og sier {NEW}"
    assert one.library.shelf.acute.detect(f"det er {NEW} her") is None
    rules = added(one, RULES, "expressions", "vold")
    await publish(one, {RULES: rules, CONCEPTS: added(one, CONCEPTS, "concepts", first, word="puddelglitter")})
    assert one.library.shelf.acute.detect(said) is not None
    known = parse_yaml(one.files[RULES], RULES).data["exceptions"]
    calm = with_value(one.files[RULES], RULES, ("exceptions",), [*map(str, known), "øvelse i dødsangst på scenen"])
    await publish(one, {RULES: calm})
    assert one.library.shelf.acute.detect("øvelse i dødsangst på scenen") is None


async def test_whoever_changes_what_is_learned_from_reads_that_it_works_later(replica: OpenReplica) -> None:
    one = await replica()
    examples = one.files[EXAMPLES] + f"akutt\tvold\tnoen {NEW} meg\n".encode()
    sign = next(iter(parse_yaml(one.files[RULES], RULES).data["signs"]))
    changes = ((EXAMPLES, examples.decode()), (RULES, added(one, RULES, "signs", sign).decode()))
    looked = await one.desk.look(Draft(one.desk.edition, changes, "fil"))
    assert not looked.checked.errors
    assert [(problem.file, "lære på nytt" in problem.message) for problem in looked.checked.warnings] == [
        (EXAMPLES, True),
        (RULES, True),
    ]
