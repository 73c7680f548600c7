"""A replica that is gone without a word in the middle of a commit: PostgreSQL lets go of what it held, and the others
go on."""

from __future__ import annotations

import asyncio

import pytest

from bot.domain.ports import StoreAway
from bot.domain.turn import Person, Place, PlaceKind
from bot.store import SqlStore
from tests.fakes.postgres import new_migrated_database
from tests.fakes.stores import RING, MovableClock

pytestmark = pytest.mark.postgres
SOME = (Person("person-1", "Test Ansatt"), Place(PlaceKind.PERSONAL, "a:1"))


async def test_what_it_held_is_let_go_of_and_nothing_of_it_is_kept(clock: MovableClock) -> None:
    url = await new_migrated_database()
    gone, other = SqlStore(url, RING, now=clock.now, busy_seconds=0.5), SqlStore(url, RING, now=clock.now)
    await gone.open()
    await other.open()
    unit = gone.unit_of_work()
    await unit.__aenter__()
    await unit.audit.note("gone", clock.now())
    async with asyncio.timeout(10), other.unit_of_work() as uow:
        await uow.audit.note("other", clock.now())
        await uow.commit()
    with pytest.raises(StoreAway):
        await unit.commit()
    await unit.__aexit__(None, None, None)
    async with gone.unit_of_work() as uow:
        assert (await uow.audit.head())[0] == 1
    await gone.close()
    await other.close()


async def test_the_server_asks_both_kinds_of_connections_whether_they_are_there(clock: MovableClock) -> None:
    store = SqlStore(await new_migrated_database(), RING, now=clock.now)
    await store.open()
    asked = "SELECT reset_val FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout'"
    async with store.one_turn(*SOME), store.database.engine.connect() as connection:
        assert (await connection.exec_driver_sql(asked)).scalar() == "60000"
    async with store._turns._engine.connect() as connection:
        assert (await connection.exec_driver_sql(asked)).scalar() == "60000"
    await store.close()
