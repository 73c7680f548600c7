"""Is this code one of the person's own earlier cases? Nothing ever matches cases across people."""

from __future__ import annotations

from bot.domain.commands import FindOwnCase
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import own_case_by_code


async def find_own_case(command: FindOwnCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the case; raises CaseNotFound for a code that is not the person's own."""
    return CaseIs(command, await own_case_by_code(command.code, command.by, uow))
