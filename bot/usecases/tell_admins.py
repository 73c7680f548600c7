"""Tell the administrators, in their own chats, what needs a person. Never anything about a child."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.ports import UnitOfWork
from bot.domain.turn import Person, Place

TO_STAFF: Final = "admin:"
"""What the dedupe key begins with of all that they are told."""


async def tell_admins(text_key: str, about: str, uow: UnitOfWork, now: datetime, **values: str) -> None:
    """Queue the sentence to every administrator who has written to the bot; the same `about` is told once."""
    await tell_each(await uow.admin_chats.all(), text_key, about, uow, now, values)


async def tell_each(
    chats: Iterable[tuple[Person, Place]],
    text_key: str,
    about: str,
    uow: UnitOfWork,
    now: datetime,
    values: Mapping[str, str],
) -> None:
    """Queue the sentence to these chats; the same person is told the same `about` once, whoever tells it."""
    for person, place in chats:
        payload: Payload = {
            "text": text_key,
            "values": json.dumps(dict(values), ensure_ascii=False),
            "person_id": person.id,
            "conversation_id": place.conversation_id,
            "reference": json.dumps(dict(place.reference)),
        }
        key = key_of(about, person)
        await uow.outbox.add(OutboxItem(Kind.REMINDER, key, now, f"person:{person.pseudonym}", None, payload))


def key_of(about: str, person: Person) -> str:
    """Return the dedupe key of what one of them is told."""
    return f"{TO_STAFF}{about}:{person.pseudonym}"
