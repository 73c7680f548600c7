"""Ids of what Teams has delivered, as keyed hashes."""

from __future__ import annotations

from datetime import datetime

from bot.domain.conversation import TOUCHED_EVERY
from bot.domain.ports import TakenIn
from bot.domain.turn import Person, Place
from bot.store.conversations import SqlConversations
from bot.store.database import Run
from bot.store.keys import Keys
from bot.store.moments import to_number


class SqlInbox:
    """The inbox in the database."""

    def __init__(self, run: Run, keys: Keys, conversations: SqlConversations) -> None:
        self._run = run
        self._keys = keys
        self._conversations = conversations

    async def take_in(self, activity_id: str, person: Person, place: Place, at: datetime) -> TakenIn | None:
        """Note the id and return what is kept; None when it was noted before, by any replica.

        One statement, because each one that gives something back is a way to the database and back.
        """
        index = self._keys.index("activity", place.conversation_id, activity_id)[:32]
        row_id = self._conversations.row_id(person, place)
        known_as = self._conversations.known_as(person)
        own_lane = self._keys.lane(f"person:{person.pseudonym}")
        given = {"activity": index, "at": to_number(at), "id": row_id, "person": known_as, "own_lane": own_lane}
        given["long_ago"] = to_number(at - TOUCHED_EVERY)
        rows = await self._run("note_activity", **given)
        if not rows:
            return None
        state, *facts = rows[0]
        return TakenIn(self._conversations.read(row_id, state), *map(bool, facts))
