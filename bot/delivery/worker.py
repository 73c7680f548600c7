"""The outbox worker: leases rows, carries each through look, send and landing, and survives whatever fails.

Between the commit of the attempt and the commit of the landing a row counts as «may have landed». Killed there, the
next worker finds it after the lease has run out, waits the visibility lag, looks for the marker, and only then sends.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable

from bot.delivery.errand import Errand, Otherwise
from bot.delivery.plan import Planner, Present
from bot.delivery.record import Record
from bot.delivery.send_rate import SendRate
from bot.delivery.settings import DeliverySettings
from bot.domain.event_log import EventLog
from bot.domain.outbox import OutboxRow
from bot.domain.ports import Clock, Messenger, Store, StoreAway

log = EventLog(__name__)

Alert = Callable[[OutboxRow, str], Awaitable[None]]
"""Told when a row needs a person, with the code. Must not wait long."""

_PAUSE_AFTER_TROUBLE = 1.0
_LONGEST_PAUSE = 30.0


async def no_alert(_row: OutboxRow, _code: str) -> None:
    """Tell nobody; parked rows are still listed by `python -m bot outbox`."""


class OutboxWorker:
    """Delivers outbox rows. Any number of workers may share one PostgreSQL database."""

    def __init__(
        self,
        store: Store,
        messenger: Messenger,
        clock: Clock,
        present: Present,
        settings: DeliverySettings | None = None,
        alert: Alert = no_alert,
        otherwise: Otherwise = Otherwise(),  # noqa: B008
    ) -> None:
        self._store = store
        self._settings = settings or DeliverySettings()
        self._clock = clock
        self._owner = secrets.token_hex(8)
        self._errand = Errand(
            store,
            messenger,
            clock,
            Planner(present),
            self._settings,
            Record(store, clock, self._owner, alert),
            SendRate(self._settings.conversation_windows),
            SendRate(self._settings.app_windows),
            otherwise,
        )
        self._on_their_way: dict[str, asyncio.Task[None]] = {}
        """By row: one whose lease ended while the database was slow is leased anew, but carried once."""

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until `stop` is set, then let what is on its way finish."""
        pause = _PAUSE_AFTER_TROUBLE
        while not stop.is_set():
            try:
                leased = await self._start_some()
                pause = _PAUSE_AFTER_TROUBLE
            except Exception as error:  # the database may be away for a while; whatever it is, nothing is lost
                log.warning("delivery.lease_failed", error=type(error).__name__)
                await self._rest(stop, pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
                continue
            if not leased:
                await self._rest(stop, self._settings.poll_every)
        await self._drain()

    async def deliver_due(self) -> int:
        """Deliver everything that is due now, and what follows from it; return how many rows were handled."""
        handled = 0
        while rows := await self._lease(self._settings.concurrency):
            for row in rows:
                await self._errand.run(row)
            handled += len(rows)
        return handled

    async def _start_some(self) -> int:
        free = self._settings.concurrency - len(self._on_their_way)
        rows = await self._lease(free) if free > 0 else []
        new = [row for row in rows if row.id not in self._on_their_way]
        for row in new:
            self._on_their_way[row.id] = asyncio.create_task(self._carry(row))
        return len(new)

    async def _lease(self, limit: int) -> list[OutboxRow]:
        now = self._clock.now()
        async with self._store.unit_of_work() as uow:
            rows = await uow.queue.lease(self._owner, now, now + self._errand.lease_for, limit)
            if rows:
                await uow.commit()
        return list(rows)

    async def _carry(self, row: OutboxRow) -> None:
        try:
            await self._errand.run(row)
        except StoreAway as error:  # the lease runs out and the row comes again
            log.warning("delivery.row_failed", row=row.id, kind=row.item.kind.value, error=type(error).__name__)
        except Exception as error:  # a bug: the row comes again, perhaps for ever, and somebody must know
            log.error("delivery.row_failed", row=row.id, kind=row.item.kind.value, error=type(error).__name__)
            await self._errand.record.tell_admin(row, f"broken {type(error).__name__}")
        finally:
            self._on_their_way.pop(row.id, None)

    async def _rest(self, stop: asyncio.Event, seconds: float) -> None:
        """Wait for a new row, for one on its way to finish (its lane is then free), for `stop`, or for the time."""
        waits = {
            asyncio.create_task(self._store.wait_for_rows(seconds)),
            asyncio.create_task(stop.wait()),
        }
        await asyncio.wait(
            waits | set(self._on_their_way.values()), timeout=seconds, return_when=asyncio.FIRST_COMPLETED
        )
        for task in waits:
            task.cancel()
        await asyncio.gather(*waits, return_exceptions=True)

    async def _drain(self) -> None:
        if self._on_their_way:
            _, late = await asyncio.wait(self._on_their_way.values(), timeout=self._settings.drain)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
