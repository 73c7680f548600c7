"""Deletion goes on beside turns and another replica: what one kind meets, or cannot read, keeps no other from being
deleted, and the trail fits afterwards."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.delivery.retention import delete_what_is_due
from bot.domain.ports import StoreCollided
from bot.store import SqlStore
from tests.delivery.meanwhile import BRIEFLY, a_team
from tests.delivery.team import AT
from tests.fakes.stores import MovableClock
from tests.store.people import ANSATT, PERSONAL

A_FORM = (
    "INSERT INTO evaluations (id, kind, municipality, team, code, answered_on, answers) "
    "VALUES ('e1', 'of_a_newer_version', 'stjordal', 'drofting', 'K1M-42P', '2025-01-01', '{}')"
)


async def _seen(store: SqlStore, clock: MovableClock) -> None:
    async with store.unit_of_work() as uow:
        await uow.inbox.take_in("activity-1", ANSATT, PERSONAL, clock.now())
        await uow.commit()


async def test_a_form_that_cannot_be_read_keeps_nothing_else_from_being_deleted(
    sql_store: SqlStore, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    await _seen(sql_store, clock)
    async with sql_store.database.engine.begin() as connection:
        await connection.execute(text(A_FORM))
    clock.advance(days=8)
    done = await delete_what_is_due(sql_store, clock)
    assert (done.inbox, done.evaluations) == (1, 0)
    assert "retention.kind_failed" in caplog.messages


@pytest.mark.parametrize(("times", "deleted"), [(1, 1), (99, 0)])
async def test_a_commit_that_met_another_one_is_done_again_and_stops_no_other(
    sql_store: SqlStore, clock: MovableClock, monkeypatch: pytest.MonkeyPatch, times: int, deleted: int
) -> None:
    await _seen(sql_store, clock)
    clock.advance(days=8)
    async with sql_store.unit_of_work() as uow:
        retention = type(uow.retention)
    met, delete = [None] * times, retention.delete_inbox

    async def meets(self: object, *given: object) -> int:
        if met:
            met.pop()
            raise StoreCollided
        count: int = await delete(self, *given)
        return count

    monkeypatch.setattr(retention, "delete_inbox", meets)
    assert (await delete_what_is_due(sql_store, clock)).inbox == deleted


@pytest.mark.postgres
async def test_a_turn_and_the_deletion_that_want_the_same_two_things_both_come_to_their_end(
    clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The turn has the end of the trail and wants a row that the deletion has, which wants the end of the trail."""
    has_trail, has_row = asyncio.Event(), asyncio.Event()
    async with a_team(clock) as team:
        await _seen(team.store, clock)
        clock.advance(days=8)
        async with team.store.unit_of_work() as uow:
            retention = type(uow.retention)
        delete = retention.delete_inbox

        async def turn() -> None:
            async with team.store.unit_of_work() as uow:
                await uow.audit.note("test", clock.now())
                has_trail.set()
                await has_row.wait()
                await delete(uow.retention, clock.now() - timedelta(days=7))
                await uow.commit()

        async def deletes(self: object, *given: object) -> int:
            count: int = await delete(self, *given)
            has_row.set()
            return count

        monkeypatch.setattr(retention, "delete_inbox", deletes)
        held = asyncio.ensure_future(turn())
        await has_trail.wait()
        done = await delete_what_is_due(team.store, clock)
        await held
        assert done.inbox == 1


@pytest.mark.postgres
async def test_a_trail_that_two_replicas_shorten_at_once_still_fits(clock: MovableClock) -> None:
    async with a_team(clock) as team:
        async with team.store.unit_of_work() as uow:
            for number in range(9):
                await uow.audit.note(f"test.{number}", AT + timedelta(days=number))
            await uow.commit()

        async def prune(days: float, waits: float, then: float) -> None:
            await asyncio.sleep(waits)
            async with team.store.unit_of_work() as uow:
                await uow.audit.prune(AT + timedelta(days=days))
                await asyncio.sleep(then)
                await uow.commit()

        await asyncio.gather(prune(6.5, 0, BRIEFLY), prune(5.5, BRIEFLY / 3, 0))
        async with team.store.unit_of_work() as uow:
            assert await uow.audit.verify() is None
