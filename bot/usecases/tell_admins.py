"""Tell the administrators, in their own chats, what needs a person. Never anything about a child."""

from __future__ import annotations

import json
from datetime import datetime

from bot.domain.outbox import Kind, OutboxItem
from bot.domain.ports import UnitOfWork


async def tell_admins(text_key: str, about: str, uow: UnitOfWork, now: datetime, **values: str) -> None:
    """Queue the sentence to every administrator who has written to the bot; the same `about` is told once."""
    for person, place in await uow.admin_chats.all():
        payload = {
            "text": text_key,
            "values": json.dumps(values, ensure_ascii=False),
            "person_id": person.id,
            "conversation_id": place.conversation_id,
            "reference": json.dumps(dict(place.reference)),
        }
        key = f"admin:{about}:{person.pseudonym}"
        await uow.outbox.add(OutboxItem(Kind.REMINDER, key, now, f"person:{person.pseudonym}", None, payload))
