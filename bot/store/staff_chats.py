"""Where administrators and editors are told what needs a person. They get here by writing to the bot themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import TypeAdapter

from bot.domain.turn import Person, Place
from bot.store.database import Run
from bot.store.keys import Keys, Purpose
from bot.store.readable import readable

_CHAT: TypeAdapter[tuple[Person, Place]] = TypeAdapter(tuple[Person, Place])
_STATEMENTS = {
    "admin": ("keep_admin_chat", "forget_admin_chat", "admin_chats"),
    "editor": ("keep_editor_chat", "forget_editor_chat", "editor_chats"),
}
"""Keep, forget and list; the last is also the name of the table."""


class SqlStaffChats:
    """Personal chats of one kind of staff in the database, sealed."""

    def __init__(self, run: Run, keys: Keys, who: Literal["admin", "editor"]) -> None:
        self._run = run
        self._keys = keys
        self._sealer = keys.sealer(Purpose.CHANNEL)
        self._keep, self._forget, self._all = _STATEMENTS[who]

    async def keep(self, person: Person, place: Place) -> None:
        """Remember the chat, in place of an earlier one."""
        index = self._keys.index("person", person.id)
        sealed = self._sealer.seal(_CHAT.dump_json((person, place)), self._where(index))
        await self._run(self._keep, person=index, chat=sealed)

    async def forget(self, person: Person) -> None:
        """Forget the chat of somebody who is neither any more."""
        await self._run(self._forget, person=self._keys.index("person", person.id))

    async def all(self) -> Sequence[tuple[Person, Place]]:
        """Return everybody who has written to the bot, with their chat."""
        return readable(await self._run(self._all), self._chat, self._all)

    def _chat(self, index: str, sealed: bytes) -> tuple[Person, Place]:
        return _CHAT.validate_json(self._sealer.open(sealed, self._where(index)))

    def _where(self, index: str) -> str:
        return f"{self._all}|{index}|chat"
