"""Local teams are reminded of their monthly meeting, each in its own channel, and no case comes there (row M38)."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.delivery.rounds import make_rounds
from bot.domain.norway import OSLO
from bot.usecases.monthly_meeting import remind_of_meeting, reminder_key
from bot.usecases.note_channel import note_back, note_out_of_reach
from tests.cases.delivering import Delivering, Recording
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.turns.desk import CHANNEL, ELSEWHERE, OLE, Desk

LOCAL = "melhus/lokalt_team@"


async def connected() -> Desk:
    clock = MovableClock()
    desk = await Desk(FakeStore(clock.now), clock, Recording()).open()
    desk.staff = frozenset({"admin"})
    for place in (CHANNEL, ELSEWHERE):
        shown = await desk.press(OLE, "connect_send", values={"team": LOCAL}, place=place)
        assert "Jeg minner om møtet i Lokalt tverrfaglig team" in desk.words(shown)
        assert ("kommer fortsatt hit" if place is CHANNEL else "Ingen saker kommer hit") in desk.words(shown)
    return desk


def reminders(desk: Desk) -> list[str]:
    shown = [(one.place.room, desk.words([one.reply])) for one in desk.messenger.visible.values()]
    return [room for room, words in shown if "møtes én gang i måneden" in words]


async def test_every_connected_channel_is_reminded_once_a_month_and_not_in_july() -> None:
    desk = await connected()
    delivering, start = Delivering(desk), desk.clock.now()
    days: list[datetime] = []
    while desk.clock.now() < start + timedelta(days=365):
        desk.clock.advance(hours=24)
        for _ in range(2):  # every replica makes its rounds
            await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()
        days += [desk.clock.now()] * (len(reminders(desk)) - len(days))
    assert len(days) == 2 * 11, "two channels, eleven months"
    assert {day.month for day in days} == set(range(1, 13)) - {7}
    assert all(day.day <= 7 for day in days)
    assert {reminders(desk).count(place.room) for place in (CHANNEL, ELSEWHERE)} == {11}


async def test_the_channels_of_two_schools_do_not_push_each_other_out() -> None:
    desk = await connected()
    async with desk.store.unit_of_work() as uow:
        links = {link.team: link.place.room for link in await uow.channels.all()}
    assert links[reminder_key(LOCAL, CHANNEL)] == CHANNEL.room
    assert links[reminder_key(LOCAL, ELSEWHERE)] == ELSEWHERE.room


async def test_the_choice_to_be_reminded_is_offered_where_teams_meet_every_month() -> None:
    desk = await connected()
    shown = desk.words(await desk.press(OLE, "connect", place=CHANNEL))
    assert "Bare påminnelse om møtet, Lokalt tverrfaglig team" in shown
    assert "Bare påminnelse om møtet, Drøftingsteam" not in shown


async def test_a_channel_that_is_only_reminded_is_told_that_no_cases_come_there() -> None:
    desk = await connected()
    assert desk.words(await desk.press(OLE, "team_cases", place=ELSEWHERE)) == desk.text("error.channel_not_connected")


async def test_a_reminder_that_was_held_up_does_not_come_when_the_channel_is_back() -> None:
    desk = await connected()
    async with desk.store.unit_of_work() as uow:
        link = next(one for one in await uow.channels.all() if one.place.room == CHANNEL.room)
        await remind_of_meeting(link, uow, datetime(2027, 6, 1, 10, tzinfo=OSLO))
        then = datetime(2028, 1, 1, tzinfo=OSLO)
        leased = await uow.queue.lease("w", then, then, 99)
        row = next(row for row in leased if row.item.conversation == f"team:{link.team}")
        await uow.queue.park(row.id, "w", "404", desk.clock.now())
        await note_out_of_reach(link, "team.gone_channel", uow, desk.clock)
        gone = next(one for one in await uow.channels.all() if one.team == link.team)
        await note_back(gone, uow, desk.clock)
        assert row.id not in {one.id for one in (*await uow.queue.waiting(), *await uow.outbox.parked())}
