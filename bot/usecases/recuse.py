"""A member is inhabil in a case."""

from __future__ import annotations

from bot.domain.case_actions import looked_at, recused
from bot.domain.commands import Recuse
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_team, save_and_show, tell_requester, tell_thread


async def recuse(command: Recuse, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Hide the case from the member; nothing about why is kept or shown. A case they held is free, and all are told."""
    before, member = await case_for_team(command, uow)
    after = looked_at(recused(before, member), clock.now())
    changed = await save_and_show(before, after, uow, clock)
    if changed and before.claimed_by is not None and after.claimed_by is None:
        await tell_thread(after, "given_back", uow, clock, who=member.name)
        await tell_requester(after, "given_back", uow, clock)
    elif changed and before.seen_at is None:
        await tell_requester(after, "seen", uow, clock)
    return CaseIs(command, after)
