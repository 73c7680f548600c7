"""One row on its way: plan, look if it may have landed, send. What becomes of it is written by `record`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

from bot.delivery.payloads import brought_up_to_date
from bot.delivery.plan import Obsolete, Plan, Planner, Post, Replace, Settled, Unreachable, Waits, is_for_member
from bot.delivery.policy import LOOKS, LeaveToReceipt, Park, TryAgain, after_failure, after_vain_look
from bot.delivery.record import Record
from bot.delivery.send_rate import SendRate
from bot.delivery.settings import DeliverySettings
from bot.domain.errors import CaseNotFound
from bot.domain.event_log import EventLog
from bot.domain.outbox import Kind, OutboxRow, RowState
from bot.domain.ports import Clock, Messenger, Store, StoreAway
from bot.domain.reply import Reply, shortened
from bot.domain.sending import Ambiguous, CannotLook, Gone, SendError, TooLarge, TryLater
from bot.domain.turn import Place, PlaceKind

log = EventLog(__name__)
T = TypeVar("T")

_PATIENCE = 1.0
"""Seconds a row may wait for its turn under the rate limit with its lease running; longer, and it is put back."""
_OUT_OF_REACH_AGAIN_AFTER = 300.0
"""Seconds between looks at whether a channel that was removed, deleted or archived is back."""
_STORE_AWAY_AGAIN_AFTER = 1.0
_BROKEN_AGAIN_AFTER = 60.0
_BROKEN_TRIES = 60
"""A row that cannot be put into words is tried every minute for an hour (a deploy may mend it, and a replica of the
version before does not know what a newer one adds), then parked. However long ago it was due: it may have waited."""
_BROKEN = "broken"


CUT = " …"
"""What stands where a text is cut, when nobody gives other words for it."""


@dataclass(frozen=True)
class Otherwise:
    """How a message is put when it cannot be sent as it was written."""

    as_repeat: Callable[[Reply], Reply] = lambda reply: reply
    """Says in the message that it may have come before."""
    shorter: Callable[[Reply], Reply] = lambda reply: shortened(reply, CUT)
    """Cuts what people wrote in it; gives back the very same when nothing is left to cut."""


@dataclass(frozen=True)
class Errand:
    """Carries rows. Holds nothing about them between two calls: everything is in the store."""

    store: Store
    messenger: Messenger
    clock: Clock
    planner: Planner
    settings: DeliverySettings
    record: Record
    conversation_pace: SendRate
    app_pace: SendRate
    otherwise: Otherwise

    @property
    def lease_for(self) -> timedelta:
        """How long a row is ours."""
        return timedelta(seconds=self.settings.lease)

    async def run(self, leased: OutboxRow) -> None:
        """Carry the row as far as it gets now. Raises only what the store raises."""
        try:
            row = brought_up_to_date(leased)
            plan = await self._plan(row)
        except CaseNotFound:
            await self.record.dropped(leased, "case_not_found")
        except StoreAway:  # nothing was sent; when the store can't even note that, the lease runs out
            ambiguous = leased.state is RowState.AMBIGUOUS
            await self.record.postponed(leased, TryAgain(_STORE_AWAY_AGAIN_AFTER, ambiguous), "store_away")
        except Exception as error:  # words or payload are broken: a bug, but it must not stop the other rows
            await self._set_aside(leased, error)
        else:
            ready = await self._ready(row, plan)
            if ready is not None:
                await self._go(row, ready)

    async def _plan(self, row: OutboxRow) -> Plan:
        async with self.store.unit_of_work() as uow:
            return await self.planner.plan(row, uow, self.clock.now())

    async def _set_aside(self, row: OutboxRow, error: Exception) -> None:
        code, tries = f"{_BROKEN} {type(error).__name__}", _tries_broken(row) + 1
        if tries > _BROKEN_TRIES:
            await self.record.parked(row, code)
        else:
            ambiguous = row.state is RowState.AMBIGUOUS
            await self.record.postponed(row, TryAgain(_BROKEN_AGAIN_AFTER, ambiguous), f"{code} {tries}")

    async def _go(self, row: OutboxRow, plan: Plan) -> None:
        match plan:
            case Settled(activity_id):
                await self.record.settled(row, activity_id)
            case Obsolete(code):
                await self.record.dropped(row, code)
            case Unreachable(code):
                await self.record.parked(row, code)
            case Waits(code):
                ambiguous = row.state is RowState.AMBIGUOUS
                await self.record.postponed(row, TryAgain(_OUT_OF_REACH_AGAIN_AFTER, ambiguous), code)
            case Post() | Replace():
                if await self._has_its_turn(row) and await self.record.attempt(row, self.lease_for, _searched(plan)):
                    await self._send(row, plan)

    # Looking before a second send

    async def _ready(self, row: OutboxRow, plan: Plan) -> Plan | None:
        """Return what to do now; None when an earlier send has landed, or when it is too early to know.

        It is looked for where it was sent: the team's channel may have moved, or the card been replaced, since then."""
        place = plan.place if isinstance(plan, Post | Obsolete) else None
        if isinstance(plan, Post | Obsolete | Unreachable):
            place = row.sent_to or place
        if row.state is not RowState.AMBIGUOUS or place is None:
            return plan
        visible_at = (row.last_attempt_at or self.clock.now()) + timedelta(seconds=self.settings.visibility_lag)
        if self.clock.now() < visible_at:
            again = TryAgain(0, ambiguous=True)
            await self.record.postponed(row, again, row.last_code or "interrupted", at=visible_at)
            return None
        try:
            place = await self._opened(plan, place)
            found = await self._in_time(self.messenger.find(place, row.id))
        except SendError as error:
            return await self._unseen(row, plan, error)
        if found is None:
            return plan
        await self._landed(row, place, found)
        return None

    async def _unseen(self, row: OutboxRow, plan: Plan, error: SendError) -> Plan | None:
        """Decide without knowing whether it landed: look again later, let the receipt tell it, or send and say so."""
        step = after_vain_look(CannotLook(error.code, after=error.after), row.item, row.looks, self.settings)
        if isinstance(step, TryAgain):
            await self.record.postponed(row, step, f"cannot look: {error.code}")
            return None
        if isinstance(step, LeaveToReceipt) and await self.record.left_to_receipt(row, error.code):
            return None
        log.warning("delivery.sent_unseen", row=row.id, kind=row.item.kind.value, code=error.code)
        if row.item.kind is Kind.CASE_CARD:
            await self.record.tell_admin(row, "sent_unseen")
        if not isinstance(plan, Post):
            return plan
        return replace(plan, reply=self.otherwise.as_repeat(plan.reply), is_repeat=True)

    # Sending

    async def _has_its_turn(self, row: OutboxRow) -> bool:
        """Wait a little for the rate limits; put the row back when it would be long."""
        now = asyncio.get_running_loop().time()
        slot = self.conversation_pace.slot(row.item.conversation, now, row.id)
        if slot - now > _PATIENCE:
            again = TryAgain(slot - now, ambiguous=row.state is RowState.AMBIGUOUS)
            await self.record.postponed(row, again, row.last_code or "paced")
            return False
        self.conversation_pace.used(row.id, now)
        await asyncio.sleep(max(slot, self.app_pace.slot("app", now)) - now)
        return True

    async def _send(self, row: OutboxRow, plan: Post | Replace) -> None:
        try:
            if isinstance(plan, Replace):
                await self._in_time(self.messenger.update(plan.place, plan.activity_id, plan.reply))
                await self.record.replaced(row, plan)
                return
            place = await self._opened(plan, plan.place)
            sending = self.messenger.send(place, plan.reply, marker=row.id, reply_to=plan.reply_to)
            activity_id = await self._in_time(sending)
        except TooLarge as error:
            await self._send_shorter(row, plan, error)
        except SendError as error:
            await self._failed(row, plan, error)
        else:
            await self._landed(row, place, activity_id, plan.version)

    async def _send_shorter(self, row: OutboxRow, plan: Post | Replace, error: TooLarge) -> None:
        """A message that is cut reaches somebody; one that is parked helps nobody until the bot is changed.

        Each try is an attempt of its own with a whole lease: several in a row may take longer than one."""
        shorter = self.otherwise.shorter(plan.reply)
        if shorter is plan.reply:
            await self._failed(row, plan, error)
            return
        log.warning("delivery.shortened", row=row.id, kind=row.item.kind.value, code=error.code)
        if await self.record.attempt(row, self.lease_for, _searched(plan)):
            await self._send(row, replace(plan, reply=shorter))

    async def _landed(self, row: OutboxRow, place: Place, activity_id: str | None, version: int = 0) -> None:
        surplus = await self.record.landed(row, place, activity_id, version)
        if surplus is None:
            return
        try:
            await self._in_time(self.messenger.delete(place, surplus))
        except SendError as error:  # then it is emptied, by the row that was queued when it landed
            log.warning("delivery.surplus_card_stays", row=row.id, code=error.code)
        else:
            await self.record.surplus_gone(row, surplus)

    async def _failed(self, row: OutboxRow, plan: Post | Replace, error: SendError) -> None:
        card = plan.activity_id if isinstance(plan, Replace) else plan.reply_to
        if isinstance(error, Gone) and card is not None:
            await self.record.card_gone(row, card)
            return
        if isinstance(error, Gone) and is_for_member(row):
            await self.record.dropped(row, "left_the_team")
            return
        match after_failure(error, row.item.kind, row.attempt + 1, self.settings):
            case Park():
                is_repeat = isinstance(plan, Post) and plan.is_repeat
                await self.record.parked(row, error.code, has_not_landed=not is_repeat, room=_room(plan))
            case TryAgain() as again:
                # Refused for now, the repeat has not landed; the message before it still may have.
                is_open = isinstance(plan, Post) and plan.is_repeat and LOOKS.get(row.item.kind, 1) == 1
                await self.record.postponed(row, replace(again, ambiguous=again.ambiguous or is_open), error.code)

    async def _opened(self, plan: Plan, place: Place) -> Place:
        """Return where to send: the place, or the personal chat of the member the plan names."""
        if not isinstance(plan, Post) or plan.member is None:
            return place
        try:
            return await self._in_time(self.messenger.open_personal(place, plan.member))
        except Ambiguous as error:  # opening a chat twice gives the same chat
            raise TryLater(error.code, after=error.after) from None

    async def _in_time(self, call: Awaitable[T]) -> T:
        try:
            async with asyncio.timeout(self.settings.client_timeout):
                return await call
        except TimeoutError:
            raise Ambiguous("timeout") from None
        except SendError:
            raise
        except Exception as error:  # the messenger promises SendError only; if it breaks that, nobody knows
            raise Ambiguous(type(error).__name__) from error


def _tries_broken(row: OutboxRow) -> int:
    """Return how often in a row it could not be put into words, as its last code says."""
    kind, _, tries = (row.last_code or "").rpartition(" ")
    return int(tries) if kind.startswith(_BROKEN) and tries.isdecimal() else 0


def _searched(plan: Post | Replace) -> Place | None:
    """Return the channel in which what is sent can be looked for; None for a chat, and for what replaces a message."""
    return _room(plan) if isinstance(plan, Post) else None


def _room(plan: Post | Replace) -> Place | None:
    """Return the channel the plan sends to; None for a chat."""
    is_for_one = isinstance(plan, Post) and plan.member is not None
    return plan.place if plan.place.kind is PlaceKind.CHANNEL and not is_for_one else None
