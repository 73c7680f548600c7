"""A member takes a case."""

from __future__ import annotations

from bot.domain.case_actions import claimed
from bot.domain.commands import ClaimCase
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_team, is_their_own, save_and_show, tell_requester, tell_thread

OWN = "claimed_own"
"""The news to who has taken, or been given, the case they sent themselves."""


async def claim_case(command: ClaimCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Give the case to the member who asked first; the other is refused with CaseAlreadyClaimed. Whose own case it is
    may take it, for a refusal in the channel could tell who sent it: they are told so where only they read it."""
    before, member = await case_for_team(command, uow)
    after = claimed(before, member, clock.now())
    if await save_and_show(before, after, uow, clock):
        await tell_thread(after, "claimed", uow, clock, who=member.name)
        is_own = await is_their_own(after, member, uow)
        await tell_requester(after, OWN if is_own else "claimed", uow, clock)
    return CaseIs(command, after)
