"""The requester sends a new text for a case."""

from __future__ import annotations

from bot.domain.case_actions import renewed
from bot.domain.commands import RenewCase
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_requester, save_and_show, tell_holder, tell_thread
from bot.usecases.erase_messages import erase_shown_to_team


async def renew_case(command: RenewCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Put the new, approved text in place of the one that was taken away or is being changed."""
    before = await case_for_requester(command, uow)
    after = renewed(before, command.text)
    if not await save_and_show(before, after, uow, clock):
        return CaseIs(command, after)
    await erase_shown_to_team(after, uow, clock.now())
    await tell_thread(after, "renewed", uow, clock)
    await tell_holder(after, "renewed", uow, clock)
    return CaseIs(command, after)
