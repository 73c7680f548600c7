"""What somebody has written is on their card only: no refusal takes its place, in whatever order things happen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from bot.domain.errors import CaseChanged
from bot.domain.ports import ChannelLink
from bot.domain.reply import Card, Line, Reply
from bot.domain.sending import TryLater
from bot.turns import one_turn
from bot.usecases.release_departed import release_departed
from tests.turns.desk import CHANNEL, ELSEWHERE, KARI, OLE, SIRI, TEAM, WORDS, Desk, kinds

ANSWER = {
    "advice": "Begynn med fast oppmøte.",
    "why": "Det gir trygghet.",
    "role": "kontaktlærer",
    "what": "møter i døra",
    "by": "2027-02-01",
    "come_back": "Om to uker.",
    "own_role": "PPT",
}


def stays(shown: Sequence[Reply], desk: Desk) -> bool:
    """Tell whether the card that was pressed stays, and says that what is written stands on it."""
    is_in_place = any(isinstance(one, Card) and one.in_place for one in shown)
    return not is_in_place and desk.text("error.kept") in desk.words(shown)


async def test_an_answer_stays_when_the_roster_cannot_be_asked_and_is_sent_by_the_next_press(
    desk: Desk,
) -> None:
    case = await desk.taken()
    desk.clock.advance(minutes=20)
    desk.messenger.roster_fault = TryLater("503")
    shown = await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    desk.messenger.roster_fault = None
    assert stays(shown, desk)
    assert desk.text("error.roster_away") in desk.words(shown)
    assert desk.text("error.not_a_member") not in desk.words(shown)
    assert (await desk.case(case.id)).answer is None
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    assert (await desk.case(case.id)).answer is not None


async def test_the_card_in_the_channel_keeps_its_buttons_when_the_roster_cannot_be_asked(desk: Desk) -> None:
    case = await desk.sent()
    desk.messenger.roster_fault = TryLater("503")
    shown = await desk.press(OLE, "case_claim", case.id, {"at": "posted"}, CHANNEL)
    assert shown == [Line(desk.text("error.roster_away"))], "a word to the presser, and nothing in the card's place"


async def test_an_answer_stays_when_the_team_has_moved_or_somebody_else_has_the_case(desk: Desk) -> None:
    case = await desk.taken()
    async with desk.store.unit_of_work() as uow:
        await release_departed(TEAM, frozenset({SIRI.id}), uow, desk.clock)
        await uow.commit()
    await desk.press(SIRI, "case_claim", case.id, place=CHANNEL)
    shown = await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    assert stays(shown, desk)
    assert all(isinstance(one, Line) for one in shown), "a card below would be posted for all to see"
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink(TEAM, ELSEWHERE, desk.clock.now()))
        await uow.commit()
    shown = await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    assert stays(shown, desk)
    assert desk.text("error.case_not_found") in desk.words(shown)


async def test_what_nothing_is_written_on_is_still_brought_up_to_date(desk: Desk) -> None:
    case = await desk.taken()
    (shown,) = await desk.press(SIRI, "case_claim", case.id, {"at": "posted"}, CHANNEL)
    assert isinstance(shown, Card)
    assert shown.in_place


async def test_a_new_text_stays_when_the_case_is_taken_meanwhile(desk: Desk) -> None:
    case = await desk.sent()
    form = await desk.press(KARI, "my_change", case.id)
    last = await desk.push(KARI, form, desk.text("case.look_over"), WORDS | {"seen": "Kommer ofte sent."})
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    shown = await desk.push(KARI, last, desk.text("case.send"))
    assert stays(shown, desk)
    assert isinstance(shown[-1], Card), "the case as it is, below"
    assert shown[-1].kind == "my_case"


async def test_more_words_and_a_reply_stay_when_the_case_is_closed_meanwhile(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hva er prøvd?"}, CHANNEL)
    asked = await desk.press(KARI, "my_reply", case.id)
    await desk.press(KARI, "my_add", case.id)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "meeting"}, CHANNEL)
    assert stays(await desk.press(KARI, "my_add_send", case.id, {"text": "Det har roet seg."}), desk)
    assert stays(await desk.push(KARI, asked, desk.text("case.send_text"), {"reply": "Vi har prøvd."}), desk)


async def test_what_is_written_stays_when_others_were_first_each_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await desk.taken()

    async def changed(*_given: object) -> Any:
        raise CaseChanged

    monkeypatch.setattr(one_turn, "perform", changed)
    shown = await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    assert stays(shown, desk)
    assert desk.text("error.case_changed") in desk.words(shown)


async def test_somebody_who_is_no_member_any_more_keeps_their_words_too(desk: Desk) -> None:
    case = await desk.taken()
    desk.messenger.roster = []
    desk.clock.advance(minutes=2)
    shown = await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    assert stays(shown, desk)
    assert desk.text("error.not_a_member") in desk.words(shown)


async def test_who_cannot_send_because_the_team_lost_its_channel_is_told_whom_to_ask_and_keeps_the_text(
    desk: Desk,
) -> None:
    last = await desk.to_confirm()
    async with desk.store.unit_of_work() as uow:
        await uow.channels.unlink(TEAM)
        await uow.commit()
    shown = await desk.push(KARI, last, desk.text("case.send"))
    assert stays(shown, desk)
    assert kinds(shown) == ["line", "case_other_way"]
    assert desk.text("case.not_connected_after") not in desk.words(shown), "the draft is kept"
    state = await desk.state(KARI)
    assert state.case_draft is not None
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink(TEAM, CHANNEL, desk.clock.now()))
        await uow.commit()
    assert "case_receipt" in kinds(await desk.push(KARI, last, desk.text("case.send")))
