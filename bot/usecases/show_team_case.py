"""Show a case as the team sees it."""

from __future__ import annotations

from bot.domain.commands import ShowTeamCase
from bot.domain.errors import CaseRecused
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_team


async def show_team_case(command: ShowTeamCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the case to a member who is not inhabil."""
    before, member = await case_for_team(command, uow)
    if member.id in before.recused:
        raise CaseRecused(code=before.code)
    return CaseIs(command, before)
