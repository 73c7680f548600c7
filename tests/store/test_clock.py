"""Replicas whose machines do not agree what time it is go by the clock of the database they share."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import inside
from bot.cli.doctor_store import _about_clock
from bot.clock import SystemClock
from bot.settings import Settings
from bot.store import SqlStore
from tests.fakes.knowledge import shelf
from tests.fakes.messenger import FakeMessenger
from tests.fakes.postgres import new_migrated_database
from tests.fakes.stores import RING
from tests.store.people import an_item

MINUTE_AND_A_HALF = timedelta(seconds=90)
AT = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)


def off_by(ahead: timedelta) -> Callable[[], datetime]:
    return lambda: datetime.now(UTC) + ahead


@pytest.mark.postgres
@pytest.mark.parametrize("ahead", [MINUTE_AND_A_HALF, -MINUTE_AND_A_HALF])
async def test_a_replica_whose_clock_is_wrong_takes_no_row_another_one_has(ahead: timedelta) -> None:
    url = await new_migrated_database()
    right, wrong = SystemClock(), SystemClock(off_by(ahead))
    stores = [SqlStore(url, RING, now=clock.now) for clock in (right, wrong)]
    for store, clock in zip(stores, (right, wrong), strict=True):
        await store.open()
        await clock.follow(store.time)
    assert abs(right.now() - wrong.now()) < timedelta(seconds=2)
    order = list(zip(("right", "wrong"), stores, (right, wrong), strict=True))
    async with stores[0].unit_of_work() as uow:
        await uow.outbox.add(an_item(due_at=AT))
        await uow.commit()
    taken = []
    for name, store, clock in order if ahead > timedelta() else order[::-1]:  # first the one that is behind
        async with store.unit_of_work() as uow:
            taken.append(await uow.queue.lease(name, clock.now(), clock.now() + timedelta(seconds=60), 1))
            await uow.commit()
    assert [len(rows) for rows in taken] == [1, 0]
    for store in stores:
        await store.close()


async def test_a_clock_that_is_right_again_is_left_alone(caplog: pytest.LogCaptureFixture) -> None:
    ahead = MINUTE_AND_A_HALF
    clock = SystemClock(lambda: datetime.now(UTC) + ahead)

    async def time_of() -> datetime:
        return datetime.now(UTC)

    for _ in range(2):
        await clock.follow(time_of)
        assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=1)
    ahead = timedelta(seconds=3)
    await clock.follow(time_of)
    assert timedelta(seconds=2) < clock.now() - datetime.now(UTC) < timedelta(seconds=4)
    assert caplog.messages == ["clock_differs"]
    assert [vars(one)["facts"]["seconds"] for one in caplog.records] == [90]


async def test_an_answer_that_took_long_or_a_file_tells_nothing_of_the_time() -> None:
    times = iter((AT, AT + timedelta(seconds=20)))
    asked = SystemClock(lambda: next(times))

    async def late() -> datetime:
        return AT + timedelta(hours=1)

    async def nothing() -> None:
        return None

    assert await asked.ahead_of(late) is None
    assert await SystemClock().ahead_of(nothing) is None


@pytest.mark.postgres
async def test_the_bot_starts_by_the_time_of_the_database(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    url, clock = await new_migrated_database(), SystemClock(off_by(MINUTE_AND_A_HALF))
    settings = Settings(_env_file=None, development=True, data=tmp_path, knowledge=Path("knowledge"), database_url=url)
    async with inside.open_inside(settings, FakeMessenger(), clock, shelf=shelf()):
        assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=2)
    assert "clock_differs" in caplog.messages


async def test_doctor_says_how_wrong_the_clock_is(sql_store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await _about_clock(sql_store) == []

    async def time_of() -> datetime:
        await asyncio.sleep(0)
        return datetime.now(UTC) + MINUTE_AND_A_HALF

    monkeypatch.setattr(sql_store.database, "time", time_of)
    ((mark, words),) = await _about_clock(sql_store)
    assert mark == "feil"
    assert "90 sekunder etter databasens" in words
