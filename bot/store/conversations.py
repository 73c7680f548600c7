"""What is kept between turns, sealed. One row per person and place, found by a keyed hash of both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from pydantic import TypeAdapter

from bot.domain.conversation import ConversationState
from bot.domain.event_log import EventLog
from bot.domain.turn import Person, Place
from bot.store.database import Rows, Run
from bot.store.encryption import EncryptionError
from bot.store.keys import Keys, Purpose
from bot.store.moments import to_number
from bot.store.newer import Newer, json_with_newer

_STATE: TypeAdapter[ConversationState] = TypeAdapter(ConversationState)
_OF_A_PERSON = (
    "forget_conversations",
    "forget_editor",
    "forget_admin_chat",
    "forget_editor_chat",
    "forget_duties",
)
"""The statements that delete what is kept of one person, besides what was to be sent them."""

log = EventLog(__name__)


class SqlConversations:
    """Conversation states in the database."""

    def __init__(self, run: Run, keys: Keys, now: Callable[[], datetime]) -> None:
        self._run = run
        self._keys = keys
        self._sealer = keys.sealer(Purpose.STATE)
        self._now = now
        self._indexed: dict[tuple[str, ...], str] = {}
        """Keyed hashes of this unit: a turn reads and writes the same row."""
        self._newer: set[str] = set()
        """Rows of this unit that a newer version has written, and this one cannot read: they are left as they are."""
        self._more: dict[str, Newer] = {}
        """What a newer version has written, in rows of this unit, besides what this one knows."""
        self.forgot_any = False
        """Whether something was deleted in this unit, so that traces beside the database must go too."""

    async def get(self, person: Person, place: Place) -> ConversationState:
        """Return the state, or a new one."""
        row_id = self.row_id(person, place)
        rows = await self._run("conversation", id=row_id)
        return self.read(row_id, rows[0][0] if rows else None)

    def read(self, row_id: str, sealed: bytes | None) -> ConversationState:
        """Return the state in a row, for somebody who writes: what cannot be read keeps nobody from an answer. They are
        met as somebody new; a damaged row is written over, and one of a newer version waits for that."""
        try:
            state, more = self._opened(row_id, sealed)
        except EncryptionError as error:
            log.error("conversation_unreadable", row=row_id, error=type(error).__name__)
        except ValueError as error:
            log.error("conversation_unreadable", row=row_id, error=type(error).__name__)
            self._newer.add(row_id)
        else:
            if more is not None:
                self._more[row_id] = more
            return state
        return ConversationState()

    async def save(self, person: Person, place: Place, state: ConversationState) -> None:
        """Keep the state, and what a newer version knows besides; nothing is kept in place of one that only a newer
        version can read."""
        row_id = self.row_id(person, place)
        if row_id in self._newer:
            return
        await self._run(
            "keep_conversation",
            id=row_id,
            person=self.known_as(person),
            state=self._seal(row_id, state, self._more.get(row_id)),
            in_dialog=int(state.has_anything_under_way),
            at=to_number(self._now()),
        )

    async def forget(self, person: Person) -> int:
        """Delete the person's conversations, reminders and duties, and their name on what they published as an editor;
        return how many things there were.

        Cases already sent stay with the team.
        """
        own = f"person:{person.pseudonym}"
        found = 0
        for lane in (own, self._keys.lane(own)):  # a replica of an earlier version may have added one just now
            found += len(await self._run("delete_rows_to", conversation=lane))
        for name in _OF_A_PERSON:
            found += len(await self._run(name, person=self.known_as(person)))
        self._more.clear()
        self.forgot_any = True
        return found

    async def empty_idle(self, before: datetime) -> int:
        """Take away what is under way in conversations untouched since `before`; return how many."""
        opened = self._all_opened(await self._run("idle_conversations", before=to_number(before)))
        emptied = ((row_id, state, state.emptied(before)) for row_id, state in opened)
        idle = [(row_id, left) for row_id, state, left in emptied if left != state]
        for row_id, state in idle:
            await self._replace(row_id, state)
        return len(idle)

    async def drop_drafts(self, before: datetime) -> int:
        """Take away drafts of cases and danger that was heard, kept since `before` or longer, however lately the person
        wrote, and after a month that a draft was deleted; return in how many conversations."""
        opened = self._all_opened(await self._run("conversations_under_way"))
        old = [row_id for row_id, state in opened if _has_passed(state, before)]
        return sum([await self._drop_draft(row_id, before) for row_id in old])

    async def _drop_draft(self, row_id: str, before: datetime) -> bool:
        """Look again, with the row locked: a turn may have kept a newer draft just now."""
        rows = await self._run("locked_conversation", id=row_id)
        state = self.opened(row_id, rows[0][0] if rows else None)
        if not _has_passed(state, before):
            return False
        await self._replace(row_id, state.without_what_is_from(before))
        return True

    async def _replace(self, row_id: str, state: ConversationState) -> None:
        """Keep what is left when something's day is over. What only a newer version knows goes: its day may be over."""
        is_under_way = int(state.has_anything_under_way)
        await self._run("empty_conversation", id=row_id, state=self._seal(row_id, state), in_dialog=is_under_way)

    def _all_opened(self, rows: Rows) -> list[tuple[str, ConversationState]]:
        """Return the conversations by their rows; one that is damaged, or of a newer version, is told of and keeps
        nothing in the others."""
        opened = []
        for row_id, sealed in rows:
            try:
                opened.append((row_id, self.opened(row_id, sealed)))
            except (EncryptionError, ValueError) as error:
                log.error("conversation_unreadable", row=row_id, error=type(error).__name__)
        return opened

    def row_id(self, person: Person, place: Place) -> str:
        """Return the id of the row."""
        return self._index("conversation", person.id, place.conversation_id)

    def opened(self, row_id: str, sealed: bytes | None) -> ConversationState:
        """Return the state in a row; a new one where there is no row."""
        return self._opened(row_id, sealed)[0]

    def _opened(self, row_id: str, sealed: bytes | None) -> tuple[ConversationState, Newer | None]:
        if sealed is None:
            return ConversationState(), None
        return json_with_newer(_STATE, self._sealer.open(sealed, f"conversations|{row_id}|state"))

    def known_as(self, person: Person) -> str:
        """Return what rows of the person are found by."""
        return self._index("person", person.id)

    def _index(self, *parts: str) -> str:
        index = self._indexed.get(parts)
        if index is None:
            index = self._indexed[parts] = self._keys.index(*parts)
        return index

    def _seal(self, row_id: str, state: ConversationState, more: Newer | None = None) -> bytes:
        body = _STATE.dump_json(state)
        return self._sealer.seal(more.added_to(body) if more else body, f"conversations|{row_id}|state")


def _has_passed(state: ConversationState, before: datetime) -> bool:
    """Tell whether anything in the conversation was kept at that time or earlier, and must go."""
    return state.without_what_is_from(before) is not state
