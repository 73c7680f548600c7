"""Show a case as the team sees it."""

from __future__ import annotations

from bot.domain.case_actions import Action, is_allowed, role_of, seen
from bot.domain.commands import ShowTeamCase
from bot.domain.errors import CaseRecused
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_team, save_and_show, tell_requester


async def show_team_case(command: ShowTeamCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the case to a member who is not inhabil. Who looks at it has seen it; the requester is told once.

    A form on it changes nothing before it is sent: an update of the card for all would be drawn over the form.
    """
    before, member = await case_for_team(command, uow)
    if member.id in before.recused:
        raise CaseRecused(code=before.code)
    if command.then or not is_allowed(before, Action.SEE, role_of(before, member)):
        return CaseIs(command, before)
    after = seen(before, member, clock.now())
    if await save_and_show(before, after, uow, clock):
        await tell_requester(after, "seen", uow, clock)
    return CaseIs(command, after)
