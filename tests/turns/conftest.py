"""The desk: the whole inside with a store in memory, and with every kind of store."""

from typing import Any

import pytest

from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock, clock, store
from tests.turns.desk import Desk

__all__ = ["clock", "desk", "every_desk", "store"]


@pytest.fixture
async def desk(clock: MovableClock) -> Desk:
    return await Desk(FakeStore(clock.now), clock).open()


@pytest.fixture
async def every_desk(store: Any, clock: MovableClock) -> Desk:
    return await Desk(store, clock).open()
