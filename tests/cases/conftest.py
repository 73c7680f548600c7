"""A desk with the real router, knowledge and words, and a store in memory."""

from __future__ import annotations

import pytest

from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.turns.desk import Desk


@pytest.fixture
async def desk() -> Desk:
    clock = MovableClock()
    return await Desk(FakeStore(clock.now), clock).open()
