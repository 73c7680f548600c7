"""More people write at once than one replica has connections for: they stand in line, and nobody is turned away."""

from __future__ import annotations

import asyncio
import uuid
from contextlib import AsyncExitStack
from time import monotonic

import asyncpg
import pytest

from bot.domain.ports import StoreAway
from bot.domain.turn import Person, Place, PlaceKind
from bot.store import SqlStore, postgres_connection
from bot.store.postgres_turn_locks import LOCK_CONNECTIONS
from tests.fakes.postgres import new_migrated_database
from tests.fakes.stores import RING, MovableClock

pytestmark = pytest.mark.postgres
BUSY_SECONDS = 0.3


ROOM_FOR = 3


async def for_somebody_with_little_room() -> str:
    """Return the address of a database for somebody whom the server gives few connections."""
    owner = await new_migrated_database()
    name = f"trang{uuid.uuid4().hex[:8]}"
    connection = await asyncpg.connect(owner)
    await connection.execute(f"CREATE ROLE {name} LOGIN CONNECTION LIMIT {ROOM_FOR}")
    for what in ("TABLES", "SEQUENCES"):
        await connection.execute(f"GRANT ALL ON ALL {what} IN SCHEMA public TO {name}")
    await connection.close()
    return owner.replace("postgres@", f"{name}@", 1)


async def test_who_writes_while_the_server_has_no_connection_left_waits_for_one(clock: MovableClock) -> None:
    store = SqlStore(await for_somebody_with_little_room(), RING, now=clock.now)
    await store.open(migrate=False)

    async def write(number: int) -> None:
        async with store.one_turn(*somebody(number)), store.unit_of_work() as uow:
            await asyncio.sleep(0.05)
            await uow.audit.note(f"written.{number}", clock.now())
            await uow.commit()

    async with asyncio.timeout(60):
        await asyncio.gather(*(write(number) for number in range(8)))
        async with store.unit_of_work() as uow:
            assert (await uow.audit.head())[0] == 8
    await store.close()


async def test_a_replica_that_starts_while_others_have_all_connections_waits_for_one(clock: MovableClock) -> None:
    url = await for_somebody_with_little_room()
    others = [await asyncpg.connect(url) for _ in range(ROOM_FOR)]
    store = SqlStore(url, RING, now=clock.now)
    async with asyncio.timeout(30), asyncio.TaskGroup() as tasks:
        opening = tasks.create_task(store.open(migrate=False))
        await asyncio.sleep(0.3)
        assert not opening.done()
        for one in others:
            await one.close()
    async with store.unit_of_work() as uow:
        assert (await uow.audit.head())[0] == 0
    await store.close()


async def test_a_server_that_never_has_room_is_given_up(clock: MovableClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres_connection, "_ROOM_SECONDS", 0.3)
    url = await for_somebody_with_little_room()
    store = SqlStore(url, RING, now=clock.now)
    await store.open(migrate=False)
    await store.close()
    others = [await asyncpg.connect(url) for _ in range(ROOM_FOR)]
    with pytest.raises(StoreAway):
        async with asyncio.timeout(10), store.unit_of_work():
            pytest.fail("there is no connection")
    for one in others:
        await one.close()
    await store.close()


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
