"""What an editor, or somebody who has taken an editor's place, may not do whichever way they come."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from bot.content.versions import Files, version_of
from bot.content.versions_edit import with_value
from bot.content.versions_safety import problems_with_safety
from bot.content.yaml_file import parse_yaml
from bot.domain.published import Way
from bot.domain.turn import Pressed
from bot.store.database import StoreBusy
from bot.store.editions import SqlEditions
from tests.editors.conftest import ON_ONE_DATABASE, RITA, OpenReplica
from tests.editors.office import Office, graph, office, session
from tests.editors.people import Chat
from tests.fakes.graph import FakeGraph
from tests.fakes.stores import MovableClock

__all__ = ["graph", "office", "session"]

ACUTE, EXAMPLES, GUIDE, PROFILE = (
    "words/acute.yaml",
    "words/acute_examples.tsv",
    "guides/bekymring.yaml",
    "kommuner/stjordal.yaml",
)
SENTENCES, FEW_WORDS = "words/acute_sentences.yaml", "words/acute_few_words.yaml"
OWN_DANGER, NEGLECT, WORDS, PLACES = (
    "words/own_danger.yaml",
    "words/omsorgssvikt.yaml",
    "anonymising/ord.yaml",
    "anonymising/steder/frosta.yaml",
)
NATIONAL = "kommuner/felles/nasjonalt.yaml"
WAYS: tuple[Way, ...] = ("skjema", "fil", "sharepoint")
Spoil = Callable[[bytes], bytes]


def first_text_with_112(files: Files) -> str:
    return next(path for path in sorted(files) if path.startswith("texts/") and b"112" in files[path])


def without_112(raw: bytes) -> bytes:
    return re.sub(rb"\b112\b", b"noen", raw)


def few_lines(raw: bytes) -> bytes:
    return b"\n".join(raw.splitlines()[:5]) + b"\n"


def a_tenth(raw: bytes) -> bytes:
    """Return what half an upload, or Excel, leaves of a list."""
    lines = raw.splitlines()
    return b"\n".join(lines[: len(lines) // 10]) + b"\n"


def without(pattern: bytes, instead: bytes = b"") -> Spoil:
    return lambda raw: re.sub(pattern, instead, raw)


def calm(words: str) -> Spoil:
    def spoil(raw: bytes) -> bytes:
        known = parse_yaml(raw, ACUTE).data["exceptions"]
        return with_value(raw, ACUTE, ("exceptions",), [*map(str, known), words])

    return spoil


def linked(address: str) -> Spoil:
    return lambda raw: raw + f"\n# se {address}\n".encode()


ATTACKS: dict[str, tuple[str, Spoil, str]] = {
    "the acute words emptied": (ACUTE, lambda raw: with_value(raw, ACUTE, ("expressions", "vold"), ["x"]), "akuttkort"),
    "the sentences of danger emptied": (
        SENTENCES,
        lambda raw: with_value(raw, SENTENCES, ("sentences", "vold"), ["x"]),
        "akuttkort",
    ),
    "the sentences in few words emptied": (
        FEW_WORDS,
        lambda raw: with_value(raw, FEW_WORDS, ("sentences", "vold"), ["x"]),
        "akuttkort",
    ),
    "the examples of danger emptied": (EXAMPLES, few_lines, "akuttkort"),
    "what is calm emptied": (ACUTE, lambda raw: with_value(raw, ACUTE, ("exceptions",), ["x"]), "akuttkort"),
    "danger called calm": (ACUTE, calm("slår"), "Unntaket «slår» ville skjult «mamma slår»"),
    "danger called calm with a star": (ACUTE, calm("selvm*"), "ville skjult"),
    "the writer's own danger emptied": (
        OWN_DANGER,
        lambda raw: with_value(raw, OWN_DANGER, ("sentences", "life"), ["x"]),
        "er borte",
    ),
    "neglect emptied": (NEGLECT, lambda raw: with_value(raw, NEGLECT, ("groups", "alene"), ["x"]), "er borte"),
    "first names cut": ("anonymising/fornavn.txt", a_tenth, "er borte. Var det ikke meningen"),
    "surnames cut": ("anonymising/etternavn.txt", a_tenth, "er borte. Var det ikke meningen"),
    "a class of words cut": (WORDS, lambda raw: with_value(raw, WORDS, ("ansatte",), "lærer"), "ord i lista er borte"),
    "places cut": (PLACES, lambda raw: with_value(raw, PLACES, ("bygder",), ["Tautra"]), "ord i lista er borte"),
    "a list taken away": ("anonymising/navn-kurert.txt", lambda _: b"", "ord i lista er borte"),
    "neglect not asked about": (GUIDE, without(rb".*\{id: omsorgssvikt,.*\n"), "«omsorgssvikt»"),
    "nothing asked about": (GUIDE, without(rb"    criteria:\n(?:      - .*\n)+"), "«mishandling»"),
    "violence that is none any more": (GUIDE, without(rb", violence: true"), "violence: true"),
    "an old version softened": ("guides/archive/bekymring-2026-11-28.1.yaml", without(rb"112", b"1"), "gammel utgave"),
    "113 taken out of the national numbers": (NATIONAL, without(rb"113", b"131"), "Nødnummeret 113 er borte"),
    "112 taken out of a text": ("", without_112, "Nødnummeret 112 er borte"),
    "112 taken out of an answer": ("articles/akutt-vold.md", without_112, "Nødnummeret 112 er borte"),
    "112 taken out of a guide": ("guides/akutt.yaml", without_112, "Nødnummeret 112 er borte"),
    "javascript": (PROFILE, linked("javascript:alert(1)"), "ikke en trygg lenke"),
    "a file": (PROFILE, linked("FILE:///etc/passwd"), "ikke en trygg lenke"),
    "data": (PROFILE, linked("data:text/html,x"), "ikke en trygg lenke"),
    "the cloud's own address": (PROFILE, linked("https://169.254.169.254/latest"), "internt nett"),
    "a private network": (PROFILE, linked("https://10.0.0.5/x"), "internt nett"),
    "IPv6 loopback": (PROFILE, linked("https://[::1]/x"), "internt nett"),
    "a number as an address": (PROFILE, linked("https://2130706433/x"), "internt nett"),
    "a name inside": (PROFILE, linked("https://sak.kommune.local/x"), "internt nett"),
    "a name hidden behind a user": (PROFILE, linked("https://www.helsenorge.no@intra.example/x"), "internt nett"),
    "not encrypted": (PROFILE, linked("http://www.helsenorge.no"), "https://"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_what_safety_hangs_on_cannot_be_taken_away_and_unsafe_addresses_do_not_come_in(name: str, files: Files) -> None:
    path, spoil, said = ATTACKS[name]
    path = path or first_text_with_112(files)
    problems = problems_with_safety(files, {**files, path: spoil(files[path])})
    assert said in " ".join(map(str, problems))
    assert {problem.file for problem in problems} == {path}


def test_ordinary_mending_is_left_in_peace(files: Files) -> None:
    words = with_value(files[ACUTE], ACUTE, ("expressions", "vold"), [*_words(files), "ganske nytt uttrykk"])
    assert (
        problems_with_safety(
            files, {**files, ACUTE: words, PROFILE: linked("https://www.helsenorge.no")(files[PROFILE])}
        )
        == []
    )
    clubs = list(parse_yaml(files[PLACES], PLACES).data["foreninger"])
    places = with_value(files[PLACES], PLACES, ("foreninger",), [*clubs[1:], "Ganske Ny Klubb"])
    gone = {path: raw for path, raw in files.items() if "frosta" not in path}
    assert problems_with_safety(files, {**files, PLACES: places}) == []
    assert problems_with_safety(files, gone) == []
    assert problems_with_safety(files, files) == []
    assert problems_with_safety({}, {path: raw for path, raw in files.items() if path.startswith("kommuner/")}) == []


def _words(files: Files) -> list[str]:
    return list(parse_yaml(files[ACUTE], ACUTE).data["expressions"]["vold"])


@ON_ONE_DATABASE
async def test_the_door_refuses_them_for_everybody_and_the_safety_question_stays_first(replica: OpenReplica) -> None:
    one = await replica()
    version = one.library.knowledge.version
    raw = one.files[GUIDE]
    guide = one.library.knowledge.guides["bekymring"]
    other = next(name for name in guide.steps if name != guide.start)
    spoilt = {
        ACUTE: with_value(one.files[ACUTE], ACUTE, ("expressions", "vold"), ["x"]),
        GUIDE: with_value(raw, GUIDE, ("start",), other),
    }
    for path, content in spoilt.items():
        for way in WAYS:
            brought = await one.desk.bring(way, {path: content}, "")
            assert brought.edition is None
            assert brought.problems
    assert (one.library.edition, one.library.knowledge.version) == (0, version)


@ON_ONE_DATABASE
async def test_there_is_always_a_way_back_also_from_words_of_danger_somebody_added(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    words = [
        *_words(one.files),
        *(f"oppdiktet uttrykk nummer {number}" for number in range(len(_words(one.files)) // 2 + 1)),
    ]
    added = with_value(one.files[ACUTE], ACUTE, ("expressions", "vold"), words)
    assert (await one.desk.bring("fil", {ACUTE: added}, "for mange")).edition is not None
    await rita.take(Pressed("edit_roll", "1"))
    assert "Publisert som utgave 3" in await rita.push("Publiser", {"why": "angrer"})


async def test_a_database_that_goes_away_in_any_statement_of_publishing_leaves_nothing_half_published(
    replica: OpenReplica, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = await replica(), await replica()
    rita = Chat(one, RITA, clock)
    await rita.take(
        Pressed("edit_check", "contact:kommuner/stjordal.yaml:velferdsveiledning", values={"value": "74 00 00 01"})
    )
    shown = rita.shown
    original = SqlEditions.__dict__["add"]
    for after in (3, 40, 200):
        calls = 0

        async def add(self: Any, edition: Any, files: Any, by: Any, after: int = after) -> None:
            run = self._run

            async def cut(name: str, **values: Any) -> Any:
                nonlocal calls
                calls += 1
                if calls > after:
                    raise ConnectionError
                return await run(name, **values)

            self._run = cut
            try:
                await original(self, edition, files, by)
            finally:
                self._run = run

        with monkeypatch.context() as patch:
            patch.setattr(SqlEditions, "add", add)
            rita.shown = shown
            with pytest.raises((ConnectionError, StoreBusy)):
                await rita.push("Publiser", {"why": "nytt nummer"})
        async with other.store.unit_of_work() as uow:
            assert await uow.editions.head() is None
        assert not await other.desk.follow()
    rita.shown = shown
    assert "Publisert som utgave 2" in await rita.push("Publiser", {"why": "nytt nummer"})
    assert await other.desk.follow()


@pytest.mark.parametrize(
    "name",
    [
        "..",
        "Kari Prøve.md",
        "../../etc/passwd.yaml",
        "a \ud83d.md",
        "con\x00.md",
        "..\\..\\x.yaml",
        "x" * 300 + ".md",
        "​.md",
        "A.MD",
    ],
)
@ON_ONE_DATABASE
async def test_tricks_in_names_of_a_library_lead_nowhere(
    office: Office, graph: FakeGraph, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    before = version_of(office.replica.files)
    graph.put("Veilederen/articles/x.md", b"x")
    graph.rename("Veilederen/articles/x.md", name)
    rounded = await office.round()
    assert rounded.edition is None
    assert version_of(office.replica.files) == before
    logged = [vars(one).get("facts", {}).get("file", "unknown") for one in caplog.records]
    assert {*logged} <= {"unknown"}, "a file that is none of ours may be named after a child"
