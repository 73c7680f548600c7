"""The server goes between a commit and the end of its turn: what was done is done, and its person is answered."""

from __future__ import annotations

from typing import Any

import asyncpg
import pytest

from bot.domain.turn import Person, Place, PlaceKind
from bot.store import SqlStore, postgres_turn_locks
from bot.store.postgres_turn_locks import PostgresTurnLocks
from tests.fakes.postgres import new_migrated_database
from tests.fakes.stores import RING, MovableClock

KEY = "0123456789abcdef"


class Connection:
    """A connection of the pool whose server is gone when the lock is to be let go of."""

    def __init__(self) -> None:
        self.told: list[str] = []

    async def execute(self, statement: str, *_given: Any, **_how: Any) -> None:
        if "unlock" in statement:
            raise asyncpg.ConnectionDoesNotExistError("connection was closed in the middle of operation")

    def is_closed(self) -> bool:
        return False

    async def invalidate(self) -> None:
        self.told.append("invalidated")

    async def close(self) -> None:
        self.told.append("closed")


async def test_a_turn_that_is_done_is_answered_when_its_lock_cannot_be_let_go_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone = Connection()

    async def connected(_engine: object) -> tuple[Connection, Connection]:
        return gone, gone

    monkeypatch.setattr(postgres_turn_locks, "connected", connected)
    locks, answered = PostgresTurnLocks("postgresql+asyncpg://nobody@127.0.0.1:1/none"), False
    async with locks.hold(KEY):
        answered = True
    assert answered
    assert gone.told == ["invalidated", "closed"], "else the lock would be held by a connection in the pool"
    await locks.close()


@pytest.mark.postgres
async def test_a_lock_whose_connection_is_cut_in_the_middle_is_free_for_the_next_turn(clock: MovableClock) -> None:
    url = await new_migrated_database()
    store = SqlStore(url, RING, now=clock.now)
    await store.open(migrate=False)
    who, where = Person("11111111-1111-4111-8111-111111111111", "Test Ansatt"), Place(PlaceKind.PERSONAL, "a:1")
    for _ in range(2):
        async with store.one_turn(who, where):
            admin = await asyncpg.connect(url)
            await admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE application_name = 'veilederen turns' AND datname = current_database()"
            )
            await admin.close()
    await store.close()
