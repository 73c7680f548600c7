"""Take a reminder away."""

from __future__ import annotations

from bot.domain.commands import CancelReminder
from bot.domain.outcomes import Done, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.set_reminder import reminder_key


async def cancel_reminder(command: CancelReminder, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Cancel the reminder if it has not been sent."""
    await uow.outbox.cancel(reminder_key(command.by.id, command.key))
    return Done(command)
