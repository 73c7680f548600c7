"""A desk with the real router, knowledge and words, and a store in memory."""

from __future__ import annotations

import pytest

from tests.cases.delivering import ADMIN, Delivering, Recording
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.turns.desk import Desk, chat


@pytest.fixture
async def desk() -> Desk:
    clock = MovableClock()
    return await Desk(FakeStore(clock.now), clock).open()


@pytest.fixture
async def watched() -> tuple[Desk, Delivering]:
    """Return a desk whose administrator has written to the bot, and its delivery."""
    clock = MovableClock()
    desk = await Desk(FakeStore(clock.now), clock, Recording()).open()
    async with desk.store.unit_of_work() as uow:
        await uow.admin_chats.keep(ADMIN, chat(ADMIN))
        await uow.commit()
    return desk, Delivering(desk)
