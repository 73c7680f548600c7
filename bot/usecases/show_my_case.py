"""Show a requester one of their own cases."""

from __future__ import annotations

from bot.domain.commands import ShowMyCase
from bot.domain.errors import CaseNotFound
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def show_my_case(command: ShowMyCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the case if the person sent it; raises CaseNotFound otherwise."""
    requester = await uow.cases.requester_of(command.case_id)
    if requester is None or requester.person.id != command.by.id:
        raise CaseNotFound
    return CaseIs(command, await uow.cases.get(command.case_id))
