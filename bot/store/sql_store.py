"""The store: opens the database, migrates it, loads its keys and hands out units of work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain.ports import StoreAway
from bot.domain.turn import Person, Place
from bot.store.database import Database, DatabaseInUse, StoreUnopened, kind_of
from bot.store.encryption import EncryptionError, KeyRing
from bot.store.keys import Keys
from bot.store.opening import database_for, turn_locks_for
from bot.store.rotation import name_lanes_anew, require_unwrappable, rewrap_case_keys, wrapped_by_older
from bot.store.schema import SchemaNotCurrent, require_current, upgrade
from bot.store.turn_locks import LocalTurnLocks
from bot.store.unit_of_work import SqlUnitOfWork, UnitNotOpen

if TYPE_CHECKING:
    from bot.store.backup import Restored


def _utc_now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _told_as_unopened() -> Iterator[None]:
    try:
        yield
    except (SchemaNotCurrent, StoreAway, EncryptionError):
        raise
    except Exception as error:  # each driver has its own kinds: a server away, a wrong password, a full disk
        raise StoreUnopened(kind_of(error)) from error


class SqlStore:
    """SQLite or PostgreSQL behind the ports of the domain. `open` it before the first unit, `close` it at the end."""

    def __init__(
        self,
        url: str,
        ring: KeyRing,
        *,
        now: Callable[[], datetime] = _utc_now,
        busy_seconds: float = 30.0,
        accepts: str = "",
    ) -> None:
        """`accepts` is the newer schema, if any, that this earlier version of the program may work with."""
        self.database: Database = database_for(url, busy_seconds=busy_seconds)
        self._url = url
        self._accepts = accepts
        self._ring = ring
        self._now = now
        self._keys: Keys | None = None
        self._rows_added = asyncio.Event()
        self._turns = turn_locks_for(url, busy_seconds=busy_seconds)

    async def open(self, *, migrate: bool = True) -> None:
        """Bring the schema up to date (or, with `migrate` off, refuse an old one) and load the keys.

        Raises StoreAway, SchemaNotCurrent, KeyMissing or SealBroken (the encryption key does not fit this database, or
        not the keys of its cases: opened so, their texts could not be read).
        """
        with _told_as_unopened():
            await self._reach(migrate=migrate)
            await self.require_unwrappable()
            async with self.database.transaction() as run:
                self._keys = await Keys.load(run, self._ring)
            await self.name_lanes_anew()

    async def _reach(self, *, migrate: bool) -> None:
        if migrate:
            await upgrade(self._url, accepts=self._accepts)
        else:
            await require_current(self.database, self._accepts)

    @property
    def keys(self) -> Keys:
        """The opened keys; raises UnitNotOpen before `open`."""
        if self._keys is None:
            raise UnitNotOpen("open the store before its first unit of work")
        return self._keys

    def unit_of_work(self, by: Person | None = None) -> SqlUnitOfWork:
        """Return a new unit; `by` is who does it, for the audit trail (None = the bot itself)."""
        return SqlUnitOfWork(self.database, self.keys, self._now, by, self._rows_added.set)

    def one_turn(self, person: Person, place: Place) -> AbstractAsyncContextManager[None]:
        """Hold the conversation for one turn. The lock of a single process needs no name that others may see."""
        named = ("turn", person.id, place.conversation_id)
        is_alone = isinstance(self._turns, LocalTurnLocks)
        return self._turns.hold("\x1f".join(named) if is_alone else self.keys.index(*named))

    async def wait_for_rows(self, seconds: float) -> None:
        """Return when this process has added an outbox row, at the latest after `seconds`."""
        try:
            async with asyncio.timeout(seconds):
                await self._rows_added.wait()
        except TimeoutError:
            return
        self._rows_added.clear()

    async def rewrap_case_keys(self) -> int:
        """After a change of the encryption key: wrap every case key with the new one; return how many there were."""
        return await rewrap_case_keys(self.database, self._ring)

    async def name_lanes_anew(self) -> int:
        """Name what is to be sent to a person by a keyed hash, where an earlier version added it; return how many."""
        async with self.database.transaction() as run:
            return await name_lanes_anew(run, self.keys)

    async def require_unwrappable(self) -> None:
        """Raise KeyMissing or SealBroken when keys of cases cannot be unwrapped with the encryption keys there are."""
        await require_unwrappable(self.database, self._ring)

    async def case_keys_of_older(self) -> Mapping[str, int]:
        """Return how many case keys each older encryption key still wraps: those keys must stay in the setting."""
        return await wrapped_by_older(self.database, self._ring)

    async def back_up(self, data_file: Path, keys_file: Path) -> int:
        """Write a backup: rows in one file, the keys of cases in the other. Returns the number of rows."""
        from bot.store.backup import write_backup

        return await write_backup(self.database, data_file, keys_file, self._now())

    async def restore(self, data_file: Path, keys_file: Path) -> Restored:
        """Fill this empty database from a backup, in one commit; it need not be opened, for its own keys go. Raises
        BackupUnreadable, KeysOlder, DatabaseInUse, DatabaseNotEmpty, KeyMissing, SealBroken or StoreUnopened; then
        nothing is changed, but that the empty tables are there."""
        from bot.store.backup import read_backup

        with _told_as_unopened():
            is_used = await self.database.is_used_elsewhere()
        if is_used:
            raise DatabaseInUse(DatabaseInUse.__doc__)
        with _told_as_unopened():
            await self._reach(migrate=True)
        restored, self._keys = await read_backup(self.database, self._ring, data_file, keys_file, self._now())
        return restored

    async def look_first(self) -> None:
        """Look before anything is sent that may have been sent already: somebody else than `restore` has put the
        database back. Raises DatabaseInUse; then nothing is changed."""
        if await self.database.is_used_elsewhere():
            raise DatabaseInUse(DatabaseInUse.__doc__)
        async with self.unit_of_work() as uow:
            await uow.queue.look_first(self._now())
            await uow.audit.note("backup.restored", self._now(), by="operator")
            await uow.commit()

    async def erase_traces(self) -> None:
        """Make sure that deleted bytes are gone from files beside the database."""
        await self.database.erase_traces()

    async def time(self) -> datetime | None:
        """Return what time it is for the server that all replicas share; None for a file. Raises StoreAway."""
        return await self.database.time()

    async def replicas_that_fit(self) -> int | None:
        """Return how many replicas the server has connections for; None for a file. Raises StoreAway."""
        return await self.database.replicas_that_fit()

    async def close(self) -> None:
        """Close all connections."""
        await self._turns.close()
        await self.database.close()
