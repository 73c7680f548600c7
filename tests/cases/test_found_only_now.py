"""What is found only when the suggestions are put in is shown before the last yes; what is kept is not asked again."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.anonymise import Anonymiser, Finding
from bot.domain.reply import Card
from bot.domain.turn import Person
from dialogs.cases.review import MOST_ROUNDS
from tests.cases.test_kept_words import choice, field_of
from tests.cases.test_shown_findings import PLACES, claimed
from tests.turns.desk import CHANNEL, KARI, OLE, WORDS, Desk, carried, kinds
from tests.turns.test_guarded_texts import everything_kept

BEHIND = (("Jonas", "gul lue"), ("gul lue", "grønn jakke"), ("grønn jakke", "rødt skjerf"))
"""What hides what: the second is found only where the first no longer stands."""
SAID = "Jonas har gul lue, grønn jakke og rødt skjerf."


@pytest.fixture(autouse=True)
def _some_words_hide_others(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Anonymiser.find

    def find(own: Anonymiser, text: str, municipality: str | None = None, *, asks: bool = True) -> list[Finding]:
        hidden = [
            Finding(at, at + len(words), "alder", "quasi", "Det peker på barnet.", 0.9, "klær")
            for before, words in BEHIND
            if before not in text and (at := text.find(words)) >= 0
        ]
        return sorted([*real(own, text, municipality, asks=asks), *hidden])

    monkeypatch.setattr(Anonymiser, "find", find)


async def looked_over(desk: Desk, said: str) -> Card:
    await desk.to_form()
    (shown,) = await desk.press(KARI, "case_review", values=WORDS | {"seen": said})
    assert isinstance(shown, Card)
    return shown


async def used(desk: Desk, shown: Card, keep: str = "") -> Card:
    (after,) = await desk.push(KARI, [shown], desk.text("case.use"), {"keep": keep})
    assert isinstance(after, Card)
    return after


async def test_what_a_suggestion_lays_bare_is_shown_before_the_last_yes(desk: Desk) -> None:
    first = await looked_over(desk, "Jonas har gul lue.")
    assert desk.text("case.should_go", what=desk.text("findings.alder")) not in desk.words([first])
    again = await used(desk, first)
    assert again.kind == "case_review"
    assert desk.text("case.found_only_now") in desk.words([again])
    assert "gul lue" in desk.words([again])
    last = await used(desk, again)
    assert last.kind == "case_confirm"
    assert "lue" not in desk.words([last])
    await desk.push(KARI, [last], desk.text("case.send"))
    assert "lue" not in everything_kept(desk)


async def test_nobody_is_asked_for_ever_and_the_last_card_tells_what_is_left(desk: Desk) -> None:
    shown = await looked_over(desk, SAID)
    for _ in range(MOST_ROUNDS):
        shown = await used(desk, shown)
        assert shown.kind == "case_review"
    last = await used(desk, shown)
    assert last.kind == "case_confirm"
    words = desk.words([last])
    assert desk.text("case.confirm_left", words="«rødt skjerf»") in words
    assert desk.text("case.confirm_quasi") not in words, "nothing was kept"


async def test_a_number_of_rounds_longer_than_python_reads_is_answered_as_none(desk: Desk) -> None:
    shown = await looked_over(desk, SAID)
    (after,) = await desk.push(KARI, [shown], desk.text("case.use"), {"rounds": "9" * 5000})
    assert isinstance(after, Card)
    assert after.kind == "case_review"


async def test_what_is_kept_is_not_asked_again(desk: Desk) -> None:
    again = await used(desk, await looked_over(desk, "Jonas har gul lue."))
    last = await used(desk, again, choice(again, "gul lue"))
    assert last.kind == "case_confirm"
    assert desk.text("case.confirm_quasi") in desk.words([last])
    assert "Noe kan fortsatt" not in desk.words([last])


async def test_what_is_kept_stays_kept_while_more_is_found(desk: Desk) -> None:
    first = await looked_over(desk, "Jonas har gul lue. Leser Viktor.")
    viktor = choice(first, "Viktor")
    again = await used(desk, first, viktor)
    assert desk.text("case.review_title_one") in desk.words([again])
    last = await used(desk, again, viktor)
    assert last.kind == "case_confirm"
    assert "Leser Viktor" in desk.words([last])


@pytest.mark.parametrize(("verb", "field", "rest", "person"), PLACES)
async def test_a_word_shown_in_one_place_is_shown_again_where_the_suggestion_left_it(
    desk: Desk, verb: str, field: str, rest: Mapping[str, str], person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(own: Anonymiser, text: str, municipality: str | None = None, *, asks: bool = True) -> list[Finding]:
        at = text.rfind("gul lue")
        return [Finding(at, at + 7, "alder", "quasi", "Det peker.", 0.9, "klær")] if at >= 0 else []

    monkeypatch.setattr(Anonymiser, "find", find)
    case = await claimed(desk)
    where = CHANNEL if person is OLE else None
    (shown, *_) = await desk.press(person, verb, case.id, {**rest, field: "Har gul lue her. Har gul lue der."}, where)
    assert isinstance(shown, Card)
    suggested = field_of(shown, field)
    assert suggested == "Har gul lue her. Har klær der."
    values = {**rest, "keep": "", **carried([shown], verb), field: suggested}
    (again, *_) = await desk.press(person, verb, case.id, values, where)
    assert kinds([again]) == kinds([shown])
    assert "gul lue" not in everything_kept(desk)
    assert isinstance(again, Card)
    values = {**rest, "keep": "", **carried([again], verb), field: field_of(again, field)}
    done = await desk.press(person, verb, case.id, values, where)
    assert kinds(done) != kinds([shown])
    assert "gul lue" not in everything_kept(desk)
