"""A database as the store uses it: run a named statement inside a short transaction.

The statements go straight to the driver (aiosqlite, asyncpg): the SQLAlchemy layer between costs four times the CPU of
a plain turn (decision 9). It holds the connections to PostgreSQL, and is loaded for migrations and backups; a bot with
SQLite runs without it.
"""

from __future__ import annotations

import errno
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from bot.domain.ports import StoreAway

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Rows = list[tuple[Any, ...]]
READS_ONLY = "reads_only"
"""An option for a connection of SQLAlchemy's that writes nothing: in SQLite it takes no lock."""


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

    def alone(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """Open a transaction that is committed only if nobody else has been at the database meanwhile; raises
        DatabaseInUse. Nobody reads the keys while it lasts."""

    async def is_used_elsewhere(self) -> bool:
        """Close our own connections and tell whether others are open: those of a bot that runs."""

    async def erase_traces(self) -> None:
        """Make sure that deleted bytes are gone from files beside the database (SQLite: the write-ahead log)."""

    async def time(self) -> datetime | None:
        """Return what time it is for the server; None where there is none but this machine. Raises StoreAway."""

    async def replicas_that_fit(self) -> int | None:
        """Return how many replicas the server has connections for; None for a file, which one has alone. Raises
        StoreAway."""

    async def close(self) -> None:
        """Close all connections."""


class DatabaseInUse(Exception):
    """A bot works with the database. It would go on with the keys of before, which no longer open anything."""


class StoreBusy(StoreAway):
    """The database did not answer, or not in time. Trying again is safe."""


class StoreUnopened(StoreAway):
    """The database could not be opened. `code` is the kind of error its driver gave, which tells why."""

    def __init__(self, code: str) -> None:
        super().__init__(self.__doc__)
        self.code = code


def kind_of(error: Exception) -> str:
    """Return the kind of error the driver gave, also where SQLAlchemy has wrapped it (and asyncpg's twice)."""
    cause: BaseException = getattr(error, "orig", None) or error
    if cause is not error and cause.__cause__ is not None:
        cause = cause.__cause__
    if isinstance(cause, OSError) and cause.errno == errno.EROFS:
        return "EROFS"
    return type(cause).__name__


async def revision_of(connection: AsyncConnection) -> str | None:
    """Return the schema's revision; None in an empty database."""
    import sqlalchemy as sa

    has_table = await connection.run_sync(lambda plain: sa.inspect(plain).has_table("alembic_version"))
    if not has_table:
        return None
    return (await connection.execute(sa.text("SELECT version_num FROM alembic_version"))).scalar()
