"""News that waited, for a chat may be out of reach for days, is not told when it is no longer so."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.domain.turn import Person
from tests.cases.delivering import Delivering
from tests.cases.test_identity import ANSWER
from tests.cases.test_nobody_able import shown_in
from tests.turns.desk import CHANNEL, KARI, OLE, SIRI, Desk, chat

Press = tuple[Person, str, dict[str, str]]
TO_MEETING: Press = (OLE, "case_meeting", {})
CLOSED: Press = (OLE, "case_close_send", {"reason": "meeting"})
QUESTION = {"question": "Er det likt alle dager?"}
GAVE_BACK: Press = (OLE, "case_give_back", {})


@pytest.mark.parametrize(
    ("done", "told"),
    [
        ((GAVE_BACK, (SIRI, "case_claim", {})), "case.notice_given_back"),
        (((OLE, "case_ask_send", QUESTION), CLOSED), "case.notice_question_title"),
        ((TO_MEETING, (OLE, "case_off_meeting", {})), "case.notice_meeting"),
        ((TO_MEETING, CLOSED), "case.notice_meeting"),
        ((CLOSED, (OLE, "case_reopen", {})), "case.notice_closed"),
    ],
)
async def test_who_sent_the_case_reads_only_what_is_still_so(
    watched: tuple[Desk, Delivering], done: Sequence[Press], told: str
) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await delivering.deliver()
    for who, verb, values in done:
        await desk.press(who, verb, case.id, values, CHANNEL)
        if verb == done[0][1]:
            unread = await desk.case(case.id)
    assert (await desk.case(case.id)).version > unread.version, "both were done"
    await delivering.deliver()
    assert desk.text(told, code=case.code) not in shown_in(desk, chat(KARI).conversation_id)


@pytest.mark.parametrize("done", ["given_back", "withdrawn"])
async def test_who_was_given_a_case_is_not_told_so_when_they_no_longer_have_it(
    watched: tuple[Desk, Delivering], done: str
) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_pass_on_send", case.id, {"to": SIRI.id}, CHANNEL)
    if done == "given_back":
        await desk.press(SIRI, "case_give_back", case.id, place=CHANNEL)
    else:
        await desk.press(KARI, "my_withdraw_yes", case.id)
    await delivering.deliver()
    assert "har gitt deg sak" not in shown_in(desk, chat(SIRI).conversation_id)


async def test_what_is_still_so_is_told(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_pass_on_send", case.id, {"to": SIRI.id}, CHANNEL)
    await delivering.deliver()
    assert "har gitt deg sak" in shown_in(desk, chat(SIRI).conversation_id)
    for verb, values, told in (
        ("case_meeting", {}, "case.notice_meeting"),
        ("case_off_meeting", {}, "case.notice_off_meeting"),
        ("case_ask_send", QUESTION, "case.notice_question_title"),
        ("case_give_back", {}, "case.notice_given_back"),
    ):
        await desk.press(SIRI, verb, case.id, values, CHANNEL)
        await delivering.deliver()
        assert desk.text(told, code=case.code) in shown_in(desk, chat(KARI).conversation_id), told
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "given"}, CHANNEL)
    await delivering.deliver()
    assert desk.text("case.notice_closed", code=case.code) in shown_in(desk, chat(KARI).conversation_id)
