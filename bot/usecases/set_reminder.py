"""Remind a person later."""

from __future__ import annotations

import json

from bot.domain.commands import SetReminder
from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.outcomes import Done, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.domain.turn import Person


async def set_reminder(command: SetReminder, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Schedule the reminder, or move the one with the same key."""
    payload: Payload = {
        "text": command.text_key,
        "values": json.dumps(dict(command.values), ensure_ascii=False),
        "person_id": command.by.id,
        "conversation_id": command.place.conversation_id,
        "reference": json.dumps(dict(command.place.reference)),
    }
    key = reminder_key(command.by.id, command.key)
    await uow.outbox.reschedule(
        OutboxItem(Kind.REMINDER, key, command.due_at, f"person:{pseudonym(command.by.id)}", None, payload)
    )
    return Done(command)


def reminder_key(person_id: str, key: str) -> str:
    """Return the dedupe key of a person's reminder."""
    return f"reminder:{pseudonym(person_id)}:{key}"


def pseudonym(person_id: str) -> str:
    """Return a name for the person; the store keeps it sealed or as a keyed hash."""
    return Person(person_id, "").pseudonym
