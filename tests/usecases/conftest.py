"""The municipality that use cases are tested in, on the fake store."""

import pytest

from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock, clock
from tests.usecases.municipality import Municipality

__all__ = ["clock", "here"]


@pytest.fixture
async def here(clock: MovableClock) -> Municipality:
    """Two connected teams and an empty outbox."""
    made = Municipality(FakeStore(clock.now), clock)
    await made.connect()
    return made
