"""Writes down what became of a row, each time in one commit, and tells the admin when a row needs a person."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.delivery.landing import note_card_gone, note_card_landed, note_line_landed, note_replaced
from bot.delivery.plan import REQUESTER_FORGOTTEN, Replace
from bot.delivery.policy import TryAgain
from bot.domain.again import unless_collided
from bot.domain.event_log import EventLog
from bot.domain.outbox import Kind, OutboxItem, OutboxRow
from bot.domain.ports import Clock, Store, UnitOfWork
from bot.domain.turn import Place
from bot.usecases.erase_messages import erase_key, erase_what_came_too_late
from bot.usecases.note_channel import note_out_of_reach
from bot.usecases.retire_double import double_key, empty_double
from bot.usecases.tell_not_posted import tell_card_given_up
from bot.usecases.tell_on_duty import remind_on_duty
from bot.usecases.tell_trend import note_posted
from bot.usecases.unreached import tell_reached, tell_unreachable, tell_unreached

log = EventLog(__name__)

_TAKEN_BACK_WITHIN = timedelta(minutes=1)
"""A surplus card that still stands then is emptied: Teams did not take it back, or nobody came to ask it to."""

_NOT_IN_CHANNEL = "BotNotInConversationRoster"
"""What Teams answers where the bot was taken out of the channel, or the app out of its team."""


@dataclass(frozen=True)
class Record:
    """The written side of an errand."""

    store: Store
    clock: Clock
    owner: str
    alert: Callable[[OutboxRow, str], Awaitable[None]]

    async def attempt(self, row: OutboxRow, lease_for: timedelta, place: Place | None) -> bool:
        """Commit that a send starts, and to which channel; False when the row is no longer ours."""
        now = self.clock.now()
        async with self.store.unit_of_work() as uow:
            ours = await uow.queue.start_attempt(row.id, self.owner, now, now + lease_for, place)
            await uow.commit()
        return ours

    async def landed(self, row: OutboxRow, place: Place, activity_id: str | None, version: int = 0) -> str | None:
        """Note that it is there; `version` is what a card shows (0 = unknown). Returns a surplus card's id."""
        surplus = await unless_collided(lambda: self._note_landed(row, place, activity_id, version))
        log.info("delivery.landed", row=row.id, kind=row.item.kind.value, attempt=row.attempt)
        return surplus

    async def _note_landed(self, row: OutboxRow, place: Place, activity_id: str | None, version: int) -> str | None:
        surplus = None
        async with self.store.unit_of_work() as uow:
            now = self.clock.now()
            await _hold_case(row, uow)
            if row.item.kind is Kind.CASE_CARD and activity_id:
                surplus = await note_card_landed(row, place, activity_id, version, uow, now)
                if surplus is not None:
                    await empty_double(row, surplus, place, uow, now + _TAKEN_BACK_WITHIN)
            if row.item.kind is Kind.RELAYED_LINE and activity_id:
                await note_line_landed(row, place, activity_id, uow, now)
            await uow.queue.delivered(row.id, activity_id, now)
            if activity_id:
                await erase_what_came_too_late(row, activity_id, place, uow, now)
            await note_posted(row, place, uow)
            await tell_reached(row, uow, now)
            await remind_on_duty(row, uow, now)
            await uow.commit()
        return surplus

    async def surplus_gone(self, row: OutboxRow, activity_id: str) -> None:
        """Note that a surplus card is taken back, and need not be emptied."""
        async with self.store.unit_of_work() as uow:
            await uow.outbox.cancel(double_key(row.item.case_id or "", activity_id))
            await uow.commit()

    async def replaced(self, row: OutboxRow, plan: Replace) -> None:
        """Note that the card shows the version of the plan."""
        async with self.store.unit_of_work() as uow:
            await _hold_case(row, uow)  # its team may move meanwhile, and retire the card
            await note_replaced(row, plan, uow)
            if row.item.kind is Kind.RECEIPT_UPDATE:  # it shows the text of the case anew, and may be emptied anew
                await uow.outbox.let_come_again(erase_key(row.item.case_id or "", plan.activity_id))
            await uow.queue.delivered(row.id, plan.activity_id, self.clock.now())
            await uow.commit()

    async def settled(self, row: OutboxRow, activity_id: str | None) -> None:
        """Note that there was nothing left to do."""
        async with self.store.unit_of_work() as uow:
            await uow.queue.delivered(row.id, activity_id, self.clock.now())
            await uow.commit()

    async def card_gone(self, row: OutboxRow, activity_id: str) -> None:
        """Note that the card has gone from the channel; a new one is queued in the same commit."""
        async with self.store.unit_of_work() as uow:
            await note_card_gone(row, activity_id, uow, self.clock.now())
            await uow.commit()
        log.warning("delivery.card_gone", row=row.id)

    async def postponed(self, row: OutboxRow, again: TryAgain, code: str, at: datetime | None = None) -> None:
        """Note when to try again (`at`, else after the seconds of `again`)."""
        until = at or self.clock.now() + timedelta(seconds=again.seconds)
        async with self.store.unit_of_work() as uow:
            how = {"ambiguous": again.ambiguous, "looked": again.looked}
            ours = await uow.queue.postpone(row.id, self.owner, until, code, **how)
            await uow.commit()
        if not ours:
            log.info("delivery.lease_gone", row=row.id, code=code)
            return
        log.info("delivery.postponed", row=row.id, kind=row.item.kind.value, code=code, ambiguous=again.ambiguous)

    async def parked(
        self, row: OutboxRow, code: str, *, has_not_landed: bool = False, room: Place | None = None
    ) -> None:
        """Give the row to a person, and tell the team what has not reached the requester. `has_not_landed`: Teams said
        so, and nothing sent before it may have. `room`: the channel it was refused in; one the bot is not in takes no
        more cases from now, not from the next hourly look."""
        now = self.clock.now()
        async with self.store.unit_of_work() as uow:
            await _hold_case(row, uow)
            if has_not_landed:
                await uow.queue.postpone(row.id, self.owner, now, code, ambiguous=False)
            if not await uow.queue.park(row.id, self.owner, code, now):
                log.info("delivery.lease_gone", row=row.id, code=code)
                return
            await tell_unreached(row, uow, now)
            await tell_card_given_up(row, uow, now)
            if room is not None and _NOT_IN_CHANNEL in code and row.last_code != code:  # else the roster says it is in
                for link in await uow.channels.at(room):
                    await note_out_of_reach(link, "team.gone_removed", uow, self.clock)
            await uow.commit()
        if row.last_code == code:  # tried again and refused as before, which is told already
            log.info("delivery.parked_again", row=row.id, kind=row.item.kind.value, code=code)
        else:
            log.error("delivery.parked", row=row.id, kind=row.item.kind.value, code=code)
        await self.tell_admin(row, code)

    async def dropped(self, row: OutboxRow, code: str) -> None:
        """Cancel the row because what it is about no longer exists."""
        now = self.clock.now()
        async with self.store.unit_of_work() as uow:
            await _hold_case(row, uow)
            await uow.queue.drop(row.id, code, now)
            if code == REQUESTER_FORGOTTEN:
                await tell_unreachable(row, uow, now)
            await uow.commit()
        log.info("delivery.dropped", row=row.id, kind=row.item.kind.value, code=code)

    async def left_to_receipt(self, row: OutboxRow, code: str) -> bool:
        """Queue the update of the receipt in place of a notice that may have landed; False without a receipt."""
        now, case_id = self.clock.now(), row.item.case_id or ""
        async with self.store.unit_of_work() as uow:
            requester = await uow.cases.requester_of(case_id)
            if requester is None or not requester.receipt_id:
                return False
            key = f"receipt:{case_id}:{row.id}"
            await uow.outbox.add(OutboxItem(Kind.RECEIPT_UPDATE, key, now, row.item.conversation, case_id))
            await uow.queue.drop(row.id, "left_to_receipt", now)
            await uow.commit()
        log.info("delivery.left_to_receipt", row=row.id, code=code)
        return True

    async def tell_admin(self, row: OutboxRow, code: str) -> None:
        """Call the alert; whatever it does, delivery goes on."""
        try:
            await self.alert(row, code)
        except Exception as error:  # an alert that fails must not stop what it warns about
            log.warning("delivery.alert_failed", row=row.id, error=type(error).__name__)


async def _hold_case(row: OutboxRow, uow: UnitOfWork) -> None:
    """Hold the case before the row, as a turn does that cancels the row."""
    if row.item.case_id is not None:
        await uow.cases.hold(row.item.case_id)
