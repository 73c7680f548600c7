"""Backup and restore, the same for SQLite and PostgreSQL: sealed rows in one file, the keys of cases in another.

Keep as many data files as you like, but only ONE keys file, overwritten each time: then a key that is destroyed takes
the text with it in every backup. Neither file opens without the encryption key of the installation.
"""

from __future__ import annotations

import base64
import contextlib
import gzip
import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import CaseUnreadable
from bot.store.audit import SqlAudit
from bot.store.cases import SqlCases, body_opens, requester_key
from bot.store.database import READS_ONLY, Database, Rows, Run, StoreUnopened, kind_of
from bot.store.encryption import KeyRing
from bot.store.keys import Keys, purpose_place
from bot.store.moments import to_number
from bot.store.queries import for_sqlite
from bot.store.rotation import name_lanes_anew, refuse_unknown
from bot.store.schema import LATEST
from bot.store.tables import case_keys, inbox, leases, metadata, purpose_keys

FORMAT = 1
_AT_A_TIME = 500
_TAKES_ITS_TIME = sa.text("SET LOCAL idle_in_transaction_session_timeout = 0")
"""A file share may be slow, and nobody waits for a backup."""
_NOBODYS = (purpose_keys, leases, inbox)
"""What the bot puts in a database by itself; whatever else there is, somebody would miss."""


class BackupUnreadable(Exception):
    """The file is not a backup this version can read. Restore it with the version that made it, then migrate."""


class KeysOlder(Exception):
    """The keys were copied before the rows: those of cases sent between are missing, and their texts would be lost.
    Give the keys that were copied with the rows, or later."""


class DatabaseNotEmpty(Exception):
    """There is something in the database already. Restore into an empty one."""


@dataclass(frozen=True)
class Restored:
    """What a restore brought back."""

    made_at: datetime
    """When the backup was made: what was done since is not in it."""
    keys_made_at: datetime
    """When the keys were copied: texts that were deleted until then stay deleted, later ones are back."""
    rows: int
    cases: int
    without_text: int
    """Cases whose text was deleted after the backup was made: it stays deleted."""


async def write_backup(database: Database, data_file: Path, keys_file: Path, at: datetime) -> int:
    """Write both files, readable by the owner only, from one moment in time; return the number of rows."""
    async with database.engine.connect() as connection:
        await connection.execution_options(**{READS_ONLY: True})
        if connection.dialect.name == "postgresql":
            await connection.execution_options(isolation_level="REPEATABLE READ")
            await connection.execute(_TAKES_ITS_TIME)
        header = {"format": FORMAT, "schema": LATEST, "made_at": at.isoformat()}  # the tables that are read
        with _Writer(data_file, header) as data, _Writer(keys_file, header) as keys:
            for table in metadata.sorted_tables:
                result = await connection.stream(sa.select(table))
                async for row in result.mappings():
                    (keys if table is case_keys else data).write(table.name, dict(row))
            data.finish()
            keys.finish()
            keys.put_in_place()  # first: rows without their keys would be taken for cases whose text was deleted
            data.put_in_place()
    return data.rows + keys.rows


async def read_backup(
    database: Database, ring: KeyRing, data_file: Path, keys_file: Path, now: datetime
) -> tuple[Restored, Keys]:
    """Fill an empty, migrated database from both files, all in one commit; return what came back, and its keys. What
    was to be sent since the backup was made may have been sent: whatever happens afterwards, it is looked for first.

    Raises BackupUnreadable, KeysOlder, DatabaseInUse, DatabaseNotEmpty, KeyMissing or SealBroken (the ring does not
    open it), or StoreUnopened (a full disk, say); then nothing is changed.
    """
    for path in (data_file, keys_file):
        _refuse_damaged(path)
    try:
        async with database.alone() as connection:
            await _refuse_used(connection)
            for table in _NOBODYS:
                await connection.execute(sa.delete(table))
            count = await _fill(connection, data_file, keys_file)
            made_at, keys_made_at = copied_at(data_file), copied_at(keys_file)
            if keys_made_at < made_at:
                raise KeysOlder(KeysOlder.__doc__)
            await _refuse_other_keys(connection, ring)
            await _continue_numbering(connection)
            run = _Run(connection)
            await run("look_before_sending_all", at=to_number(now))
            keys = await Keys.load(run, ring)
            await name_lanes_anew(run, keys)
            cases, lost = await _settle(run, keys)
            await _forget_again(run, keys, now)
            await SqlAudit(run, keys).note("backup.restored", now, by="operator")
    except sa.exc.DBAPIError as error:
        raise StoreUnopened(kind_of(error)) from error
    return Restored(made_at, keys_made_at, count, cases, lost), keys


@dataclass(frozen=True)
class _Run:
    """Runs statements of `queries.sql` on a connection of SQLAlchemy's. Whoever is alone needs no locks of rows."""

    connection: AsyncConnection

    async def __call__(self, name: str, **values: Any) -> Rows:
        result = await self.connection.execute(sa.text(for_sqlite()[name]), values)
        return [tuple(row) for row in result] if result.returns_rows else []


async def _refuse_used(connection: AsyncConnection) -> None:
    for table in metadata.sorted_tables:
        if table not in _NOBODYS and (await connection.execute(sa.select(table).limit(1))).first():
            raise DatabaseNotEmpty(DatabaseNotEmpty.__doc__)


