"""All cases of a team are taken out, for whoever leads it. Who did it is kept in the audit trail."""

from __future__ import annotations

from bot.domain.commands import TakeOutCases
from bot.domain.outcomes import CasesAre, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def take_out_cases(command: TakeOutCases, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the open and the closed cases, without those the member is inhabil in. The roster and the role are
    checked before."""
    cases = (*await uow.cases.open_in(command.team), *await uow.cases.closed_in(command.team))
    await uow.audit.note(f"cases.taken_out.{command.team}", clock.now(), by=command.by.id)
    return CasesAre(command, tuple(case for case in cases if command.by.id not in case.recused))
