"""The team asks the requester something."""

from __future__ import annotations

from bot.domain.case_actions import asked
from bot.domain.commands import AskRequester
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_team, save_and_show, tell_requester, tell_thread


async def ask_requester(command: AskRequester, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Relay the question; the requester stays hidden."""
    before, member = await case_for_team(command, uow)
    after = asked(before, member, command.question, clock.now())
    if not await save_and_show(before, after, uow, clock):
        return CaseIs(command, after)
    number = str(len(after.messages) - 1)
    await tell_thread(after, "asked", uow, clock, who=member.name, message=number)
    await tell_requester(after, "question", uow, clock, message=number)
    return CaseIs(command, after)
