"""A channel that can be read but takes no messages: nobody waits in vain, and what waited comes by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.delivery.rounds import make_rounds
from bot.domain.case import Status
from bot.domain.commands import SetReminder
from bot.domain.outbox import Kind, OutboxRow
from bot.domain.reply import Reply
from bot.domain.sending import Refused, SendError
from bot.domain.turn import Place, PlaceChanged
from bot.usecases.set_reminder import set_reminder
from bot.usecases.tell_not_posted import tell_not_posted
from tests.cases.delivering import Delivering, Recording, told_admin
from tests.cases.test_channels import standing_in
from tests.cases.test_identity import ANSWER
from tests.cases.test_unreached import to_requester
from tests.turns.desk import CHANNEL, KARI, NILS, OLE, TEAM, Desk, chat

BLOCKED = Refused("403:MessageWritesBlocked")


class Moderated(Recording):
    """A channel whose owner has taken from bots the right to write there, or that is archived: the roster is read."""

    refuses: SendError | None = None

    async def send(self, place: Place, reply: Reply, *, marker: str = "", reply_to: str | None = None) -> str | None:
        if self.refuses is not None and place.room == CHANNEL.room:
            raise self.refuses
        return await super().send(place, reply, marker=marker, reply_to=reply_to)


@pytest.fixture
def closed(watched: tuple[Desk, Delivering]) -> tuple[Desk, Delivering]:
    desk, delivering = watched
    desk.messenger = Moderated(roster=desk.messenger.roster)
    desk.messenger.refuses = BLOCKED
    return desk, delivering


async def hours(number: int, desk: Desk, delivering: Delivering) -> None:
    for _ in range(number):
        desk.clock.advance(hours=1)
        await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()


def told(desk: Desk, key: str, code: str) -> int:
    return sum(desk.text(key, code=code) in one for one in to_requester(desk))


async def test_who_sent_a_case_that_its_channel_does_not_take_is_told_at_once_and_once(
    closed: tuple[Desk, Delivering],
) -> None:
    desk, delivering = closed
    case = await desk.sent()
    await delivering.deliver()
    assert told(desk, "case.notice_not_posted", case.code) == 1
    assert desk.text("case.notice_not_posted_more") in "".join(to_requester(desk))
    await desk.press(KARI, "my_add_send", case.id, {"text": "Og etter ferier."})
    await hours(5, desk, delivering)
    assert told(desk, "case.notice_not_posted", case.code) == 1
    assert told_admin(desk).count(case.code) <= 1


async def test_a_case_comes_by_itself_when_its_channel_takes_messages_again(closed: tuple[Desk, Delivering]) -> None:
    desk, delivering = closed
    case = await desk.sent()
    await delivering.deliver()
    await hours(2, desk, delivering)
    desk.messenger.refuses = None
    await hours(1, desk, delivering)
    assert (await desk.case(case.id)).status is Status.POSTED
    assert standing_in(desk, CHANNEL).count("Hva prøver vi?") == 1
    assert told(desk, "case.notice_posted", case.code) == 1


async def test_what_the_requester_writes_comes_by_itself_too(closed: tuple[Desk, Delivering]) -> None:
    desk, delivering = closed
    desk.messenger.refuses = None
    case = await desk.sent()
    await delivering.deliver()
    desk.messenger.refuses = BLOCKED
    await desk.press(KARI, "my_add_send", case.id, {"text": "Og etter ferier."})
    await delivering.deliver()
    assert told(desk, "case.notice_not_posted", case.code) == 0, "its card is there"
    desk.messenger.refuses = None
    await hours(1, desk, delivering)
    assert standing_in(desk, CHANNEL).count("Og etter ferier.") == 1


async def test_what_nobody_can_mend_by_giving_the_bot_a_right_is_left_to_a_person(
    closed: tuple[Desk, Delivering],
) -> None:
    desk, delivering = closed
    desk.messenger.refuses = Refused("400:BadSyntax")
    await desk.sent()
    await delivering.deliver()
    tried = [row.attempt for row in await parked(desk)]
    await hours(3, desk, delivering)
    assert [row.attempt for row in await parked(desk)] == tried


async def test_what_is_refused_for_weeks_is_left_to_a_person(closed: tuple[Desk, Delivering]) -> None:
    desk, delivering = closed
    await desk.sent()
    await delivering.deliver()
    desk.clock.advance(days=15)
    tried = [row.attempt for row in await parked(desk)]
    await hours(3, desk, delivering)
    assert [row.attempt for row in await parked(desk)][: len(tried)] == tried


async def test_who_sent_a_case_that_waits_for_a_channel_out_of_reach_is_told_within_the_hour(
    closed: tuple[Desk, Delivering],
) -> None:
    desk, delivering = closed
    case = await desk.sent()
    await desk.take(OLE, PlaceChanged("teamArchived"), CHANNEL)
    await delivering.deliver()
    assert told(desk, "case.notice_not_posted", case.code) == 0, "it may be back in a moment"
    desk.messenger.roster_fault = Refused("403")
    desk.clock.advance(minutes=31)
    for _ in range(3):
        await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()
    assert told(desk, "case.notice_not_posted", case.code) == 1


async def test_who_sent_a_case_that_is_taken_before_its_card_came_is_not_told_that_it_has_not_come(
    closed: tuple[Desk, Delivering],
) -> None:
    desk, delivering = closed
    case = await desk.sent()
    await desk.take(OLE, PlaceChanged("teamArchived"), CHANNEL)
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    desk.messenger.roster_fault = Refused("403")
    await hours(2, desk, delivering)
    assert told(desk, "case.notice_not_posted", case.code) == 0


async def test_a_notice_that_is_late_itself_is_not_sent_when_the_card_is_there(closed: tuple[Desk, Delivering]) -> None:
    desk, delivering = closed
    case = await desk.sent()
    async with desk.store.unit_of_work() as uow:
        await tell_not_posted(case, uow, desk.clock.now() + timedelta(minutes=5))
        await uow.commit()
    desk.messenger.refuses = None
    await delivering.deliver()
    await hours(1, desk, delivering)
    assert told(desk, "case.notice_not_posted", case.code) == 0


async def test_an_answer_comes_by_itself_when_the_app_that_was_switched_off_is_on_again(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    desk.messenger = Blocking(roster=desk.messenger.roster)
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await delivering.deliver()
    desk.messenger.is_blocked = "403:Forbidden:BotDisabledByAdmin"
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await hours(3, desk, delivering)
    assert told(desk, "case.notice_answered_title", case.code) == 0
    desk.messenger.is_blocked = ""
    await hours(1, desk, delivering)
    assert told(desk, "case.notice_answered_title", case.code) == 1, "although who waits for it has written nothing"


async def test_a_question_that_waits_for_no_answer_any_more_is_not_asked_when_the_app_is_on_again(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    desk.messenger = Blocking(roster=desk.messenger.roster)
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await delivering.deliver()
    desk.messenger.is_blocked = "403:Forbidden:BotDisabledByAdmin"
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Er det likt alle dager?"}, CHANNEL)
    await hours(2, desk, delivering)
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await hours(2, desk, delivering)
    desk.messenger.is_blocked = ""
    await hours(1, desk, delivering)
    assert told(desk, "case.notice_question_title", case.code) == 0
    assert told(desk, "case.notice_answered_title", case.code) == 1


async def test_somebody_who_has_blocked_the_bot_is_left_alone_until_they_write(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    desk.messenger = Blocking(roster=desk.messenger.roster)
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await delivering.deliver()
    desk.messenger.is_blocked = "403:ConversationBlockedByUser"
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await delivering.deliver()
    tried = [row.attempt for row in await parked(desk)]
    await hours(3, desk, delivering)
    assert [row.attempt for row in await parked(desk)] == tried


async def test_a_reminder_that_did_not_come_through_comes_when_they_write_again(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    desk.messenger = Blocking(roster=desk.messenger.roster)
    due, told = desk.clock.now() + timedelta(days=1), (("title", "Sak Blå"),)
    async with desk.store.unit_of_work() as uow:
        await set_reminder(SetReminder(KARI, chat(KARI), "k", "guide.reminder_evaluering", told, due), uow, desk.clock)
        await uow.commit()
    desk.messenger.is_blocked = "403:ConversationBlockedByUser"
    desk.clock.advance(days=2)
    await hours(2, desk, delivering)
    assert [row.item.kind for row in await parked(desk)] == [Kind.REMINDER]
    desk.messenger.is_blocked = ""
    await desk.say(NILS, "hei")
    await delivering.deliver()
    assert to_requester(desk) == [], "somebody else wrote"
    await desk.say(KARI, "hei")
    await delivering.deliver()
    (came,) = to_requester(desk)
    assert desk.text("guide.reminder_evaluering", title="Sak Blå") in came


@pytest.mark.parametrize("roster", [None, Refused("403:BotDisabledByAdmin")])
async def test_what_is_refused_each_hour_does_not_become_more_each_hour(
    watched: tuple[Desk, Delivering], roster: SendError | None
) -> None:
    desk, delivering = watched
    desk.messenger = SwitchedOff(roster=desk.messenger.roster)
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await delivering.deliver()
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    desk.messenger.refuses, desk.messenger.roster_fault = Refused("403:Forbidden:BotDisabledByAdmin"), roster
    await hours(3, desk, delivering)
    early = len(await parked(desk))
    await hours(15, desk, delivering)
    a_new_day = 1
    assert len(await parked(desk)) <= early + a_new_day
    desk.messenger.refuses = desk.messenger.roster_fault = None
    await hours(2, desk, delivering)
    assert await parked(desk) == []
    assert told(desk, "case.notice_answered_title", case.code) == 1
    assert "men svaret har ikke nådd innmelder" not in standing_in(desk, CHANNEL), "and its card is drawn anew"


async def test_a_channel_the_bot_was_taken_out_of_takes_no_case_from_the_first_one_it_refuses(
    closed: tuple[Desk, Delivering],
) -> None:
    desk, delivering = closed
    desk.messenger.refuses = Refused("403:BotNotInConversationRoster")
    case = await desk.sent()
    await delivering.deliver()
    assert desk.store.data.links[TEAM].problem == "team.gone_removed", "not only at the next hourly look"
    assert told(desk, "case.notice_not_posted", case.code) == 1
    assert desk.text("team.gone_removed", team="Tverrfaglig kompetanseteam 0–18 år") in told_admin(desk)
    await hours(5, desk, delivering)
    assert told_admin(desk).count("Jeg er fjernet") == 1, "where the roster can be read all the same, not each hour"
    desk.messenger.refuses = None
    await hours(1, desk, delivering)
    assert desk.store.data.links[TEAM].problem == ""
    assert (await desk.case(case.id)).status is Status.POSTED


async def test_a_channel_that_only_takes_no_messages_from_bots_is_not_said_to_be_left(
    closed: tuple[Desk, Delivering],
) -> None:
    desk, delivering = closed
    await desk.sent()
    await delivering.deliver()
    assert desk.store.data.links[TEAM].problem == ""


class SwitchedOff(Moderated):
    """The whole app is off: nothing reaches anybody."""

    async def send(self, place: Place, reply: Reply, *, marker: str = "", reply_to: str | None = None) -> str | None:
        if self.refuses is not None:
            raise self.refuses
        return await super().send(place, reply, marker=marker, reply_to=reply_to)

    async def update(self, place: Place, activity_id: str, reply: Reply) -> None:
        if self.refuses is not None:
            raise self.refuses
        await super().update(place, activity_id, reply)


class Blocking(Recording):
    """A messenger for which one person cannot be reached, and what Teams says then."""

    is_blocked = ""

    async def send(self, place: Place, reply: Reply, *, marker: str = "", reply_to: str | None = None) -> str | None:
        if self.is_blocked and place == chat(KARI):
            raise Refused(self.is_blocked)
        return await super().send(place, reply, marker=marker, reply_to=reply_to)


async def parked(desk: Desk) -> Sequence[OutboxRow]:
    async with desk.store.unit_of_work() as uow:
        found: Sequence[OutboxRow] = await uow.outbox.parked()
        return found
