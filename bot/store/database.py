"""A database as the store uses it: run a named statement inside a short transaction. SQLAlchemy holds the connections.

The statements go straight to the driver (aiosqlite, asyncpg): the SQLAlchemy layer between costs four times the CPU of
a plain turn (decision 9).
"""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.domain.ports import StoreAway

Rows = list[tuple[Any, ...]]


class Run(Protocol):
    """Runs a statement of `queries.sql` in the open transaction and returns its rows."""

    async def __call__(self, name: str, **values: Any) -> Rows:
        """Run it; every parameter it names must be given."""


class Transaction(Run, Protocol):
    """An open transaction. Left without `commit` it is rolled back."""

    async def commit(self) -> None:
        """Make it permanent."""


class Database(Protocol):
    """SQLite or PostgreSQL."""

    engine: AsyncEngine

    def transaction(self, *, commit: bool = True) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction; leaving without an error commits it, unless `commit` is False."""

    async def erase_traces(self) -> None:
        """Make sure that deleted bytes are gone from files beside the database (SQLite: the write-ahead log)."""

    async def close(self) -> None:
        """Close all connections."""


class StoreBusy(StoreAway):
    """The database did not answer, or not in time. Trying again is safe."""


def async_url(url: str) -> str:
    """Return the URL with the driver we use; `sqlite:///` and `postgresql://` are completed. Raises ValueError."""
    parsed = make_url(url)
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
    backend = parsed.drivername.split("+", 1)[0]
    if backend not in drivers:
        raise ValueError("the database URL must start with sqlite:/// or postgresql://")
    return parsed.set(drivername=drivers[backend]).render_as_string(hide_password=False)


def database_for(url: str, *, busy_seconds: float = 30.0) -> Database:
    """Return the database behind the URL; nothing is opened yet. Only its own driver is loaded."""
    full = async_url(url)
    if full.startswith("sqlite"):
        from bot.store.sqlite import SqliteDatabase

        return SqliteDatabase(full, busy_seconds)
    from bot.store.postgres import PostgresDatabase

    return PostgresDatabase(full, busy_seconds)
