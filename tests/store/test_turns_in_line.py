"""More people write at once than one replica has connections for: they stand in line, and nobody is turned away."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from time import monotonic

import pytest

from bot.domain.turn import Person, Place, PlaceKind
from bot.store import SqlStore
from bot.store.turn_locks import LOCK_CONNECTIONS
from tests.fakes.postgres import new_migrated_database
from tests.fakes.stores import RING, MovableClock

pytestmark = pytest.mark.postgres
BUSY_SECONDS = 0.3


def somebody(number: int) -> tuple[Person, Place]:
    return Person(f"person-{number}", "Test Ansatt"), Place(PlaceKind.PERSONAL, f"a:{number}")


async def test_who_writes_when_all_connections_are_taken_waits_longer_than_for_a_server_that_is_away(
    clock: MovableClock,
) -> None:
    store = SqlStore(await new_migrated_database(), RING, now=clock.now, busy_seconds=BUSY_SECONDS)
    await store.open()

    async def one_more() -> float:
        async with store.one_turn(*somebody(LOCK_CONNECTIONS)):
            return monotonic()

    async with AsyncExitStack() as held:
        for number in range(LOCK_CONNECTIONS):
            await held.enter_async_context(store.one_turn(*somebody(number)))
        waiting = asyncio.create_task(one_more())
        await asyncio.sleep(4 * BUSY_SECONDS)
        is_waiting, let_go_at = not waiting.done(), monotonic()
    async with asyncio.timeout(10):
        assert await waiting >= let_go_at
    assert is_waiting
    await store.close()
