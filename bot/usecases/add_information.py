"""The requester adds information to a case."""

from __future__ import annotations

from bot.domain.case_actions import added
from bot.domain.commands import AddInformation
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_requester, save_and_show, tell_holder, tell_thread


async def add_information(command: AddInformation, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Relay the information to the thread; the requester stays hidden."""
    before = await case_for_requester(command, uow)
    after = added(before, command.text, clock.now())
    if not await save_and_show(before, after, uow, clock):
        return CaseIs(command, after)
    await tell_thread(after, "added", uow, clock, message=str(len(after.messages) - 1))
    await tell_holder(after, "added", uow, clock)
    return CaseIs(command, after)
