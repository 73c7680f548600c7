"""See whether somebody may still do to a case what they are filling in a form for."""

from __future__ import annotations

from bot.domain.case_actions import Action, require, role_of
from bot.domain.commands import SeeIfAllowed
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_team


async def see_if_allowed(command: SeeIfAllowed, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the case, unchanged; refused as the action itself would be."""
    case, member = await case_for_team(command, uow)
    require(case, Action(command.action), role_of(case, member), member)
    return CaseIs(command, case)
