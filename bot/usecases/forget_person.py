"""Delete everything kept about a person's conversations, and let go of them where they have sent a case."""

from __future__ import annotations

from bot.domain.commands import ForgetPerson
from bot.domain.outcomes import Forgotten, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def forget_person(command: ForgetPerson, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Delete conversations, concerns and reminders of the person. A case stays with the team, and knows who sent it for
    as long as an answer is to reach them."""
    now = clock.now()
    cases = await uow.cases.sent_by(command.by)
    await uow.conversations.forget(command.by)
    await uow.cases.forget_sender(command.by, now)
    await uow.audit.note("person.forgotten", now)
    over = sum(case.ended_at is not None for case in cases)
    return Forgotten(command, len(cases) - over, over)
