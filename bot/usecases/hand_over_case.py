"""The member who has a case gives it to another."""

from __future__ import annotations

from bot.domain.case_actions import handed_over
from bot.domain.commands import HandOverCase
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import (
    case_for_team,
    is_their_own,
    save_and_show,
    tell_member,
    tell_requester,
    tell_thread,
)
from bot.usecases.claim_case import OWN


async def hand_over_case(command: HandOverCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Give the case to another member of the team, who is told in a chat of their own."""
    before, member = await case_for_team(command, uow)
    after = handed_over(before, member, command.to, clock.now())
    await save_and_show(before, after, uow, clock)
    await tell_thread(after, "handed_over", uow, clock, who=member.name, to=command.to.name)
    await tell_member(after, command.to, "handed_over", uow, clock, who=member.name)
    if await is_their_own(after, command.to, uow):
        await tell_requester(after, OWN, uow, clock)
    return CaseIs(command, after)
