"""An urgent case that somebody puts on the next meeting keeps its time: it is watched, and all read until when."""

from __future__ import annotations

import pytest

from bot.domain.case import Case, Status
from bot.domain.follow_up import FollowUp, episodes, is_overdue
from tests.turns.desk import CHANNEL, KARI, OLE, SIRI, WORDS, Desk

KEPT = {FollowUp.UNTOUCHED, FollowUp.OVERDUE_FREE, FollowUp.LATE}


async def on_meeting(desk: Desk, urgency: str) -> Case:
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values={**WORDS, "urgency": urgency})
    await desk.push(KARI, shown, desk.text("case.send"))
    (case,) = await desk.cases_of(KARI)
    await desk.press(SIRI, "case_meeting", case.id, place=CHANNEL)
    return await desk.case(case.id)


@pytest.mark.parametrize(("urgency", "is_watched"), [("haster", True), ("vanlig", False)])
async def test_only_an_ordinary_case_waits_for_the_meeting(desk: Desk, urgency: str, is_watched: bool) -> None:
    case = await on_meeting(desk, urgency)
    assert case.on_next_meeting
    assert ({one.follow_up for one in episodes(case)} >= KEPT) is is_watched
    desk.clock.advance(days=3)
    assert is_overdue(case, desk.clock.now()) is is_watched


async def test_team_and_requester_read_that_the_time_still_counts(desk: Desk) -> None:
    case = await on_meeting(desk, "haster")
    shown = desk.words(await desk.press(OLE, "case_show", case.id, place=CHANNEL))
    assert "Haster: svar innen" in shown
    assert desk.text("team.fact_meeting") in shown
    assert "svar innen" in desk.words(await desk.say(OLE, "saker", CHANNEL))
    assert "Svar innen" in desk.words(await desk.press(KARI, "my_case", case.id))
    desk.clock.advance(days=3)
    assert "Fristen er ute" in desk.words(await desk.press(OLE, "case_show", case.id, place=CHANNEL))


async def test_who_puts_it_there_is_told(desk: Desk) -> None:
    case = await on_meeting(desk, "haster")
    await desk.press(SIRI, "case_off_meeting", case.id, place=CHANNEL)
    off = await desk.case(case.id)
    assert (off.on_next_meeting, off.due_at, off.status) == (False, case.due_at, Status.SEEN)
    told = desk.words(await desk.press(SIRI, "case_meeting", case.id, place=CHANNEL))
    assert "gjelder fortsatt" in told
