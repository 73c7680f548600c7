"""The requester answers the question of the team."""

from __future__ import annotations

from bot.domain.case_actions import replied
from bot.domain.commands import ReplyToTeam
from bot.domain.errors import AnotherQuestion
from bot.domain.outcomes import CaseIs, NotAnswering, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_requester, save_and_show, tell_holder, tell_thread


async def reply_to_team(command: ReplyToTeam, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Relay the answer to the thread; the requester stays hidden."""
    before = await case_for_requester(command, uow)
    try:
        after = replied(before, command.question, command.text, clock.now())
    except AnotherQuestion:
        return NotAnswering(command, before)
    if not await save_and_show(before, after, uow, clock):
        return CaseIs(command, after)
    await tell_thread(after, "replied", uow, clock, message=str(len(after.messages) - 1))
    await tell_holder(after, "replied", uow, clock)
    return CaseIs(command, after)
