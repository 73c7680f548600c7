"""Somebody tired with a case that is sent: what came is not followed, a row is named where no list is in sight, and a
team wants something done with a case that is taken back."""

from __future__ import annotations

import pytest

from bot.domain.case import Status
from bot.domain.reply import Reply
from tests.turns.desk import CHANNEL, KARI, OLE, SIRI, Desk, kinds
from tests.turns.test_told_unasked import remind


@pytest.mark.parametrize("said", ["hæ", "hva betyr det", "hva mener du"])
async def test_what_came_of_a_case_without_advice_is_not_followed_and_the_case_is_shown(desk: Desk, said: str) -> None:
    case = await desk.taken()
    await desk.say(KARI, "mine saker")
    await desk.press(KARI, "my_case", case.id)
    assert case.code in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["trekk den første", "trekk den andre"])
async def test_a_row_that_is_named_below_one_of_two_cases_is_asked_for(desk: Desk, said: str) -> None:
    first = await desk.sent()
    await desk.sent()
    await desk.press(KARI, "my_case", first.id)
    assert kinds(await desk.say(KARI, said)) == ["my_which"]


@pytest.mark.parametrize("said", ["tja", "vet ikke", "nja"])
async def test_doubt_whether_to_take_over_does_nothing_and_says_so(desk: Desk, said: str) -> None:
    case = await desk.taken()
    await desk.press(SIRI, "case_take_over", case.id, place=CHANNEL)
    assert desk.text("team.form_left") in desk.words(await desk.say(SIRI, said, CHANNEL))
    assert (await desk.case(case.id)).claimed_by == case.claimed_by


@pytest.mark.parametrize("said", ["Gjenåpne", "svar", "jeg tar den"])
async def test_of_a_case_that_is_taken_back_that_is_said(desk: Desk, said: str) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    await desk.press(KARI, "my_withdraw_yes", case.id)
    told = desk.words(await desk.say(OLE, said, CHANNEL))
    assert desk.text("error.case_withdrawn", code=case.code) in told
    assert (await desk.case(case.id)).status is Status.WITHDRAWN


@pytest.mark.parametrize("said", ["tja", "litt", "vet ikke", "har ikke rukket det"])
async def test_a_short_answer_to_what_came_of_the_advice_shows_it(desk: Desk, said: str) -> None:
    case = await desk.answered()
    desk.clock.advance(days=12)
    assert kinds(await say_when_told(desk, said))[-1] == "my_case"
    assert (await desk.case(case.id)).status is Status.ANSWERED


@pytest.mark.parametrize("said", ["tja", "litt"])
async def test_doubt_where_nothing_was_told_is_of_no_advice(desk: Desk, said: str) -> None:
    await desk.answered()
    desk.clock.advance(days=12)
    await desk.say(KARI, "meny")
    assert "my_case" not in kinds(await desk.say(KARI, said))


async def say_when_told(desk: Desk, said: str) -> list[Reply]:
    """Return the answer to what Kari says right after something about her case has come."""
    await desk.say(KARI, "hva er taushetsplikt")
    await remind(desk)
    return await desk.say(KARI, said)
