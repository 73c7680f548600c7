"""Tell the editors and the administrators, in their own chats, about the knowledge. Never anything about a case."""

from __future__ import annotations

from datetime import datetime

from bot.domain.ports import UnitOfWork
from bot.usecases.tell_admins import tell_each


async def tell_editors(text_key: str, about: str, uow: UnitOfWork, now: datetime, **values: str) -> None:
    """Queue the sentence to everybody who edits or administers and has written to the bot; each is told once."""
    chats = {person.id: (person, place) for person, place in await uow.admin_chats.all()}
    chats |= {person.id: (person, place) for person, place in await uow.editor_chats.all()}
    await tell_each(chats.values(), text_key, about, uow, now, values)
