"""Take a case off the agenda of the meeting it was on."""

from __future__ import annotations

from bot.domain.case_actions import taken_off_meeting
from bot.domain.commands import TakeOffMeeting
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_team, due_again, save_and_show, tell_requester, tell_thread


async def take_off_meeting(command: TakeOffMeeting, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Take the case off the agenda, and tell the requester until when the team answers instead."""
    before, member = await case_for_team(command, uow)
    after = taken_off_meeting(before, member, due_again(before, clock.now()))
    if not await save_and_show(before, after, uow, clock):
        return CaseIs(command, after)
    await tell_thread(after, "off_meeting", uow, clock, who=member.name)
    await tell_requester(after, "off_meeting", uow, clock)
    return CaseIs(command, after)
