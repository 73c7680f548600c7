"""Remind a person later."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from bot.domain.commands import SetReminder
from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.outcomes import Done, Outcome, RemindersAre
from bot.domain.ports import Clock, UnitOfWork
from bot.domain.turn import Person


async def set_reminder(command: SetReminder, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Schedule the reminder, or move the one with the same key; a wish tells when that one was to come."""
    payload: Payload = {
        "text": command.text_key,
        "values": json.dumps(dict(command.values), ensure_ascii=False),
        "person_id": command.by.id,
        "conversation_id": command.place.conversation_id,
        "reference": json.dumps(dict(command.place.reference)),
    }
    key = reminder_key(command.by.id, command.key)
    before = await _to_come(command, key, uow) if command.is_wish else {}
    await uow.outbox.reschedule(
        OutboxItem(Kind.REMINDER, key, command.due_at, f"person:{pseudonym(command.by.id)}", None, payload)
    )
    return RemindersAre(command, before) if before else Done(command)


async def _to_come(command: SetReminder, key: str, uow: UnitOfWork) -> Mapping[str, datetime]:
    """Return the reminder with the same key that comes at another time, if there is one."""
    rows = await uow.outbox.reminders_to_come(f"person:{command.by.pseudonym}")
    before = [row.item.due_at for row in rows if row.item.dedupe_key == key and row.item.due_at != command.due_at]
    return {command.key: before[0]} if before else {}


def reminder_key(person_id: str, key: str) -> str:
    """Return the dedupe key of a person's reminder."""
    return f"reminder:{pseudonym(person_id)}:{key}"


def pseudonym(person_id: str) -> str:
    """Return a name for the person; the store keeps it sealed or as a keyed hash."""
    return Person(person_id, "").pseudonym
