"""Tell the editors and the administrators, in their own chats, about the knowledge. Never anything about a case."""

from __future__ import annotations

import json
from datetime import datetime

from bot.domain.outbox import Kind, OutboxItem
from bot.domain.ports import UnitOfWork


async def tell_editors(text_key: str, about: str, uow: UnitOfWork, now: datetime, **values: str) -> None:
    """Queue the sentence to everybody who edits or administers and has written to the bot; each is told once."""
    chats = {person.id: (person, place) for person, place in await uow.admin_chats.all()}
    chats |= {person.id: (person, place) for person, place in await uow.editor_chats.all()}
    for person, place in chats.values():
        payload = {
            "text": text_key,
            "values": json.dumps(values, ensure_ascii=False),
            "person_id": person.id,
            "conversation_id": place.conversation_id,
            "reference": json.dumps(dict(place.reference)),
        }
        key = f"admin:{about}:{person.pseudonym}"
        await uow.outbox.add(OutboxItem(Kind.REMINDER, key, now, f"person:{person.pseudonym}", None, payload))
