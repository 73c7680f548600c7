"""The copies that the requester has in their own chat are emptied before the bot forgets whose they are."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery.forgetting import forget_everything
from bot.delivery.retention import Deleted, delete_what_is_due
from bot.domain.case import Pace
from bot.domain.outbox import Kind
from bot.domain.reply import Line, Reply
from bot.domain.sending import Ambiguous, Refused
from bot.domain.turn import Place
from bot.store import SqlStore
from bot.usecases.erase_messages import erase_messages
from bot.usecases.note_copy import note_copy
from tests.delivery.team import Team
from tests.delivery.test_counted_and_deleted import ask_to_be_forgotten, is_known, pass_time
from tests.domain.cases import an_answer
from tests.fakes.messenger import FakeMessenger, Fault
from tests.fakes.stores import MovableClock
from tests.store.people import ANSATT, CHANNEL, PERSONAL, a_case


class Blocking(FakeMessenger):
    """A messenger for which the requester cannot be reached."""

    async def send(self, place: Place, reply: Reply, *, marker: str = "", reply_to: str | None = None) -> str | None:
        if place.room == PERSONAL.room:
            raise Refused("403:ConversationBlockedByUser")
        return await super().send(place, reply, marker=marker, reply_to=reply_to)

    async def update(self, place: Place, activity_id: str, reply: Reply) -> None:
        if place.room == PERSONAL.room:
            raise Refused("403:ConversationBlockedByUser")
        await super().update(place, activity_id, reply)


async def answered_and_closed(team: Team, pace: Pace | None = None) -> str:
    """Return the id of the receipt of a case whose answer has reached the requester, and that is closed."""
    receipt = await team.messenger.send(PERSONAL, Line(f"kvittering {a_case().text.seen}"))
    assert receipt is not None
    await team.submit(receipt_id=receipt)
    await team.deliver(2)
    await team.change(answer=an_answer(), **({"pace": pace} if pace else {}))
    await team.tell(Kind.RELAYED_NOTICE, "answer:case1", notice="answered")
    await team.deliver(2)
    await team.change(closed_at=team.clock.now(), close_reason="raad_gitt")
    await team.deliver(2)
    return receipt


def copies(team: Team) -> list[str]:
    """Return what stands in the requester's chat of the answer and the receipt."""
    mine = [one.reply.text for one in team.messenger.visible.values() if one.place.room == PERSONAL.room]
    return [text for text in mine if text.startswith(("kvittering", "relayed_notice", "receipt_update"))]


async def test_a_bot_that_was_away_for_days_empties_the_copies_before_it_forgets_whose_they_are(team: Team) -> None:
    await answered_and_closed(team)
    assert len(copies(team)) == 2
    team.clock.advance(days=95)
    await delete_what_is_due(team.store, team.clock)
    await team.deliver(2)
    assert copies(team) == []
    assert (await delete_what_is_due(team.store, team.clock)).requesters == 1
    assert not await is_known(team)


async def test_where_the_team_keeps_the_text_for_longer_the_copies_are_emptied_with_the_link(team: Team) -> None:
    await answered_and_closed(team, replace(Pace(), retention_days=365))
    await pass_time(team, 92)
    assert not await is_known(team)
    assert copies(team) == []
    assert (await team.case()).text is not None, "the team keeps it for as long as its municipality says"


async def test_who_blocks_the_bot_is_forgotten_in_time_all_the_same(team: Team) -> None:
    await answered_and_closed(team)
    await ask_to_be_forgotten(team)
    team.messenger = Blocking(visible=team.messenger.visible)
    await pass_time(team, 6)
    assert await is_known(team), "who runs the bot is told, and may mend it"
    await pass_time(team, 3)
    assert not await is_known(team)


async def test_who_cannot_be_reached_for_a_while_is_waited_for(team: Team) -> None:
    await answered_and_closed(team)
    team.clock.advance(days=91)
    await delete_what_is_due(team.store, team.clock)
    team.messenger.faults = [Fault(Ambiguous("502")), Fault(Ambiguous("502"))]
    await team.deliver()
    await delete_what_is_due(team.store, team.clock)
    assert await is_known(team)
    await team.deliver(3, seconds=600)
    assert copies(team) == []
    assert (await delete_what_is_due(team.store, team.clock)).requesters == 1
    assert await delete_what_is_due(team.store, team.clock) == Deleted()


@pytest.mark.parametrize("is_unclear", [True, False])
async def test_a_receipt_that_shows_a_new_text_is_emptied_once_more(team: Team, is_unclear: bool) -> None:
    """As when the first text was not anonymous enough, and a notice that may have landed is left to the receipt."""
    receipt = await answered_and_closed(team, replace(Pace(), retention_days=1))
    async with team.store.unit_of_work() as uow:
        await erase_messages(await uow.cases.get("case1"), uow, team.clock.now())
        await uow.commit()
    await team.deliver(2)
    assert copies(team) == []
    await team.tell(Kind.RECEIPT_UPDATE, "receipt:case1:row1")
    team.messenger.faults = [Fault(Ambiguous("502"), landed=True)] if is_unclear else []
    await team.deliver(3, seconds=600)
    assert team.messenger.visible[receipt].reply.text.startswith("receipt_update")
    team.clock.advance(days=1)
    await delete_what_is_due(team.store, team.clock)
    await team.deliver(2)
    assert copies(team) == []


