"""Fixtures for the stores that keep the same promises: in memory, SQLite and PostgreSQL; and a clock to move.

A conftest imports what it needs: `from tests.fakes.stores import clock, store`.
"""

from __future__ import annotations

import asyncio
import atexit
import functools
import shutil
import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.store import KeyRing, SqlStore
from bot.store.schema import upgrade
from tests.fakes.postgres import new_database, new_migrated_database
from tests.fakes.store import FakeStore

RING = KeyRing({"first": b"k" * 32}, "first")
POSTGRES = pytest.param("postgres", marks=pytest.mark.postgres)


class MovableClock:
    def __init__(self) -> None:
        self.at = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def advance(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


async def url_for(kind: str, folder: Path, *, migrated: bool = True) -> str:
    """Return the URL of a new database; a migrated one is copied from a template, which is quicker."""
    if kind == "postgres":
        return await (new_migrated_database() if migrated else new_database())
    if migrated:
        await asyncio.to_thread(shutil.copy, await asyncio.to_thread(_sqlite_template), folder / "bot.db")
    return f"sqlite:///{folder}/bot.db"


@functools.cache
def _sqlite_template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="template"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    asyncio.run(upgrade(f"sqlite:///{folder}/bot.db"))
    return folder / "bot.db"


@pytest.fixture(params=["fake", "sqlite", POSTGRES])
async def store(request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock) -> AsyncIterator[Any]:
    """Every kind of store."""
    if request.param == "fake":
        yield FakeStore(clock.now)
        return
    made = SqlStore(await url_for(request.param, tmp_path), RING, now=clock.now)
    await made.open()
    yield made
    await made.close()


@pytest.fixture(params=["sqlite", POSTGRES])
async def sql_store(request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock) -> AsyncIterator[SqlStore]:
    """The stores with tables, keys and an audit trail."""
    made = SqlStore(await url_for(request.param, tmp_path), RING, now=clock.now)
    await made.open()
    yield made
    await made.close()


@pytest.fixture(params=["sqlite", POSTGRES])
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database."""
    return await url_for(request.param, tmp_path, migrated=False)


def bytes_in(folder: Path) -> bytes:
    """Return all that lies in the files of a folder, to look in it for what must not stand there."""
    return b"".join(one.read_bytes() for one in folder.iterdir() if one.is_file())
