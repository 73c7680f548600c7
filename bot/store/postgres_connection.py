"""Connections to a PostgreSQL that may be restarted, full or gone: asked for again while another try may mend it."""

from __future__ import annotations

import asyncio
import random
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import asyncpg
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.domain.ports import StoreCollided
from bot.store.database import StoreBusy

BROKEN = (
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncpg.OperatorInterventionError,
    OSError,
)
_AGAIN = (
    *BROKEN,
    asyncpg.LockNotAvailableError,
    asyncpg.TooManyConnectionsError,
    sa.exc.TimeoutError,
)
"""What another try at the whole unit may mend, when there has been time for it."""
_COLLIDED = (asyncpg.SerializationError, asyncpg.DeadlockDetectedError)
"""What another try mends at once."""
_ASKED = {"TCP_KEEPIDLE": 30, "TCP_KEEPINTVL": 10, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 60_000}
"""Seconds, a count, and milliseconds that what was sent may be unheard (Linux, tcp(7))."""
_ROOM_SECONDS, _ROOM_AGAIN = 10.0, (0.1, 0.5)
"""How long to wait for a server that has no connection left, and between two tries, so that not all come at once."""
_TRIES_TO_CONNECT = 3
"""A pool of five may hold several connections that a restart of the server has cut."""


@contextmanager
def told_as_busy() -> Iterator[None]:
    """Raise StoreBusy or StoreCollided for what another try may mend; errors of whoever uses the transaction are their
    own."""
    try:
        yield
    except _COLLIDED:
        raise StoreCollided(StoreCollided.__doc__) from None
    except _AGAIN:
        raise StoreBusy(StoreBusy.__doc__) from None


def answer_seconds(busy_seconds: float) -> float:
    """Return how long to wait for the answer to one statement. The server gives up on waiting for others in half of it;
    one that says nothing at all hangs, or something between us and it keeps the line open."""
    return 2 * busy_seconds


def server_settings(busy_seconds: float) -> dict[str, str]:
    """Return what the server is told of each connection: how long one waits for another, and that it lets go of what
    a replica held that is gone without a word, machine and all: others wait for that case, or for the end of the
    trail."""
    return {
        "lock_timeout": f"{int(busy_seconds * 1000)}",
        "idle_in_transaction_session_timeout": f"{int(2 * busy_seconds * 1000)}",
        **{f"tcp_keepalives_{name}": value for name, value in (("idle", "30"), ("interval", "10"), ("count", "3"))},
    }


def notice_when_it_is_gone(engine: AsyncEngine) -> None:
    """Let the machine notice within a minute that the server is gone without a word, host and all. Left alone, Linux
    asks for a quarter of an hour before it tells who waits for an answer, and all that time nothing would be sent."""
    sa.event.listen(engine.sync_engine, "connect", _ask_whether_it_is_there)


def _ask_whether_it_is_there(connection: Any, _record: object) -> None:
    end: socket.socket | None = connection.driver_connection._transport.get_extra_info("socket")
    if end is None or end.family not in (socket.AF_INET, socket.AF_INET6):
        return
    end.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _ASKED.items():
        if hasattr(socket, name):  # each system has its own
            end.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


async def connected(engine: AsyncEngine) -> tuple[AsyncConnection, asyncpg.Connection]:
    """Return a live connection from the pool; those that a restart of the server has cut are thrown away. Raises
    StoreBusy while the server is away."""
    for _ in range(_TRIES_TO_CONNECT * 5):
        with told_as_busy():
            connection = await when_there_is_room(engine)
            driver: asyncpg.Connection = (await connection.get_raw_connection()).driver_connection
        if not driver.is_closed():
            return connection, driver
        await connection.invalidate()
        await connection.close()
    raise StoreBusy(StoreBusy.__doc__)


async def when_there_is_room(engine: AsyncEngine) -> AsyncConnection:
    """Return a connection. A server that has none left, as while a new version takes over, has one in a moment: each is
    held for no longer than a commit or a turn, so nobody is told that something broke because many write at once."""
    until = monotonic() + _ROOM_SECONDS
    while True:
        try:
            return await engine.connect()
        except asyncpg.TooManyConnectionsError:
            if monotonic() > until:
                raise
        await asyncio.sleep(random.uniform(*_ROOM_AGAIN))
