"""Where administrators and editors are told what needs a person. They get here by writing to the bot themselves."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter

from bot.domain.turn import Person, Place
from bot.store.database import Run
from bot.store.keys import Keys, Purpose

_CHAT: TypeAdapter[tuple[Person, Place]] = TypeAdapter(tuple[Person, Place])


class SqlAdminChats:
    """Personal chats of administrators in the database, sealed."""

    def __init__(self, run: Run, keys: Keys) -> None:
        self._run = run
        self._keys = keys
        self._sealer = keys.sealer(Purpose.CHANNEL)

    async def keep(self, person: Person, place: Place) -> None:
        """Remember the chat, in place of an earlier one."""
        index = self._keys.index("person", person.id)
        sealed = self._sealer.seal(_CHAT.dump_json((person, place)), _where(index))
        await self._run("keep_admin_chat", person=index, chat=sealed)

    async def forget(self, person: Person) -> None:
        """Forget the chat of somebody who is no administrator any more."""
        await self._run("forget_admin_chat", person=self._keys.index("person", person.id))

    async def all(self) -> Sequence[tuple[Person, Place]]:
        """Return every administrator who has written to the bot, with their chat."""
        return [
            _CHAT.validate_json(self._sealer.open(sealed, _where(index)))
            for index, sealed in await self._run("admin_chats")
        ]


class SqlEditorChats:
    """Personal chats of editors in the database, sealed."""

    def __init__(self, run: Run, keys: Keys) -> None:
        self._run = run
        self._keys = keys
        self._sealer = keys.sealer(Purpose.CHANNEL)

    async def keep(self, person: Person, place: Place) -> None:
        """Remember the chat, in place of an earlier one."""
        index = self._keys.index("person", person.id)
        sealed = self._sealer.seal(_CHAT.dump_json((person, place)), _where(index, "editor_chats"))
        await self._run("keep_editor_chat", person=index, chat=sealed)

    async def forget(self, person: Person) -> None:
        """Forget the chat of somebody who is no editor any more."""
        await self._run("forget_editor_chat", person=self._keys.index("person", person.id))

    async def all(self) -> Sequence[tuple[Person, Place]]:
        """Return every editor who has written to the bot, with their chat."""
        return [
            _CHAT.validate_json(self._sealer.open(sealed, _where(index, "editor_chats")))
            for index, sealed in await self._run("editor_chats")
        ]


def _where(index: str, table: str = "admin_chats") -> str:
    return f"{table}|{index}|chat"
