"""A member takes a case over from the one who has it: whoever has it may be ill, or on holiday."""

from __future__ import annotations

from bot.domain.case import BEFORE_TAKEN
from bot.domain.case_actions import taken_over
from bot.domain.commands import ClaimCase, TakeOverCase
from bot.domain.follow_up import is_unanswered
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import (
    TAKEN_OVER,
    case_for_team,
    is_their_own,
    save_and_show,
    tell_member,
    tell_requester,
    tell_thread,
)
from bot.usecases.claim_case import OWN, claim_case


async def take_over_case(command: TakeOverCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Give the case to the member, and tell whoever had it, the thread, and a requester who still waits for an answer.
    One that was let go meanwhile is taken as any other. Whose own case it is may take it over, as they may take it."""
    before, member = await case_for_team(command, uow)
    if before.status in BEFORE_TAKEN:
        return await claim_case(ClaimCase(command.case_id, command.by, command.place), uow, clock)
    after = taken_over(before, member, command.read, clock.now())
    former = before.claimed_by
    if former is not None and await save_and_show(before, after, uow, clock):
        await tell_thread(after, TAKEN_OVER, uow, clock, who=member.name, to=former.name)
        await tell_member(after, former, TAKEN_OVER, uow, clock, who=member.name)
        if await is_their_own(after, member, uow):
            await tell_requester(after, OWN, uow, clock)
        elif is_unanswered(before):
            await tell_requester(after, TAKEN_OVER, uow, clock)
    return CaseIs(command, after)
