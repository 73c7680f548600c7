"""A worker that runs until it is told to stop: what is on its way then, a lease that ends, a landing that fails."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.delivery import record
from bot.delivery.plan import Plan, Planner
from bot.domain.ports import StoreAway
from tests.delivery.team import Team
from tests.fakes.stores import MovableClock


async def test_a_running_worker_delivers_at_once_and_stops_when_told(team: Team) -> None:
    stop, worker = asyncio.Event(), team.worker()
    running = asyncio.create_task(worker.run(stop))
    await team.submit()
    async with asyncio.timeout(10):
        while len(team.texts()) < 2:  # noqa: ASYNC110 - the messenger has no event to wait for
            await asyncio.sleep(0.01)
        stop.set()
        await running
    assert await team.counts() == {"delivered": 2}


async def test_a_worker_that_is_told_to_stop_finishes_what_is_on_its_way(team: Team) -> None:
    started, go_on = asyncio.Event(), asyncio.Event()
    original = team.messenger.send

    async def slow_send(*args: object, **named: object) -> str | None:
        started.set()
        await go_on.wait()
        return await original(*args, **named)

    team.messenger.send = slow_send
    team.settings = team.settings.__class__(**(vars(team.settings) | {"client_timeout": 20}))
    stop = asyncio.Event()
    running = asyncio.create_task(team.worker().run(stop))
    await team.submit()
    async with asyncio.timeout(10):
        await started.wait()
        stop.set()
        await asyncio.sleep(0.05)
        assert not running.done()
        go_on.set()
        await running
    assert (await team.counts())["delivered"] == 1


async def test_a_row_whose_lease_ends_while_it_is_planned_is_not_carried_twice_by_the_same_worker(
    team: Team, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan, began, go_on = Planner.plan, asyncio.Event(), asyncio.Event()

    async def slowly(self: Planner, *given: Any) -> Plan:
        planned = await plan(self, *given)
        began.set()
        await go_on.wait()
        return planned

    monkeypatch.setattr(Planner, "plan", slowly)
    stop, worker = asyncio.Event(), team.worker()
    await team.submit()
    async with asyncio.timeout(10):
        running = asyncio.create_task(worker.run(stop))
        await began.wait()
        clock.advance(seconds=61)
        await asyncio.sleep(0.1)
        go_on.set()
        await asyncio.sleep(0.1)
        stop.set()
        await running
    assert team.messenger.calls.count("send") == len(team.texts())


@pytest.mark.parametrize(("error", "told"), [(KeyError, ["case_card broken KeyError"]), (StoreAway, [])])
async def test_somebody_is_told_of_what_lands_and_cannot_be_noted(
    team: Team, monkeypatch: pytest.MonkeyPatch, error: type[Exception], told: list[str]
) -> None:
    failed = asyncio.Event()

    async def fails(*_: object) -> None:
        failed.set()
        raise error

    monkeypatch.setattr(record, "note_card_landed", fails)
    stop = asyncio.Event()
    running = asyncio.create_task(team.worker().run(stop))
    await team.submit()
    async with asyncio.timeout(10):
        await failed.wait()
        stop.set()
        await running
    assert team.alerts == told
