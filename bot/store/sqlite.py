"""SQLite: one connection, one transaction at a time, every commit on disk before it is believed."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiosqlite

from bot.store.database import READS_ONLY, DatabaseInUse, Rows, StoreBusy
from bot.store.queries import for_sqlite

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

NEW = Path(__file__).with_name("new_sqlite.sql")
"""What the migrations make of an empty file, written down by `python -m tests.store.versions.make`."""
OLDEST_SQLITE = (3, 35)
"""RETURNING came with 3.35."""
PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
)
_ALONE_SECONDS = 1.0
_READER_MS = 500
"""How long the write-ahead log waits for who reads an older state of the file: all turns wait with it."""
WAL_RETRY_SECONDS = 0.02
"""How long one waits before asking anew for WAL while another process turns the same new file."""


Statement = tuple[str, Mapping[str, Any]]


class SqliteDatabase:
    """A SQLite file in WAL mode. Other processes may share it; `busy_seconds` is how long one waits for the other."""

    def __init__(self, url: str, busy_seconds: float) -> None:
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            raise RuntimeError(f"SQLite {sqlite3.sqlite_version} is too old; 3.35 or newer is needed")
        self.path = url.partition("://")[2].partition("?")[0].removeprefix("/")
        self._url = url
        self._busy_seconds = busy_seconds
        self._sql = for_sqlite()
        self._one_at_a_time = asyncio.Lock()
        self._driver: aiosqlite.Connection | None = None

    @functools.cached_property
    def engine(self) -> AsyncEngine:
        """SQLAlchemy's way in, loaded when it is asked for."""
        return self._new_engine(self._busy_seconds)

    def _new_engine(self, busy_seconds: float, *, alone: bool = False) -> AsyncEngine:
        from sqlalchemy import event
        from sqlalchemy.ext.asyncio import create_async_engine
        from sqlalchemy.pool import NullPool

        def set_pragmas(connection: Any, _record: object) -> None:
            connection.isolation_level = None
            connection.run_async(lambda driver: _set_up(driver, busy_seconds, alone=alone))

        engine = create_async_engine(self._url, poolclass=NullPool)
        event.listen(engine.sync_engine, "connect", set_pragmas)
        event.listen(engine.sync_engine, "begin", _begin)
        return engine

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction with the file to ourselves from beginning to end: nobody else can open it meanwhile."""
        engine = self._new_engine(_ALONE_SECONDS, alone=True)
        try:
            try:
                connection = await engine.connect()
            except StoreBusy:
                raise DatabaseInUse(DatabaseInUse.__doc__) from None
            async with contextlib.aclosing(connection), connection.begin():
                yield connection
        finally:
            await engine.dispose()

    async def revision(self) -> str | None:
        """Return the revision of the schema; None in an empty database."""
        async with self._one_at_a_time:
            if self._driver is None and not await asyncio.to_thread(self._is_there):
                return None  # to ask makes no file, for the folder may be the wrong one
            driver = await self._connection()
            try:
                rows = list(await driver.execute_fetchall("SELECT version_num FROM alembic_version"))
            except sqlite3.OperationalError as error:
                if "no such table" in str(error):
                    return None
                raise _busy_or(error) from None
        return str(rows[0][0]) if rows else None

    async def make_new(self) -> None:
        """Make the tables of today in an empty file, in one transaction; nothing happens when another was first."""
        async with self._one_at_a_time:
            driver = await self._connection()
            try:
                await driver.executescript(NEW.read_text("utf-8"))
            except sqlite3.OperationalError as error:
                if driver.in_transaction:
                    await driver.rollback()
                if "already exists" not in str(error):
                    raise _busy_or(error) from None

    @asynccontextmanager
    async def transaction(self, *, commit: bool = True) -> AsyncIterator[SqliteTransaction]:
        """Open a transaction that has the write lock from its start (BEGIN IMMEDIATE)."""
        async with self._one_at_a_time:
            transaction = SqliteTransaction(await self._connection(), self._sql)
            try:
                await transaction.begin()
                yield transaction
                if commit:
                    await transaction.commit()
            finally:
                if transaction.is_open:
                    await asyncio.shield(transaction.roll_back())

    def _is_there(self) -> bool:
        return not self._is_a_file or Path(self.path).exists()

    @property
    def _is_a_file(self) -> bool:
        return bool(self.path) and self.path != ":memory:"

    async def _connection(self) -> aiosqlite.Connection:
        if self._driver is None:
            if self._is_a_file:
                await asyncio.to_thread(_make_private, Path(self.path))
            opening: Any = aiosqlite.connect(self.path or ":memory:", isolation_level=None)  # we begin ourselves
            opening._thread.daemon = True  # a program that ends without closing does not wait for it
            driver: aiosqlite.Connection = await opening
            try:
                await _set_up(driver, self._busy_seconds)
            except BaseException:
                await asyncio.shield(driver.close())
                raise
            self._driver = driver
        return self._driver

    async def is_used_elsewhere(self) -> bool:
        """Close our own connection and tell whether another process has one."""
        await self.close()
        return self._is_a_file and await asyncio.to_thread(_is_open, Path(self.path))

    async def erase_traces(self) -> None:
        """Copy the write-ahead log into the file and cut it to nothing; with secure_delete no deleted byte is left.
        While a backup reads what was there before, nobody waits for it: it is done with the next deletion, or within
        the hour (`delivery.retention`)."""
        async with self._one_at_a_time:
            driver = await self._connection()
            await driver.execute_fetchall(f"PRAGMA busy_timeout = {_READER_MS}")
            try:
                await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                await driver.execute_fetchall(f"PRAGMA busy_timeout = {int(self._busy_seconds * 1000)}")

    async def time(self) -> None:
        """Nothing to tell: a file has no time of its own."""

    async def replicas_that_fit(self) -> None:
        """Nothing to tell: one installation with a file is one process."""

    async def close(self) -> None:
        """Close the connection."""
        async with self._one_at_a_time:
            if self._driver is not None:
                await self._driver.close()
            self._driver = None
            if "engine" in vars(self):
                await self.engine.dispose()


class SqliteTransaction:
    """One transaction on the shared connection.

    A visit to the connection's thread costs more than most statements, so what gives no rows back waits for the next
    one that does, or for the commit: the order is kept, and nothing is read before what was written is there.
    """

    def __init__(self, driver: aiosqlite.Connection, sql: dict[str, str]) -> None:
        self._driver = driver
        self._sql = sql
        self._waiting: list[Statement] = []
        self._open = False

    @property
    def is_open(self) -> bool:
        """Whether something must be undone: it has begun in the database, and is not committed."""
        return self._open

    async def begin(self) -> None:
        """Begin; the write lock is taken by the first visit, which raises StoreBusy when it can't be had."""
        self._waiting = [("BEGIN IMMEDIATE", {})]

    async def __call__(self, name: str, **values: Any) -> Rows:
        """Run a named statement."""
        sql = self._sql[name]
        self._waiting.append((sql, values))
        return await self._visit() if _gives_rows(sql) else []

    async def commit(self) -> None:
        """Commit; on disk when this returns (synchronous=FULL)."""
        if self._open or len(self._waiting) > 1:
            self._waiting.append(("COMMIT", {}))
            await self._visit()
        self._waiting, self._open = [], False

    async def roll_back(self) -> None:
        """Undo whatever is open; nothing happens after a commit."""
        self._waiting = []
        if self._open:
            self._open = False
            try:
                await self._driver.execute_fetchall("ROLLBACK")
            except sqlite3.OperationalError:  # there was no transaction: BEGIN failed, or COMMIT went through
                return

    async def _visit(self) -> Rows:
        statements, self._waiting = self._waiting, []
        self._open = True
        driver: Any = self._driver  # aiosqlite offers one statement a visit; what it does it with takes any function
        try:
            rows: Rows = await driver._execute(_run_in_order, driver._conn, statements)
        except sqlite3.OperationalError as error:
            raise _busy_or(error) from None
        return rows


