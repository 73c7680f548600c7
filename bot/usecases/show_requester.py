"""The requester chooses to be named."""

from __future__ import annotations

from bot.domain.case_actions import shown_as
from bot.domain.commands import ShowRequester
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_requester, save_and_show, tell_thread


async def show_requester(command: ShowRequester, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Show the name of the requester to the team. Cannot be undone."""
    before = await case_for_requester(command, uow)
    after = shown_as(before, command.by.name)
    if not await save_and_show(before, after, uow, clock):
        return CaseIs(command, after)
    await tell_thread(after, "shown", uow, clock)
    return CaseIs(command, after)
