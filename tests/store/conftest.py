"""The stores that keep the same promises: in memory, SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.store import KeyRing, SqlStore
from tests.fakes.postgres import new_database
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


async def url_for(kind: str, folder: Path) -> str:
    return await new_database() if kind == "postgres" else f"sqlite:///{folder}/bot.db"


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
    return await url_for(request.param, tmp_path)
