"""A time to answer that is over is marked on the team's card, in its lists and at the requester."""

from __future__ import annotations

import pytest

from bot.domain.case import Case, Status
from dialogs.cases.deliver import thread_line
from dialogs.cases.words import day_and_time
from tests.cases.delivering import Delivering, Recording
from tests.turns.desk import ANSWER, CHANNEL, KARI, OLE, Desk, chat

OVER = "risten er ute"


async def everywhere(desk: Desk, case: Case) -> dict[str, str]:
    return {
        "card": desk.words(await desk.press(OLE, "case_show", case.id, place=CHANNEL)),
        "list": desk.words(await desk.say(OLE, "saker", CHANNEL)),
        "own": desk.words(await desk.press(KARI, "my_case", case.id)),
        "mine": desk.words(await desk.say(KARI, "mine saker")),
    }


async def test_before_the_time_is_over_it_is_told_and_nothing_is_marked(desk: Desk) -> None:
    case = await desk.taken()
    shown = await everywhere(desk, case)
    assert not [name for name, words in shown.items() if OVER in words]
    assert [name for name, words in shown.items() if day_and_time(case.due_at) in words] == ["card", "list", "own"]


async def test_after_it_is_over_it_is_marked_everywhere(desk: Desk) -> None:
    case = await desk.taken()
    desk.clock.advance(days=7)
    shown = await everywhere(desk, case)
    assert [name for name, words in shown.items() if OVER in words] == ["card", "list", "own", "mine"]
    assert "venter du ikke på teamet" in shown["own"]


async def test_who_is_asked_by_the_team_is_told_that_it_waits_for_them(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hva sier skolen?"}, CHANNEL)
    desk.clock.advance(days=7)
    shown = await everywhere(desk, case)
    assert desk.text("case.due_over_waits", due=day_and_time(case.due_at)) in shown["own"]
    assert OVER in shown["card"]


@pytest.mark.parametrize("verb", ["case_close_send", "case_meeting"])
async def test_what_is_over_or_on_a_meeting_is_late_for_nothing(desk: Desk, verb: str) -> None:
    case = await desk.taken()
    await desk.press(OLE, verb, case.id, {"reason": "meeting"}, CHANNEL)
    desk.clock.advance(days=7)
    shown = await everywhere(desk, case)
    assert OVER not in shown["own"]
    assert OVER not in shown["card"]


async def closed_with_advice(desk: Desk) -> Case:
    case = await desk.taken()
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "given"}, CHANNEL)
    return case


async def test_an_answered_case_that_the_team_opens_again_is_late_for_nobody(desk: Desk) -> None:
    desk.messenger = Recording()
    case = await closed_with_advice(desk)
    await desk.press(OLE, "case_reopen", case.id, place=CHANNEL)
    assert (await desk.case(case.id)).status is Status.CLAIMED
    for _ in range(70):
        desk.clock.advance(days=1)
        await Delivering(desk).deliver()
    told = [desk.words([reply]) for _, reply in desk.messenger.sent]
    shown = (await everywhere(desk, case)).values()
    for words in ("fortsatt ikke besvart", "skulle vært besvart", OVER):
        assert not [one for one in (*told, *shown) if words in one], words
    assert [one for one in told if "er besvart, men ikke avsluttet" in one], "nobody forgets it either"


async def test_the_line_in_the_thread_names_a_time_only_where_an_answer_is_waited_for(desk: Desk) -> None:
    case = await desk.taken()
    for is_answered in (False, True):
        if is_answered:
            await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
        await desk.press(OLE, "case_close_send", case.id, {"reason": "meeting"}, CHANNEL)
        await desk.press(OLE, "case_reopen", case.id, place=CHANNEL)
        around, payload = desk.library.around_delivery(), {"line": "reopened", "who": OLE.name}
        told = desk.words([thread_line(await desk.case(case.id), payload, around)])
        assert ("Svar innen" in told) is not is_answered


async def test_one_that_the_requester_opens_again_is_answered_within_a_new_time(desk: Desk) -> None:
    desk.messenger = Recording()
    case = await closed_with_advice(desk)
    desk.clock.advance(days=20)
    await desk.press(KARI, "my_reopen", case.id)
    again = await desk.case(case.id)
    assert again.due_at > desk.clock.now()
    assert day_and_time(again.due_at) in (shown := await everywhere(desk, case))["card"]
    assert day_and_time(again.due_at) in shown["own"]
    assert OVER not in shown["card"]
    assert await told_late(desk, case) == []
    desk.clock.advance(days=6)
    assert len(await told_late(desk, case)) == 1
    assert OVER in (await everywhere(desk, case))["card"]
    await desk.press(OLE, "case_answer_send", case.id, {**ANSWER, "advice": "Prøv noe annet."}, CHANNEL)
    assert OVER not in (await everywhere(desk, case))["card"]


async def told_late(desk: Desk, case: Case) -> list[str]:
    """Deliver what is due and return everything the requester was told about the time that is over."""
    assert isinstance(desk.messenger, Recording)
    await Delivering(desk).deliver()
    title = desk.text("case.notice_late", code=case.code)
    own = [reply for place, reply in desk.messenger.sent if place == chat(KARI).conversation_id]
    return [shown for reply in own if title in (shown := desk.words([reply]))]


@pytest.mark.parametrize("is_taken", [False, True])
async def test_the_requester_is_told_once_that_it_is_over(desk: Desk, is_taken: bool) -> None:
    desk.messenger = Recording()
    case = await desk.taken() if is_taken else await desk.sent()
    assert await told_late(desk, case) == []
    desk.clock.advance(hours=1)
    assert await told_late(desk, case) == []
    for _ in range(40):
        desk.clock.advance(days=1)
        await Delivering(desk).deliver()
    (told,) = await told_late(desk, case)
    assert desk.text("case.due_over", due=day_and_time(case.due_at)).replace("**", "") in told
    assert desk.text("case.notice_late_more") in told


async def test_taking_and_giving_back_after_it_is_over_tells_nothing_anew(desk: Desk) -> None:
    desk.messenger = Recording()
    case = await desk.sent()
    desk.clock.advance(days=7)
    assert len(await told_late(desk, case)) == 1
    for verb in ("case_claim", "case_give_back", "case_claim"):
        await desk.press(OLE, verb, case.id, place=CHANNEL)
        desk.clock.advance(days=3)
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hva sier skolen?"}, CHANNEL)
    await desk.press(KARI, "my_reply_send", case.id, {"text": "Lite."})
    desk.clock.advance(days=7)
    assert len(await told_late(desk, case)) == 1


@pytest.mark.parametrize("ends", ["my_withdraw_yes", "case_meeting", "case_close_send"])
async def test_who_has_got_what_they_waited_for_is_told_nothing(desk: Desk, ends: str) -> None:
    desk.messenger = Recording()
    case = await desk.taken()
    if ends == "my_withdraw_yes":
        await desk.press(KARI, ends, case.id)
    else:
        await desk.press(OLE, ends, case.id, {"reason": "meeting"}, CHANNEL)
    desk.clock.advance(days=7)
    assert await told_late(desk, case) == []
