"""Whether the bot can work now, and what somebody should look at although it can.

Traffic stays where the whole installation has a trouble: whoever writes is then told that something is wrong and
where to call, instead of nothing. Must not know who asks.
"""

from __future__ import annotations

import asyncio
import uuid
from datetime import timedelta

from bot.domain.event_log import EventLog
from bot.domain.ports import Clock
from bot.store.encryption import EncryptionError
from bot.store.sql_store import SqlStore
from bot.teams.taking_turns import Readiness
from bot.turns.publishing import PublishingDesk

SECONDS = 3
WRITE_PROBE = "write-probe"
"""A lease that nobody holds: taking it shows that something can be kept."""
LYING = timedelta(minutes=15)
"""How long a message may wait that nothing stands in the way of, before somebody should know: all that fails is tried
again later, so one that lies is one that nobody tries."""
SEE = "Se: python -m bot doctor"
WORDS = {
    "nothing_kept": f"Ingenting kan lagres. Er disken full? {SEE}",
    "nothing_delivered": "Meldinger har ventet et kvarter uten at noen sender dem. Se: python -m bot outbox",
    "case_keys_missing": f"Noen saker kan ikke åpnes: en krypteringsnøkkel mangler. {SEE}",
}

log = EventLog(__name__)


class Ready:
    """Answers at once from what the last look found; only whether the database answers is asked anew."""

    def __init__(self, store: SqlStore, desk: PublishingDesk, clock: Clock) -> None:
        self._store = store
        self._desk = desk
        self._clock = clock
        self._owner = uuid.uuid4().hex
        self._since = clock.now()
        self._lay = False
        self._found: frozenset[str] = frozenset()
        self._asking: asyncio.Task[bool] | None = None

    async def __call__(self) -> Readiness:
        """Return whether the bot can work; the database that does not answer in time means that it cannot.

        Anybody on the internet may ask. Whoever asks while the database is being asked gets the same answer, so that a
        thousand who do hold one connection, and turns have the others.
        """
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._database_answers())
        done, _ = await asyncio.wait({self._asking}, timeout=SECONDS + 0.5)  # what is given up takes its time to let go
        if done and self._asking.result():
            return Readiness(True, self._remarks())
        return Readiness(False, (f"Databasen svarer ikke. {SEE}", *self._remarks()))

    async def _database_answers(self) -> bool:
        try:
            async with asyncio.timeout(SECONDS), self._store.unit_of_work() as uow:
                await uow.outbox.is_known(WRITE_PROBE)
        except Exception as error:  # whatever the driver raises
            log.warning("not_ready", error=type(error).__name__)
            return False
        return True

    def _remarks(self) -> tuple[str, ...]:
        unused = self._desk.not_in_use
        edition = (f"Utgave {unused.number} av kunnskapen er publisert, men ikke i bruk. {SEE}",) if unused else ()
        return (*edition, *(WORDS[one] for one in sorted(self._found)))

    async def look(self) -> None:
        """See whether something can be kept and every case opened. What is new is logged."""
        found = {name for name, is_so in await self._troubles() if is_so}
        for name in sorted(found - self._found):
            log.error(name)
        self._found = frozenset(found)

    async def _troubles(self) -> tuple[tuple[str, bool], ...]:
        return (
            ("nothing_kept", not await can_keep(self._store, self._clock, self._owner)),
            ("nothing_delivered", await self._lies()),
            ("case_keys_missing", not await _opens_every_case(self._store)),
        )

    async def _lies(self) -> bool:
        """Tell whether messages are left lying, at this look and the last: what came while no bot ran has its time
        first, and what waited for another one may be taken in the next second."""
        before = self._clock.now() - LYING
        if before < self._since:
            return False
        async with self._store.unit_of_work() as uow:
            lay, self._lay = self._lay, await uow.queue.is_left_lying(before)
        return lay and self._lay


async def can_keep(store: SqlStore, clock: Clock, owner: str) -> bool:
    """Tell whether something can be written. False for a full disk, and for a database that may only be read."""
    now = clock.now()
    try:
        async with store.unit_of_work() as uow:
            await uow.leases.take(WRITE_PROBE, owner, now, now)
            await uow.commit()
    except Exception:  # each driver has its own kinds
        return False
    return True


async def _opens_every_case(store: SqlStore) -> bool:
    try:
        await store.require_unwrappable()
    except EncryptionError:
        return False
    return True
