"""A team on PostgreSQL, and a messenger during whose next message something else begins, as another replica does it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.domain.reply import Reply
from bot.domain.turn import Place
from bot.store import SqlStore
from tests.delivery.team import Team
from tests.fakes.messenger import FakeMessenger
from tests.fakes.postgres import new_migrated_database
from tests.fakes.stores import RING, MovableClock

BRIEFLY = 0.3
"""Seconds in which the other commit gets as far as it can."""


@dataclass
class Meanwhile(FakeMessenger):
    begin: Callable[[], Awaitable[None]] | None = None
    at: str = "send"
    under_way: asyncio.Task[None] | None = None

    async def send(self, place: Place, reply: Reply, *, marker: str = "", reply_to: str | None = None) -> str | None:
        await self._begin("send")
        return await super().send(place, reply, marker=marker, reply_to=reply_to)

    async def update(self, place: Place, activity_id: str, reply: Reply) -> None:
        await self._begin("update")
        await super().update(place, activity_id, reply)

    async def _begin(self, at: str) -> None:
        if self.begin is not None and at == self.at:
            begin, self.begin = self.begin, None
            self.under_way = asyncio.ensure_future(begin())
            await asyncio.sleep(BRIEFLY / 3)


@asynccontextmanager
async def a_team(clock: MovableClock) -> AsyncIterator[Team]:
    """A team with a channel, and one case whose card is there."""
    store = SqlStore(await new_migrated_database(), RING, now=clock.now)
    await store.open()
    team = Team(store, clock, messenger=Meanwhile())
    await team.connect()
    await team.submit()
    await team.deliver(2)
    try:
        yield team
    finally:
        await store.close()
