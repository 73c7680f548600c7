"""A database as the store uses it: run a named statement inside a short transaction.

The statements go straight to the driver (aiosqlite, asyncpg): the SQLAlchemy layer between costs four times the CPU of
a plain turn (decision 9). It holds the connections to PostgreSQL, and is loaded for migrations and backups; a bot with
SQLite runs without it.
"""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, Protocol

from bot.domain.ports import StoreAway

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

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

    @property
    def engine(self) -> AsyncEngine:
        """SQLAlchemy's way in, for migrations and backups."""

    async def revision(self) -> str | None:
        """Return the revision of the schema; None in an empty database."""

    async def make_new(self) -> None:
        """Make the tables of today in an empty database at once, where that can be done without migrating."""

    def transaction(self, *, commit: bool = True) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction; leaving without an error commits it, unless `commit` is False."""

    async def erase_traces(self) -> None:
        """Make sure that deleted bytes are gone from files beside the database (SQLite: the write-ahead log)."""

    async def close(self) -> None:
        """Close all connections."""


class StoreBusy(StoreAway):
    """The database did not answer, or not in time. Trying again is safe."""


class StoreUnopened(StoreAway):
    """The database could not be opened. `code` is the kind of error its driver gave, which tells why."""

    def __init__(self, code: str) -> None:
        super().__init__(self.__doc__)
        self.code = code


def async_url(url: str) -> str:
    """Return the URL with the driver we use; `sqlite:///` and `postgresql://` are completed. Raises ValueError."""
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
    scheme, separator, rest = url.partition("://")
    backend = scheme.partition("+")[0]
    if not separator or backend not in drivers:
        raise ValueError("the database URL must start with sqlite:/// or postgresql://")
    return f"{drivers[backend]}://{rest}"


def database_for(url: str, *, busy_seconds: float = 30.0) -> Database:
    """Return the database behind the URL; nothing is opened yet. Only its own driver is loaded."""
    full = async_url(url)
    if full.startswith("sqlite"):
        from bot.store.sqlite import SqliteDatabase

        return SqliteDatabase(full, busy_seconds)
    from bot.store.postgres import PostgresDatabase

    return PostgresDatabase(full, busy_seconds)