def _run_in_order(connection: sqlite3.Connection, statements: Sequence[Statement]) -> Rows:
    """Run the statements in the connection's thread; return the rows of the last."""
    *first, (last, values) = statements
    for sql, given in first:
        connection.execute(sql, given).close()
    return connection.execute(last, values).fetchall()


@functools.cache
def _gives_rows(sql: str) -> bool:
    return sql.lstrip().upper().startswith(("SELECT", "WITH")) or " RETURNING " in " ".join(sql.upper().split())


def _busy_or(error: sqlite3.OperationalError) -> Exception:
    return StoreBusy(StoreBusy.__doc__) if "locked" in str(error) or "busy" in str(error) else error


async def _set_up(driver: aiosqlite.Connection, busy_seconds: float, *, alone: bool = False) -> None:
    """Set the pragmas of a new connection. Raises StoreBusy when another holds the file for longer than we wait, or,
    for one that is to be `alone`, has it open."""
    await driver.execute_fetchall(f"PRAGMA busy_timeout = {int(busy_seconds * 1000)}")
    if alone:
        await driver.execute_fetchall("PRAGMA locking_mode = EXCLUSIVE")
    await _write_ahead(driver, busy_seconds)
    for pragma in PRAGMAS:
        await driver.execute_fetchall(pragma)


async def _write_ahead(driver: aiosqlite.Connection, busy_seconds: float) -> None:
    """Turn the file to WAL. SQLite answers "locked" at once when two do it together, without its busy_timeout."""
    loop = asyncio.get_running_loop()
    give_up_at = loop.time() + busy_seconds
    while True:
        try:
            await driver.execute_fetchall("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            busy = _busy_or(error)
            if busy is error or loop.time() >= give_up_at:
                raise busy from None
            await asyncio.sleep(WAL_RETRY_SECONDS)
        else:
            return


def _is_open(file: Path) -> bool:
    """Tell whether somebody has the file open: SQLite gives up write-ahead only for whoever is alone with it."""
    if not file.exists():
        return False
    with contextlib.closing(sqlite3.connect(file, timeout=0)) as alone:
        try:
            alone.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError as error:
            if isinstance(_busy_or(error), StoreBusy):
                return True
            raise
    return False


def _begin(connection: Any) -> None:
    """Take the write lock at once, but for reading alone, which sees one moment in time and keeps nobody waiting."""
    reads = connection.get_execution_options().get(READS_ONLY)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _make_private(file: Path) -> None:
    """Make folder and file for their owner only; SQLite gives the files beside it the rights of this one."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not file.exists():
        file.touch(mode=0o600)
