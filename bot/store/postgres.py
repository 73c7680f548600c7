"""PostgreSQL through asyncpg: pooled connections, read committed, rows locked where two replicas may meet."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from datetime import datetime
from typing import Any

import asyncpg
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.store.database import DatabaseInUse, Rows, revision_of
from bot.store.postgres_connection import (
    BROKEN,
    answer_seconds,
    connected,
    notice_when_it_is_gone,
    server_settings,
    told_as_busy,
    when_there_is_room,
)
from bot.store.postgres_turn_locks import LOCK_CONNECTIONS
from bot.store.queries import NumberedQuery, for_postgres

_OTHERS = sa.text(
    "SELECT count(*) FROM pg_stat_activity "
    "WHERE datname = current_database() AND application_name LIKE 'veilederen%' AND pid <> pg_backend_pid()"
)
_LOOK_ANEW = sa.text("SELECT pg_stat_clear_snapshot()")
_NO_KEYS_MEANWHILE = sa.text("LOCK TABLE purpose_keys IN EXCLUSIVE MODE")
"""Whoever opens the database waits for this: what it would read of keys is about to be replaced."""
_LOOKS_FOR_OTHERS, _BETWEEN_LOOKS = 10, 0.2
_LET_GO_SECONDS = 5.0
"""How long to wait for a server that is to undo something; then the connection is cut, which undoes it too."""
_KEPT_OPEN, _AT_MOST = 5, 15
"""Connections of one replica for commits."""
_FOR_ALL = (
    "SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int"
    " - COALESCE(current_setting('reserved_connections', true), '0')::int"
)


class PostgresDatabase:
    """A PostgreSQL database shared by any number of replicas."""

    def __init__(self, url: str, busy_seconds: float) -> None:
        self._patience = answer_seconds(busy_seconds)
        settings = {**server_settings(busy_seconds), "application_name": "veilederen"}
        self.engine: AsyncEngine = create_async_engine(
            url,
            pool_size=_KEPT_OPEN,
            max_overflow=_AT_MOST - _KEPT_OPEN,
            pool_timeout=busy_seconds,
            connect_args={"timeout": busy_seconds, "server_settings": settings},
        )
        notice_when_it_is_gone(self.engine)
        self._sql = for_postgres()

    async def revision(self) -> str | None:
        """Return the revision of the schema; None in an empty database. It is asked for at start, when those that the
        new version takes over from have their connections still."""
        async with aclosing(await when_there_is_room(self.engine)) as connection:
            return await revision_of(connection)

    async def make_new(self) -> None:
        """Nothing to do here: the migrations make the tables."""

    @asynccontextmanager
    async def transaction(self, *, commit: bool = True) -> AsyncIterator[PostgresTransaction]:
        """Open a transaction on a connection of its own."""
        connection, driver = await connected(self.engine)
        transaction = PostgresTransaction(driver, self._sql, self._patience)
        try:
            await transaction.begin()
            yield transaction
            if commit:
                await transaction.commit()
        finally:
            await asyncio.shield(_hand_back(connection, driver, transaction))

    async def is_used_elsewhere(self) -> bool:
        """Close our own connections and tell whether the server has others of a bot. It may need a moment to see that
        ours are closed."""
        await self.close()
        async with self.engine.connect() as connection:
            return await _has_others(connection)

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that is committed only if nobody else has been at the database meanwhile."""
        async with self.engine.begin() as connection:
            await connection.execute(_NO_KEYS_MEANWHILE)
            yield connection
            if await _has_others(connection):
                raise DatabaseInUse(DatabaseInUse.__doc__)

    async def erase_traces(self) -> None:
        """Nothing to do here: PostgreSQL reuses the space, and the destroyed key is what makes the text unreadable."""

    async def time(self) -> datetime:
        """Return what time it is for the server."""
        now: datetime = await self._asked("SELECT clock_timestamp()")
        return now

    async def replicas_that_fit(self) -> int:
        """Return how many replicas the server has connections for, when each has as many as it ever takes."""
        for_all: int = await self._asked(_FOR_ALL)
        return for_all // (_AT_MOST + LOCK_CONNECTIONS)

    async def _asked(self, question: str) -> Any:
        connection, driver = await connected(self.engine)
        try:
            with told_as_busy():
                return await driver.fetchval(question)
        finally:
            await asyncio.shield(connection.close())

    async def close(self) -> None:
        """Close the pool."""
        await self.engine.dispose()


class PostgresTransaction:
    """One transaction on one connection."""

    def __init__(self, driver: asyncpg.Connection, sql: dict[str, NumberedQuery], patience: float) -> None:
        self._driver = driver
        self._sql = sql
        self._patience = patience
        self._open = False

    async def begin(self) -> None:
        """Begin."""
        self._open = True
        with told_as_busy():
            await self._driver.execute("BEGIN", timeout=self._patience)

    async def __call__(self, name: str, **values: Any) -> Rows:
        """Run a named statement."""
        query = self._sql[name]
        with told_as_busy():
            given = (values[name] for name in query.names)
            return list(await self._driver.fetch(query.sql, *given, timeout=self._patience))

    async def commit(self) -> None:
        """Commit. Cut off here, nobody knows whether it went through; ids make a second try harmless."""
        with told_as_busy():
            await self._driver.execute("COMMIT", timeout=self._patience)
        self._open = False

    async def roll_back(self) -> None:
        """Undo whatever is open."""
        if self._open and not self._driver.is_closed():
            await self._driver.execute("ROLLBACK")
        self._open = False


async def _has_others(connection: AsyncConnection) -> bool:
    for _ in range(_LOOKS_FOR_OTHERS):
        await connection.execute(_LOOK_ANEW)
        if not (await connection.execute(_OTHERS)).scalar():
            return False
        await asyncio.sleep(_BETWEEN_LOOKS)
    return True


async def _hand_back(connection: AsyncConnection, driver: asyncpg.Connection, transaction: PostgresTransaction) -> None:
    try:
        async with asyncio.timeout(_LET_GO_SECONDS):
            await transaction.roll_back()
    except TimeoutError:
        driver.terminate()
    except (*BROKEN, asyncpg.PostgresError):
        await connection.invalidate()
    if driver.is_closed():
        await connection.invalidate()
    await connection.close()
