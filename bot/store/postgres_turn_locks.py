"""One turn at a time per conversation, also between replicas: by an advisory lock in PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
from sqlalchemy.ext.asyncio import create_async_engine

from bot.domain.event_log import EventLog
from bot.store.postgres_connection import answer_seconds, connected, notice_when_it_is_gone, server_settings
from bot.store.turn_locks import LocalTurnLocks

log = EventLog(__name__)

LOCK_CONNECTIONS = 20
"""Conversations one replica can have a turn in at the same moment; more stand in line."""


class PostgresTurnLocks:
    """Advisory locks, held on connections of their own so that units of work never wait for them."""

    def __init__(self, url: str, patience_seconds: float = 30.0) -> None:
        self._local = LocalTurnLocks()
        self._free = asyncio.Semaphore(LOCK_CONNECTIONS)
        settings = {**server_settings(patience_seconds), "application_name": "veilederen turns"}
        self._engine = create_async_engine(
            url,
            pool_size=LOCK_CONNECTIONS,
            max_overflow=0,
            pool_timeout=patience_seconds,
            connect_args={"timeout": patience_seconds, "server_settings": settings},
        )
        notice_when_it_is_gone(self._engine)
        self._patience = answer_seconds(patience_seconds)

    @asynccontextmanager
    async def hold(self, key: str) -> AsyncIterator[None]:
        """Hold the conversation against every replica; a replica that dies lets go when its connection breaks.

        Who stands in line because many write at once waits as long as that takes: only a server that is away or does
        not answer is given up. The pool itself would turn them away after its time, with nothing done.
        """
        number = int.from_bytes(bytes.fromhex(key[:16]), "big", signed=True)
        async with self._local.hold(key), self._free:
            connection, driver = await connected(self._engine)
            is_free = False
            try:
                await driver.execute("SELECT pg_advisory_lock($1)", number, timeout=self._patience)
                yield
                is_free = await self._is_let_go(driver, number)
            finally:
                if not is_free:
                    await asyncio.shield(connection.invalidate())
                await asyncio.shield(connection.close())

    async def _is_let_go(self, driver: asyncpg.Connection, number: int) -> bool:
        """Let go of the lock, and tell whether it is: the server may be gone by now. The turn is committed then, so
        nobody is told that it was not; the connection is thrown away, and the lock goes with it."""
        try:
            await asyncio.shield(driver.execute("SELECT pg_advisory_unlock($1)", number, timeout=self._patience))
        except Exception as error:
            log.info("turn_lock_not_let_go", error=type(error).__name__)
            return False
        return True

    async def close(self) -> None:
        """Close the connections."""
        await self._engine.dispose()
