"""The member who has a case lets it go."""

from __future__ import annotations

from bot.domain.case_actions import given_back
from bot.domain.commands import GiveBackCase
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_team, save_and_show, tell_requester, tell_thread


async def give_back_case(command: GiveBackCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Let the case go, so that anybody in the team can take it."""
    before, member = await case_for_team(command, uow)
    after = given_back(before, member)
    await save_and_show(before, after, uow, clock)
    await tell_thread(after, "given_back", uow, clock, who=member.name)
    await tell_requester(after, "given_back", uow, clock)
    return CaseIs(command, after)
