"""A member who takes the case they sent is told so in their own chat, and the channel shows nothing of it."""

from __future__ import annotations

from bot.domain.case import Case
from tests.cases.delivering import Delivering
from tests.turns.desk import ANSWER, CHANNEL, KARI, OLE, SIRI, Desk, chat


async def _sent_by_ole(desk: Desk, delivering: Delivering) -> Case:
    await desk.say(OLE, "stjørdal, skole", chat(OLE))
    case = await desk.sent(OLE)
    await delivering.deliver()
    return case


def _in_channel(desk: Desk, since: int = 0) -> str:
    seen = list(desk.messenger.visible.values())[since:]
    return desk.words([one.reply for one in seen if one.place.room == CHANNEL.room])


def _told(desk: Desk, case: Case) -> list[str]:
    own = desk.text("case.notice_claimed_own", code=case.code)
    return [one.place.conversation_id for one in desk.messenger.visible.values() if own in desk.words([one.reply])]


async def test_who_takes_their_own_case_is_told_alone(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await _sent_by_ole(desk, delivering)
    shown = desk.words(await desk.press(OLE, "case_claim", case.id, place=CHANNEL))
    await delivering.deliver()
    assert _told(desk, case) == [chat(OLE).conversation_id]
    for words in (shown, _in_channel(desk)):
        assert "egen sak" not in words
    assert (await desk.case(case.id)).claimed_by is not None


async def test_what_the_channel_shows_is_the_same_as_of_anybody_elses(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    own = await _sent_by_ole(desk, delivering)
    other = await desk.sent(KARI)
    await delivering.deliver()
    seen = []
    for case in (own, other):
        before = len(desk.messenger.visible)
        words = [desk.words(await desk.press(OLE, "case_claim", case.id, place=CHANNEL))]
        await delivering.deliver()
        words.append(desk.words(await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)))
        await delivering.deliver()
        words.append(_in_channel(desk, before))
        seen.append("\n".join(words).replace(case.code, "KODE"))
    assert seen[0] == seen[1]


async def test_who_is_given_their_own_case_is_told_as_well(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await _sent_by_ole(desk, delivering)
    await desk.press(SIRI, "case_claim", case.id, place=CHANNEL)
    await delivering.deliver()
    assert _told(desk, case) == []
    await desk.press(SIRI, "case_pass_on_send", case.id, {"to": OLE.id}, CHANNEL)
    await delivering.deliver()
    holder = (await desk.case(case.id)).claimed_by
    assert holder is not None
    assert holder.id == OLE.id
    assert _told(desk, case) == [chat(OLE).conversation_id]


async def test_who_has_given_it_on_before_they_were_told_is_not_told(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await _sent_by_ole(desk, delivering)
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_pass_on_send", case.id, {"to": SIRI.id}, CHANNEL)
    await delivering.deliver()
    assert _told(desk, case) == []