async def test_what_was_shown_of_a_case_goes_with_its_text_and_counts_as_nothing_to_send(team: Team) -> None:
    await answered_and_closed(team)
    shown = [await team.messenger.send(place, Line(f"vist {a_case().text.seen}")) for place in (CHANNEL, PERSONAL)]
    before = await team.counts()
    async with team.store.unit_of_work() as uow:
        for activity_id, place in zip(shown, (CHANNEL, PERSONAL), strict=True):
            assert activity_id is not None
            for _ in range(2):
                await note_copy("case1", activity_id, place, uow, team.clock.now())
        await uow.commit()
    assert await team.counts() == {**before, "delivered": before["delivered"] + 2}
    async with team.store.unit_of_work() as uow:
        kept = [row for row in await uow.outbox.sent_about("case1") if row.item.kind is Kind.COPY]
    assert [(row.activity_id, row.sent_to) for row in kept] == list(zip(shown, (CHANNEL, None), strict=True)), (
        "a chat would tell who sent the case"
    )
    await pass_time(team, 92)
    assert [text for text in team.texts() if "vist" in text] == []
    assert not await is_known(team)


async def test_of_two_replicas_one_notes_that_who_sent_a_case_is_forgotten(team: Team) -> None:
    await answered_and_closed(team)
    team.clock.advance(days=91)
    await delete_what_is_due(team.store, team.clock)
    await team.deliver(2)
    async with team.store.unit_of_work() as uow:
        before, _ = await uow.audit.head()
    done = await asyncio.gather(*(delete_what_is_due(team.store, team.clock) for _ in range(2)))
    assert sum(one.requesters for one in done) == 1
    async with team.store.unit_of_work() as uow:
        after, _ = await uow.audit.head()
    assert after - before == 2, "the case, and what the run deleted"


async def show_a_copy(team: Team) -> None:
    """Show the case to its sender once more, as «mine saker» does."""
    shown = await team.messenger.send(PERSONAL, Line(f"relayed_notice {a_case().text.seen}"))
    assert shown is not None
    async with team.store.unit_of_work() as uow:
        await note_copy("case1", shown, PERSONAL, uow, team.clock.now())
        await uow.commit()


async def test_forget_empties_the_copies_although_nobody_knows_any_more_whose_they_are(team: Team) -> None:
    await answered_and_closed(team)
    await show_a_copy(team)
    assert len(copies(team)) == 3
    assert (await forget_everything(team.store, team.clock, ANSATT)).emptied == 3
    assert not await is_known(team), "at once"
    await team.deliver(2)
    assert copies(team) == []
    assert (await team.case()).text is not None, "the team keeps its case"


async def test_forget_empties_the_copies_of_a_case_that_is_open_too(team: Team) -> None:
    receipt = await team.messenger.send(PERSONAL, Line(f"kvittering {a_case().text.seen}"))
    assert receipt is not None
    await team.submit(receipt_id=receipt)
    await team.deliver(2)
    assert (await forget_everything(team.store, team.clock, ANSATT)).emptied == 1
    await team.deliver(2)
    assert copies(team) == []


async def test_what_was_on_its_way_when_somebody_was_forgotten_is_emptied_when_it_lands(team: Team) -> None:
    await team.submit()
    await team.deliver(2)
    await team.change(answer=an_answer())
    await team.tell(Kind.RELAYED_NOTICE, "answer:case1", notice="answered")
    team.messenger = ForgettingMeanwhile(team)
    await team.deliver(2)
    assert not await is_known(team)
    await team.deliver(2)
    assert copies(team) == []


class ForgettingMeanwhile(FakeMessenger):
    """A messenger that is sending to the requester when they are forgotten."""

    def __init__(self, team: Team) -> None:
        super().__init__(visible=team.messenger.visible)
        self.team = team

    async def send(self, place: Place, reply: Reply, *, marker: str = "", reply_to: str | None = None) -> str | None:
        landed = await super().send(place, reply, marker=marker, reply_to=reply_to)
        if place.room == PERSONAL.room:
            await forget_everything(self.team.store, self.team.clock, ANSATT)
        return landed


async def test_a_chat_that_is_never_reached_is_named_nowhere_after_a_week(team: Team) -> None:
    await answered_and_closed(team)
    await forget_everything(team.store, team.clock, ANSATT)
    team.messenger = Blocking(visible=team.messenger.visible)
    await team.deliver(2)
    assert team.alerts == ["erase 403:ConversationBlockedByUser"] * 2
    await pass_time(team, 6)
    assert (await team.counts())["parked"] == 2, "who runs the bot is told, and may mend it"
    await pass_time(team, 2)
    assert (await team.counts()).get("parked", 0) == 0


async def test_a_reminder_that_lands_after_it_has_begun_anew_is_known_to_be_sent(
    sql_store: SqlStore, clock: MovableClock
) -> None:
    team = Team(sql_store, clock)
    await team.submit()
    reminder = replace(team.row(Kind.RELAYED_NOTICE, "follow", "case1", notice="question_waits"), due_at=clock.now())
    async with sql_store.unit_of_work() as uow:
        await uow.outbox.add(reminder)
        await uow.commit()
    until = clock.now() + timedelta(minutes=1)
    async with sql_store.unit_of_work() as uow:
        (row,) = [one for one in await uow.queue.lease("w1", clock.now(), until, 9) if one.item.kind is reminder.kind]
        assert await uow.queue.start_attempt(row.id, "w1", clock.now(), until)
        await uow.commit()
    async with sql_store.unit_of_work() as uow:
        await uow.outbox.reschedule(replace(reminder, due_at=clock.now() + timedelta(days=1)))
        await uow.queue.delivered(row.id, "reminder-1", clock.now())
        assert [one.activity_id for one in await uow.outbox.sent_about("case1")] == ["reminder-1"]
        await uow.commit()
    clock.advance(days=1)
    async with sql_store.unit_of_work() as uow:
        again = await uow.queue.lease("w1", clock.now(), clock.now() + timedelta(minutes=1), 9)
        assert [one.item.kind for one in again if one.item.kind is reminder.kind] == [reminder.kind], "once, not twice"
