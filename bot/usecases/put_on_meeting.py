"""Put a case on the agenda of the next meeting."""

from __future__ import annotations

from bot.domain.case_actions import looked_at
from bot.domain.case_actions import put_on_meeting as on_meeting
from bot.domain.commands import PutOnMeeting
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_team, save_and_show, tell_requester, tell_thread


async def put_on_meeting(command: PutOnMeeting, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Put the case on the agenda, and tell the requester."""
    before, member = await case_for_team(command, uow)
    after = looked_at(on_meeting(before, member, command.meeting_at), clock.now())
    if not await save_and_show(before, after, uow, clock):
        return CaseIs(command, after)
    await tell_thread(after, "meeting", uow, clock, who=member.name)
    await tell_requester(after, "meeting", uow, clock)
    return CaseIs(command, after)
