"""The stores and the clock that delivery is tested with, and a team that is connected to its channel."""

from typing import Any

import pytest

from tests.delivery.team import Team
from tests.fakes.stores import MovableClock, clock, sql_store, store

__all__ = ["clock", "sql_store", "store", "team"]


@pytest.fixture
async def team(store: Any, clock: MovableClock) -> Team:
    """A connected team with an empty outbox."""
    made = Team(store, clock)
    await made.connect()
    return made
