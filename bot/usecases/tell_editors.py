"""Tell the editors and the administrators, in their own chats, about the knowledge. Never anything about a case."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from bot.domain.ports import UnitOfWork
from bot.domain.turn import Person, Place
from bot.usecases.tell_admins import key_of, tell_each


async def tell_editors(text_key: str, about: str, uow: UnitOfWork, now: datetime, **values: str) -> None:
    """Queue the sentence to everybody who edits or administers and has written to the bot; each is told once."""
    await tell_each(await _all(uow), text_key, about, uow, now, values)


async def anybody_is_untold(about: str, uow: UnitOfWork) -> bool:
    """Tell whether `tell_editors` would queue anything: what is told may take long to work out."""
    for person, _ in await _all(uow):
        if not await uow.outbox.is_known(key_of(about, person)):
            return True
    return False


async def _all(uow: UnitOfWork) -> Collection[tuple[Person, Place]]:
    chats = {person.id: (person, place) for person, place in await uow.admin_chats.all()}
    chats |= {person.id: (person, place) for person, place in await uow.editor_chats.all()}
    return chats.values()
