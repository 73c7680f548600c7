"""A time to answer that is over is marked on the team's card, in its lists and at the requester."""

from __future__ import annotations

import pytest

from bot.domain.case import Case
from dialogs.cases.words import day_and_time
from tests.turns.desk import CHANNEL, KARI, OLE, Desk

OVER = "risten er ute"


async def taken(desk: Desk) -> Case:
    case = await desk.sent()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    return await desk.case(case.id)


async def everywhere(desk: Desk, case: Case) -> dict[str, str]:
    return {
        "card": desk.words(await desk.press(OLE, "case_show", case.id, place=CHANNEL)),
        "list": desk.words(await desk.say(OLE, "saker", CHANNEL)),
        "own": desk.words(await desk.press(KARI, "my_case", case.id)),
        "mine": desk.words(await desk.say(KARI, "mine saker")),
    }


async def test_before_the_time_is_over_it_is_told_and_nothing_is_marked(desk: Desk) -> None:
    case = await taken(desk)
    shown = await everywhere(desk, case)
    assert not [name for name, words in shown.items() if OVER in words]
    assert [name for name, words in shown.items() if day_and_time(case.due_at) in words] == ["card", "list", "own"]


async def test_after_it_is_over_it_is_marked_everywhere(desk: Desk) -> None:
    case = await taken(desk)
    desk.clock.advance(days=7)
    shown = await everywhere(desk, case)
    assert [name for name, words in shown.items() if OVER in words] == ["card", "list", "own", "mine"]
    assert "venter du ikke på teamet" in shown["own"]


async def test_who_is_asked_by_the_team_is_told_that_it_waits_for_them(desk: Desk) -> None:
    case = await taken(desk)
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hva sier skolen?"}, CHANNEL)
    desk.clock.advance(days=7)
    shown = await everywhere(desk, case)
    assert desk.text("case.due_over_waits", due=day_and_time(case.due_at)) in shown["own"]
    assert OVER in shown["card"]


@pytest.mark.parametrize("verb", ["case_close_send", "case_meeting"])
async def test_what_is_over_or_on_a_meeting_is_late_for_nothing(desk: Desk, verb: str) -> None:
    case = await taken(desk)
    await desk.press(OLE, verb, case.id, {"reason": "meeting"}, CHANNEL)
    desk.clock.advance(days=7)
    shown = await everywhere(desk, case)
    assert OVER not in shown["own"]
    assert OVER not in shown["card"]
