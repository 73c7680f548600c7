"""Whoever has duty is told of a new urgent case, and of what the clock tells the thread, by name there and in a chat
of their own; where nobody has said that they have it, the thread tells how to say it, once a day."""

from __future__ import annotations

import pytest

from bot.domain.case import Case
from bot.domain.outbox import Kind, RowState
from bot.domain.reply import Line, Reply
from bot.domain.sending import Refused
from bot.domain.turn import Person, Place, PlaceKind
from tests.cases.delivering import Delivering, Recording
from tests.turns.desk import CHANNEL, KARI, OLE, SIRI, WORDS, Desk

Watched = tuple[Desk, Delivering]


async def sent(watched: Watched, urgency: str = "haster") -> Case:
    """Send a case and let its card land."""
    desk, delivering = watched
    desk.clock.advance(seconds=1)
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values={**WORDS, "urgency": urgency})
    await desk.push(KARI, shown, desk.text("case.send"))
    await delivering.deliver()
    return (await desk.cases_of(KARI))[0]


async def hours(watched: Watched, number: float) -> None:
    watched[0].clock.advance(hours=number)
    await watched[1].deliver()


def told(desk: Desk, person: Person) -> list[str]:
    """Return what stands in the chat that the bot has with a member of the team."""
    mine = (one for one in desk.messenger.visible.values() if one.place == Place(PlaceKind.PERSONAL, f"a:{person.id}"))
    return [desk.words([one.reply]) for one in mine]


def thread(desk: Desk) -> list[Line]:
    """Return the lines under the card."""
    lines = (one.reply for one in desk.messenger.visible.values() if one.reply_to is not None)
    return [one for one in lines if isinstance(one, Line)]


async def test_a_new_urgent_case_is_told_at_once_to_whoever_has_duty_and_nothing_of_it(watched: Watched) -> None:
    desk, _ = watched
    await desk.say(OLE, "jeg har vakt", CHANNEL)
    case = await sent(watched)
    (said,) = told(desk, OLE)
    assert case.code in said
    assert "haster" in said
    assert "Tverrfaglig kompetanseteam" in said
    assert not any(word in said for word in WORDS.values())
    assert told(desk, SIRI) == []
    assert thread(desk) == [], "the card is new in the channel, and needs no line yet"


async def test_an_ordinary_case_is_told_when_it_has_waited(watched: Watched) -> None:
    desk, _ = watched
    await desk.say(OLE, "jeg har vakt denne uka", CHANNEL)
    case = await sent(watched, "vanlig")
    assert told(desk, OLE) == []
    await hours(watched, 24)
    (said,) = told(desk, OLE)
    assert case.code in said
    assert desk.text("team.member_urgent") not in said
    assert [one.id for one in thread(desk)[-1].mentions] == [OLE.id]


async def test_the_clock_calls_them_by_name_in_the_thread_and_writes_to_them_each_time_once(watched: Watched) -> None:
    desk, delivering = watched
    for who in (OLE, SIRI):
        await desk.say(who, "jeg har vakt denne uka", CHANNEL)
    await sent(watched)
    for _ in range(80):
        await hours(watched, 1)
        await delivering.deliver()
    assert [len(one.mentions) for one in thread(desk)] == [2, 2, 2]
    for who in (OLE, SIRI):
        new, untouched, over, again = told(desk, who)
        assert "Ny sak" in new
        assert "Ingen har tatt" in untouched
        assert "gikk ut" in over
        assert "venter fortsatt" in again


async def test_a_case_taken_and_given_back_is_reminded_of_anew_in_their_own_chat_too(watched: Watched) -> None:
    desk, _ = watched
    await desk.say(OLE, "jeg har vakt denne uka", CHANNEL)
    case = await sent(watched)
    await hours(watched, 1)
    await desk.press(SIRI, "case_claim", case.id, place=CHANNEL)
    await desk.press(SIRI, "case_give_back", case.id, place=CHANNEL)
    await hours(watched, 1.5)
    calls = [one.text for one in thread(desk) if one.mentions]
    assert sum("Ingen har tatt" in one for one in calls) == 2
    assert sum("Ingen har tatt" in one for one in told(desk, OLE)) == 2


async def test_who_has_it_by_then_is_told_and_nobody_once_somebody_has_the_case(watched: Watched) -> None:
    desk, _ = watched
    await desk.say(OLE, "jeg har vakt", CHANNEL)
    case = await sent(watched)
    await desk.say(SIRI, "jeg tar over vakta", CHANNEL)
    await hours(watched, 1)
    assert len(told(desk, OLE)) == 1
    assert len(told(desk, SIRI)) == 1
    await desk.press(SIRI, "case_claim", case.id, place=CHANNEL)
    await hours(watched, 80)
    assert len(told(desk, OLE)) == 1
    assert not any("gikk ut" in one for one in told(desk, SIRI))


