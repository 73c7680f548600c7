"""Ids of what Teams has delivered, as keyed hashes."""

from __future__ import annotations

from datetime import datetime

from bot.domain.turn import Place
from bot.store.database import Run
from bot.store.keys import Keys
from bot.store.moments import to_number


class SqlInbox:
    """The inbox in the database."""

    def __init__(self, run: Run, keys: Keys) -> None:
        self._run = run
        self._keys = keys

    async def is_new(self, activity_id: str, place: Place, at: datetime) -> bool:
        """Note the id; False when it was noted before, by any replica."""
        index = self._keys.index("activity", place.conversation_id, activity_id)[:32]
        return bool(await self._run("note_activity", activity=index, at=to_number(at)))
