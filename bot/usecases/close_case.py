"""Close a case with a result."""

from __future__ import annotations

from bot.domain.case_actions import closed
from bot.domain.commands import CloseCase
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_team, save_and_show, tell_requester, tell_thread


async def close_case(command: CloseCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Close the case; its text is deleted when the retention time is over."""
    before, member = await case_for_team(command, uow)
    after = closed(before, member, command.reason, clock.now())
    await save_and_show(before, after, uow, clock)
    await tell_thread(after, "closed", uow, clock, who=member.name)
    await tell_requester(after, "closed", uow, clock)
    return CaseIs(command, after)
