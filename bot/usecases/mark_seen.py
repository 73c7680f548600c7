"""A member has seen a case."""

from __future__ import annotations

from bot.domain.case_actions import seen
from bot.domain.commands import MarkSeen
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_team, save_and_show, tell_requester


async def mark_seen(command: MarkSeen, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Note the first time a member looks at the case, and tell the requester."""
    before, member = await case_for_team(command, uow)
    after = seen(before, member, clock.now())
    if await save_and_show(before, after, uow, clock):
        await tell_requester(after, "seen", uow, clock)
    return CaseIs(command, after)