async def _fill(connection: AsyncConnection, data_file: Path, keys_file: Path) -> int:
    count = 0
    for path, is_keys in ((data_file, False), (keys_file, True)):
        for name, rows in _batches(path):
            if (name == case_keys.name) is not is_keys:  # the one file given for the other
                raise BackupUnreadable(BackupUnreadable.__doc__)
            await connection.execute(sa.insert(metadata.tables[name]), rows)
            count += len(rows)
    return count


async def _refuse_other_keys(connection: AsyncConnection, ring: KeyRing) -> None:
    purposes = (await connection.execute(sa.select(purpose_keys.c.purpose, purpose_keys.c.wrapped))).tuples().all()
    if not purposes:
        raise BackupUnreadable(BackupUnreadable.__doc__)
    for purpose, wrapped in purposes:
        ring.unwrap(wrapped, purpose_place(purpose))
    refuse_unknown((await connection.execute(sa.select(case_keys.c.case_id, case_keys.c.wrapped))).tuples(), ring)


async def _settle(run: Run, keys: Keys) -> tuple[int, int]:
    """Take out the texts whose keys have been destroyed or replaced since the backup was made: they stay unreadable.
    Returns how many cases there are and how many have lost their text."""
    lost, bodies = 0, await run("case_bodies")
    for case_id, body, wrapped in bodies:
        if body is not None and not body_opens(keys, case_id, body, wrapped):
            await run("replace_body", id=case_id, body=None)
            await run("destroy_case_key", case_id=case_id)
            lost += 1
    return len(bodies), lost


async def _forget_again(run: Run, keys: Keys, now: datetime) -> None:
    """Let go of whoever was forgotten since the backup was made: of the link to the case, and of the name its team was
    shown. Their conversation cannot be told from anybody else's."""
    cases = SqlCases(run, keys, SqlAudit(run, keys), lambda: now, None)
    for (case_id,) in await run("forget_unnamed_requesters", key_of=requester_key("")):
        await run("delete_submissions_of_case", case_id=case_id)
        await run("delete_rows_to", conversation=f"requester:{case_id}")
        with contextlib.suppress(CaseUnreadable):
            case = await cases.get(case_id)
            if case.requester_shown_as:
                await cases.save(case.changed(requester_shown_as=""))


async def _continue_numbering(connection: AsyncConnection) -> None:
    if connection.dialect.name == "postgresql":
        highest = "SELECT setval(pg_get_serial_sequence('outbox', 'seq'), COALESCE((SELECT MAX(seq) FROM outbox), 1))"
        await connection.execute(sa.text(highest))


class _Writer:
    """Writes to a file beside the target, which is gone again unless it is put in its place."""

    def __init__(self, path: Path, header: dict[str, Any]) -> None:
        self._path = path
        self._part = path.with_name(path.name + ".part")
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self._part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        self._raw = os.fdopen(descriptor, "wb")
        self._file = gzip.open(self._raw, "wt", encoding="utf-8")  # noqa: SIM115 - closed by `finish`
        self.rows = 0
        self._header = header

    def __enter__(self) -> _Writer:
        self._line(self._header)
        return self

    def __exit__(self, *_: object) -> None:
        for file in (self._file, self._raw):
            with contextlib.suppress(OSError):  # what could not be written cannot be written at the end either
                file.close()
        self._part.unlink(missing_ok=True)

    def write(self, table: str, row: dict[str, Any]) -> None:
        self._line({"table": table, "row": {name: _plain(value) for name, value in row.items()}})
        self.rows += 1

    def _line(self, content: dict[str, Any]) -> None:
        self._file.write(json.dumps(content, ensure_ascii=False) + "\n")

    def finish(self) -> None:
        self._line({"end": self.rows})
        self._file.close()
        self._raw.flush()
        os.fsync(self._raw.fileno())
        self._raw.close()

    def put_in_place(self) -> None:
        self._part.replace(self._path)


def _refuse_damaged(path: Path) -> None:
    """Read it to its end, where its checksum stands: until then what is damaged may look like rows."""
    for _ in _lines(path):
        pass


def _batches(path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield rows by table, some hundred at a time; raises BackupUnreadable."""
    rows: list[dict[str, Any]] = []
    name, count, end = "", 0, None
    for content in _lines(path):
        if "end" in content:
            end = content["end"]
            continue
        if rows and (content["table"] != name or len(rows) == _AT_A_TIME):
            yield name, rows
            rows = []
        name = content["table"]
        rows.append({column: _value(value) for column, value in content["row"].items()})
        count += 1
    if rows:
        yield name, rows
    if end != count:
        raise BackupUnreadable(BackupUnreadable.__doc__)


def copied_at(path: Path) -> datetime:
    """Return when a copy was made, by what stands first in it. Raises BackupUnreadable."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            return datetime.fromisoformat(json.loads(file.readline())["made_at"])
    except (EOFError, OSError, zlib.error, ValueError, KeyError, TypeError):
        raise BackupUnreadable(BackupUnreadable.__doc__) from None


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            header = json.loads(file.readline())
            if (header.get("format"), header.get("schema")) != (FORMAT, LATEST):
                raise BackupUnreadable(BackupUnreadable.__doc__)
            for line in file:
                content = json.loads(line)
                if "end" not in content and content["table"] not in metadata.tables:
                    raise BackupUnreadable(BackupUnreadable.__doc__)
                yield content
    except (EOFError, gzip.BadGzipFile, zlib.error, ValueError, KeyError, AttributeError):
        raise BackupUnreadable(BackupUnreadable.__doc__) from None


def _plain(value: object) -> object:
    return {"base64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _value(value: Any) -> Any:
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value
