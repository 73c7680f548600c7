"""The requester takes a case back."""

from __future__ import annotations

from bot.domain.case_actions import withdrawn
from bot.domain.commands import WithdrawCase
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_requester, save_and_show, tell_holder, tell_thread
from bot.usecases.erase_messages import erase_messages


async def withdraw_case(command: WithdrawCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Delete the text everywhere the bot can, and tell the team that the case is withdrawn."""
    before = await case_for_requester(command, uow)
    after = withdrawn(before, clock.now())
    await save_and_show(before, after, uow, clock)
    await uow.cases.destroy_text(after.id)
    await erase_messages(after, uow, clock.now())
    await tell_thread(after, "withdrawn", uow, clock)
    await tell_holder(after, "withdrawn", uow, clock)
    return CaseIs(command, after)
