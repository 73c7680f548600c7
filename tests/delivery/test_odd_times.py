"""Odd hours and a store that says «not now»: nothing comes early, twice or never."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import asyncpg
import pytest
from sqlalchemy.ext.asyncio import create_async_engine

from bot.domain.outbox import Kind
from bot.domain.ports import StoreAway
from bot.store import SqlStore
from tests.delivery.team import Team
from tests.fakes.postgres import new_migrated_database
from tests.fakes.stores import RING, MovableClock
from tests.store.people import ANSATT, PERSONAL

OSLO = ZoneInfo("Europe/Oslo")


async def test_in_the_night_the_clock_is_put_back_the_two_times_half_past_two_are_an_hour_apart(
    team: Team, clock: MovableClock
) -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=OSLO, fold=0)
    again = datetime(2026, 10, 25, 2, 30, tzinfo=OSLO, fold=1)
    async with team.store.unit_of_work() as uow:
        for name, due_at in (("først", first), ("så", again)):
            reminder = team.row(Kind.REMINDER, name, None, text=name, conversation_id="a:1", reference="{}")
            await uow.outbox.add(replace(reminder, due_at=due_at))
        await uow.commit()
    seen: list[list[str]] = []
    for at in (first.astimezone(UTC) - timedelta(minutes=1), first.astimezone(UTC), again.astimezone(UTC)):
        clock.advance(seconds=(at - clock.now()).total_seconds())
        await team.deliver()
        seen.append(team.texts())
    assert seen == [[], ["reminder først"], ["reminder først", "reminder så"]]


async def test_a_time_the_clock_jumps_over_is_delivered_all_the_same(team: Team, clock: MovableClock) -> None:
    missing = datetime(2026, 3, 29, 2, 30, tzinfo=OSLO)
    async with team.store.unit_of_work() as uow:
        reminder = team.row(Kind.REMINDER, "r", None, text="våren", conversation_id="a:1", reference="{}")
        await uow.outbox.add(replace(reminder, due_at=missing))
        await uow.commit()
    clock.advance(seconds=(datetime(2026, 3, 29, 1, 35, tzinfo=UTC) - clock.now()).total_seconds())
    await team.deliver()
    assert team.texts() == ["reminder våren"]


@asynccontextmanager
async def impatient(url: str) -> AsyncIterator[SqlStore]:
    store = SqlStore(url, RING, busy_seconds=0.2)
    await store.open()
    yield store
    await store.close()


async def test_a_database_locked_longer_than_anyone_waits_says_so_and_the_row_is_sent_afterwards(
    tmp_path: Path, clock: MovableClock
) -> None:
    async with impatient(f"sqlite:///{tmp_path}/bot.db") as store:
        team = Team(store, clock)
        await team.connect()
        await team.submit()
        other = sqlite3.connect(tmp_path / "bot.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreAway):
            await team.deliver()
        assert team.texts() == [], "what cannot be noted is not sent"
        other.execute("ROLLBACK")
        other.close()
        await team.deliver()
        assert len(team.cards()) == 1


@pytest.mark.postgres
@pytest.mark.parametrize("elsewhere", ["127.0.0.1:1", "no.such.host.invalid"])
async def test_while_the_server_is_away_a_commit_and_a_turn_say_that_trying_again_is_safe(
    elsewhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with impatient(await new_migrated_database()) as store:
        away = create_async_engine(f"postgresql+asyncpg://bot:x@{elsewhere}/none")
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(store.database, "engine", away)
            meanwhile.setattr(store._turns, "_engine", away)
            with pytest.raises(StoreAway):
                async with store.unit_of_work():
                    pass
            with pytest.raises(StoreAway):
                async with store.one_turn(ANSATT, PERSONAL):
                    pass
        await away.dispose()
        async with store.unit_of_work() as uow:
            assert await uow.cases.unreadable() == []


@pytest.mark.postgres
@pytest.mark.parametrize("problem", [asyncpg.SerializationError, asyncpg.DeadlockDetectedError])
async def test_a_commit_postgres_gives_up_is_done_again_and_nothing_is_doubled(
    problem: type[Exception], clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.delivery.record import Record

    async with impatient(await new_migrated_database()) as store:
        team = Team(store, clock)
        await team.connect()
        await team.submit()
        landed, tries = Record.landed, [0]

        async def given_up_once(self: Record, *given: Any, **named: Any) -> Any:
            tries[0] += 1
            if tries[0] > 1:
                return await landed(self, *given, **named)
            async with self.store.unit_of_work():
                raise problem("given up")

        monkeypatch.setattr(Record, "landed", given_up_once)
        with pytest.raises((StoreAway, problem)):
            await team.deliver()
        clock.advance(seconds=100)
        await team.deliver()
        assert len(team.cards()) == 1, "it had landed: looked for, found, and not sent again"
