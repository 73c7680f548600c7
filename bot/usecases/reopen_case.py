"""Open a closed case again, from either side."""

from __future__ import annotations

from bot.domain.case_actions import CaseRole, reopened, role_of
from bot.domain.commands import ReopenCase
from bot.domain.errors import TeamNotConnected
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.domain.turn import PlaceKind
from bot.usecases.case_change import (
    case_for_requester,
    case_for_team,
    due_again,
    save_and_show,
    tell_holder,
    tell_requester,
    tell_thread,
)
from bot.usecases.move_cases import bring_card


async def reopen_case(command: ReopenCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Open the case again; whoever had it still has it, and the other side is told. Its card comes to where the team
    is by now: a closed case was left where it stood."""
    now = clock.now()
    if command.place.kind is PlaceKind.PERSONAL:
        before = await case_for_requester(command, uow)
        link = await uow.channels.of_team(before.team, stays=True)
        if link is None:
            raise TeamNotConnected
        after = reopened(before, CaseRole.REQUESTER, now, due_again(before, now), meetings=command.meetings)
        await bring_card(after, link.place, uow, now)
        await save_and_show(before, after, uow, clock)
        await tell_thread(after, "reopened_by_requester", uow, clock)
        await tell_holder(after, "opened_again", uow, clock)
        if after.meeting_on is not None:
            await tell_requester(after, "meeting", uow, clock)
        return CaseIs(command, after)
    before, member = await case_for_team(command, uow)
    if await uow.channels.of_team(before.team, stays=True) is None:
        raise TeamNotConnected
    after = reopened(before, role_of(before, member), now, due_again(before, now), member, command.meetings)
    await bring_card(after, command.place, uow, now)
    await save_and_show(before, after, uow, clock)
    await tell_thread(after, "reopened", uow, clock, who=member.name)
    await tell_requester(after, "reopened", uow, clock)
    return CaseIs(command, after)
