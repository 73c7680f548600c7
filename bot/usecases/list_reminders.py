"""List what a person will be reminded of."""

from __future__ import annotations

from bot.domain.commands import ListReminders
from bot.domain.outcomes import Outcome, RemindersAre
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.set_reminder import reminder_key


async def list_reminders(command: ListReminders, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the keys the reminders were set by, and when each comes."""
    begins = reminder_key(command.by.id, "")
    rows = await uow.outbox.reminders_to_come(f"person:{command.by.pseudonym}")
    own = (row.item for row in rows if row.item.dedupe_key.startswith(begins))
    return RemindersAre(command, {item.dedupe_key.removeprefix(begins): item.due_at for item in own})
