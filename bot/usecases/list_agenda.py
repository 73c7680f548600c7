"""Which cases are on the team's next meeting? For a member, in a chat of their own."""

from __future__ import annotations

from bot.domain.commands import ListAgenda
from bot.domain.outcomes import CasesAre, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def list_agenda(command: ListAgenda, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the unanswered cases on the agenda, without those the member is inhabil in."""
    cases = await uow.cases.open_in(command.team)
    shown = [one for one in cases if one.on_next_meeting and one.answered_at is None]
    return CasesAre(command, tuple(one for one in shown if command.by.id not in one.recused))
