"""Delete everything kept about a person's conversations."""

from __future__ import annotations

from bot.domain.commands import ForgetPerson
from bot.domain.outcomes import Done, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def forget_person(command: ForgetPerson, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Delete conversations, concerns and reminders of the person. Cases already sent stay with the team."""
    await uow.conversations.forget(command.by)
    await uow.audit.note("person.forgotten", clock.now())
    return Done(command)
