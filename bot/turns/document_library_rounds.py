"""Looks after a shared library every few minutes. What does not work is told to the administrators, once a day."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import datetime, timedelta

from bot.domain.again import again_and_again
from bot.domain.document_library import LibraryAway, LibraryClosed
from bot.domain.event_log import EventLog
from bot.domain.ports import Clock, Store
from bot.turns.document_library import LibraryReader
from bot.usecases.tell_admins import tell_admins

PATIENCE = timedelta(hours=24)
"""A library that has not answered for so long is told about."""

log = EventLog(__name__)


class DocumentLibraryRounds:
    """Makes the rounds of one replica; several may do so."""

    def __init__(self, shared: LibraryReader, store: Store, clock: Clock) -> None:
        self._shared = shared
        self._store = store
        self._clock = clock
        self._away_since: datetime | None = None

    async def run(self, stop: asyncio.Event, every_seconds: float) -> None:
        """Make a round every so often until `stop` is set."""
        await again_and_again(self.once, stop, every_seconds, "library_round_failed")

    async def once(self) -> float:
        """Make one round; return the seconds the library asks to be left alone."""
        try:
            await self._shared.round()
        except LibraryAway as error:
            log.warning("library_away", code=error.code)
            self._away_since = self._away_since or self._clock.now()
            if self._clock.now() - self._away_since >= PATIENCE:
                await self._tell("library.away", error.code)
            return error.after or 0.0
        except LibraryClosed as error:
            log.error("library_closed", code=error.code)
            await self._tell("library.closed", error.code)
            return error.after or 0.0
        self._away_since = None
        return 0.0

    async def _tell(self, text_key: str, code: str) -> None:
        now = self._clock.now()
        with contextlib.suppress(Exception):  # a database that is away is told about by others
            async with self._store.unit_of_work() as uow:
                await tell_admins(text_key, f"library:{code}:{now:%Y-%m-%d}", uow, now, code=code)
                await uow.commit()
