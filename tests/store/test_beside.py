"""The thread of the database works on the processor the event loop is on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store import beside
from bot.store.sqlite import SqliteDatabase

pytestmark = pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="the system lets nobody choose")


@pytest.fixture
def processors() -> Iterator[list[int]]:
    """Which there are for the thread of the test, that of the loop."""
    before = os.sched_getaffinity(0)
    yield sorted(before)
    os.sched_setaffinity(0, before)


async def test_the_thread_of_the_database_comes_to_wherever_the_loop_is(tmp_path: Path, processors: list[int]) -> None:
    """Each visit comes after the loop has been moved to another processor."""
    database = SqliteDatabase(f"sqlite:///{tmp_path / 'beside.db'}", busy_seconds=1.0)
    await database.make_new()
    for processor in (*processors, processors[0]):
        os.sched_setaffinity(0, {processor})
        await _visited(database)
        assert database._driver is not None
        assert os.sched_getaffinity(database._driver._thread.native_id) == {processor}
    await database.close()


async def test_a_thread_that_may_not_be_moved_works_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A container may forbid it."""

    def forbidden(_thread: int, _processors: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "sched_setaffinity", forbidden)
    database = SqliteDatabase(f"sqlite:///{tmp_path / 'beside.db'}", busy_seconds=1.0)
    await database.make_new()
    await _visited(database)
    await database.close()


async def test_a_system_that_does_not_tell_any_more_where_the_loop_is_leaves_the_thread_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processors: list[int]
) -> None:
    database = SqliteDatabase(f"sqlite:///{tmp_path / 'beside.db'}", busy_seconds=1.0)
    await database.make_new()
    for told in (processors[0], -1, processors[0]):
        monkeypatch.setattr(beside, "_processor", lambda told=told: told)
        await _visited(database)
    await database.close()


async def _visited(database: SqliteDatabase) -> None:
    """Read something, which fails where the visit does not come through."""
    async with database.transaction() as run:
        assert await run("conversation", id="none") == []
