"""An answer that waits for a yes waits on when something else is typed, and who has reported is met at every step."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, is_line, kinds


async def at_the_question_back(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei", "ja noe annet"):
        shown = await desk.say(KARI, typed)
    assert kinds(shown) == ["guide_confirm"]


@pytest.mark.parametrize("said", ["nettopp blitt urolig", "2 år i barnehage", "han er ofte trist"])
async def test_what_answers_nothing_leaves_the_answer_waiting_and_says_so(desk: Desk, said: str) -> None:
    await at_the_question_back(desk)
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("guide.confirm_waits"))
    assert kinds(shown) == ["line", "guide_confirm"]
    assert "Meld" in desk.words(await desk.say(KARI, "ja")), "the yes is to the answer that waited"


async def test_the_third_time_whom_to_talk_to_is_shown(desk: Desk) -> None:
    await at_the_question_back(desk)
    for typed in ("nettopp blitt urolig", "2 år i barnehage", "språk noen uker"):
        shown = await desk.say(KARI, typed)
    assert desk.text("guide.still_not_known") in desk.words(shown)


@pytest.mark.parametrize("said", ["jeg har meldt", "har sendt bekymringsmelding til barnevernet"])
async def test_who_has_reported_is_met_and_asked_on(desk: Desk, said: str) -> None:
    await at_the_question_back(desk)
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("guide.reported_here"))
    assert kinds(shown) == ["line", "guide_confirm"]
    await desk.say(KARI, "nei")
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("guide.reported_here"))
    assert "på lista" in desk.words(shown)


async def test_who_has_reported_to_a_leader_is_told_that_it_is_not_enough(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei"):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, "jeg har meldt det til rektor")
    assert is_line(shown[0], desk.text("case.reported_where"))