async def test_who_has_let_it_go_before_the_news_is_sent_does_not_get_it(watched: Watched) -> None:
    desk, delivering = watched
    await desk.say(OLE, "jeg har vakt", CHANNEL)
    case = await sent(watched, "vanlig")
    desk.clock.advance(hours=24)
    async with desk.store.unit_of_work() as uow:
        await uow.on_duty.end(case.team, OLE.id)
        await uow.commit()
    await delivering.deliver()
    assert told(desk, OLE) == []


async def test_whom_the_case_is_hidden_from_is_neither_called_nor_told(watched: Watched) -> None:
    desk, _ = watched
    for who in (OLE, SIRI):
        await desk.say(who, "jeg har vakt denne uka", CHANNEL)
    case = await sent(watched, "vanlig")
    await desk.press(OLE, "case_recuse_send", case.id, place=CHANNEL)
    await hours(watched, 24)
    assert told(desk, OLE) == []
    assert len(told(desk, SIRI)) == 1
    assert [one.id for one in thread(desk)[-1].mentions] == [SIRI.id]
    assert desk.text("team.thread_no_duty") not in [one.text for one in thread(desk)]


async def test_where_nobody_has_it_the_thread_tells_how_to_say_so_once_a_day_in_the_whole_team(
    watched: Watched,
) -> None:
    desk, _ = watched
    first = await sent(watched)
    second = await sent(watched)
    assert first.id != second.id
    assert thread(desk) == []
    await hours(watched, 1.1)
    said = [one.text for one in thread(desk)]
    assert said.count(desk.text("team.thread_no_duty")) == 1
    assert len(said) == 3, "one reminder for each case, and the line"
    await hours(watched, 4)
    assert [one.text for one in thread(desk)].count(desk.text("team.thread_no_duty")) == 1, "the same day"
    await hours(watched, 48)
    assert [one.text for one in thread(desk)].count(desk.text("team.thread_no_duty")) == 2
    assert told(desk, OLE) == told(desk, SIRI) == []


class Closed(Recording):
    """A messenger that cannot reach members in chats of their own."""

    async def send(self, place: Place, reply: Reply, *, marker: str = "", reply_to: str | None = None) -> str | None:
        if place.kind is PlaceKind.PERSONAL and place.conversation_id == f"a:{OLE.id}":
            raise Refused("403:ConversationBlockedByUser")
        return await super().send(place, reply, marker=marker, reply_to=reply_to)


async def test_where_their_chat_cannot_be_reached_the_call_in_the_thread_is_what_remains(watched: Watched) -> None:
    desk, _ = watched
    desk.messenger = Closed(roster=desk.messenger.roster)
    for who in (OLE, SIRI):
        await desk.say(who, "jeg har vakt denne uka", CHANNEL)
    await sent(watched)
    await hours(watched, 1)
    assert len(told(desk, SIRI)) == 2, "one who cannot be reached holds nobody else back"
    assert [len(one.mentions) for one in thread(desk)] == [2]
    parked = [one.row for one in desk.store.data.rows.values() if one.row.state is RowState.PARKED]
    assert {one.item.kind for one in parked} == {Kind.MEMBER_NOTICE}


@pytest.mark.parametrize("who", [OLE, SIRI])
async def test_whoever_is_forgotten_is_told_nothing_more(watched: Watched, who: Person) -> None:
    desk, _ = watched
    for one in (OLE, SIRI):
        await desk.say(one, "jeg har vakt denne uka", CHANNEL)
    await sent(watched, "vanlig")
    await desk.say(who, "slett alt om meg")
    await desk.say(who, desk.text("start.forget_yes"))
    await hours(watched, 24)
    assert [bool(told(desk, one)) for one in (OLE, SIRI)] == [one is not who for one in (OLE, SIRI)]


def posts(desk: Desk) -> list[str]:
    """Return the lines that stand in the channel by themselves."""
    mine = (one for one in desk.messenger.visible.values() if one.place == CHANNEL and one.reply_to is None)
    return [one.reply.text for one in mine if isinstance(one.reply, Line)]


async def test_a_press_tells_the_whole_channel_once_and_what_is_typed_is_seen_already(watched: Watched) -> None:
    desk, delivering = watched
    for _ in range(2):
        shown = desk.words(await desk.press(OLE, "on_duty_take", "week", place=CHANNEL))
        desk.clock.advance(seconds=1)
        await delivering.deliver()
    assert [one in shown for one in posts(desk)] == [True], "the presser sees it on the card, and everybody once"
    await desk.press(OLE, "on_duty_leave", place=CHANNEL)
    await delivering.deliver()
    assert posts(desk)[1:] == [
        f"{desk.text('team.duty_left', who='Ole Prøve')} {desk.text('team.duty_nobody')}",
    ]
    await desk.say(SIRI, "jeg har vakt", CHANNEL)
    await delivering.deliver()
    assert len(posts(desk)) == 2
    desk.clock.advance(seconds=1)
    await desk.press(OLE, "on_duty_over", place=CHANNEL)
    await delivering.deliver()
    assert posts(desk)[2].startswith(f"{desk.text('team.duty_left', who='Siri Prøve')} Ole Prøve har vakt")
