"""Which database a URL leads to. Only its own driver is loaded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.store.database import Database
from bot.store.turn_locks import LocalTurnLocks

if TYPE_CHECKING:
    from bot.store.postgres_turn_locks import PostgresTurnLocks


def async_url(url: str) -> str:
    """Return the URL with the driver we use; `sqlite:///` and `postgresql://` are completed. Raises ValueError."""
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
    scheme, separator, rest = url.partition("://")
    backend = scheme.partition("+")[0]
    if not separator or backend not in drivers:
        raise ValueError("the database URL must start with sqlite:/// or postgresql://")
    address, mark, options = rest.partition("?")
    options = re.sub(r"(^|&)sslmode=", r"\1ssl=", options)  # as libpq and Azure's portal write what asyncpg calls ssl
    return f"{drivers[backend]}://{address}{mark}{options}"


def database_for(url: str, *, busy_seconds: float = 30.0) -> Database:
    """Return the database behind the URL; nothing is opened yet."""
    full = async_url(url)
    if full.startswith("sqlite"):
        from bot.store.sqlite import SqliteDatabase

        return SqliteDatabase(full, busy_seconds)
    from bot.store.postgres import PostgresDatabase

    return PostgresDatabase(full, busy_seconds)


def turn_locks_for(url: str, *, busy_seconds: float) -> LocalTurnLocks | PostgresTurnLocks:
    """Return the locks that conversations are held by, where the database behind the URL is used."""
    full = async_url(url)
    if full.startswith("sqlite"):
        return LocalTurnLocks()
    from bot.store.postgres_turn_locks import PostgresTurnLocks

    return PostgresTurnLocks(full, busy_seconds)
