"""Does the same again: until the bot stops, where a round that fails is noted and the next one comes, or until a commit
that met another one goes through."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.domain.event_log import EventLog
from bot.domain.ports import StoreCollided

TRIES = 4
"""How often what meets others in the same moment is tried."""
T = TypeVar("T")

log = EventLog(__name__)


async def unless_collided(do: Callable[[], Awaitable[T]]) -> T:
    """Do it, in one commit, and again when that commit met another one and was given up; raises StoreCollided when it
    is each time."""
    for _ in range(TRIES - 1):
        with contextlib.suppress(StoreCollided):
            return await do()
    return await do()


async def again_and_again(do: Callable[[], Awaitable[object]], stop: asyncio.Event, every: float, failed: str) -> None:
    """Do it at once and then every so many seconds; later when a round returns, as a float, how many seconds it asks
    to be left alone. `failed` names the event in the log."""
    while not stop.is_set():
        wait = every
        try:
            rest = await do()
            wait = max(every, rest) if isinstance(rest, float) else every
        except Exception as error:  # the database may be away; whatever it is, the next round comes
            log.warning(failed, error=type(error).__name__)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), wait)
