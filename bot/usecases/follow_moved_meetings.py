"""A meeting that an editor has moved or cancelled: the cases on it follow to the team's next one.."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from bot.domain.case_actions import moved_with_meeting
from bot.domain.norway import day_of
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import save_and_show, tell_requester, tell_thread

MovedTo = Callable[[str, date, datetime], date | None]
"""The day a case of a team is taken up that is on a meeting that day: the same day while there is one, else that of the
next meeting; None while that is not known."""
MOVED = "moved"
"""In the payload of the news of a meeting: it came in place of another one."""


def not_moved(_team: str, on: date, _now: datetime) -> date | None:
    """Know of no other day."""
    return on


async def follow_moved_meetings(team: str, uow: UnitOfWork, clock: Clock, moved_to: MovedTo) -> None:
    """Put the team's cases whose meeting there will not be on the next one, and tell. A meeting of today stays: it may
    have been held."""
    now = clock.now()
    for case in await uow.cases.open_in(team):
        if case.meeting_on is None or case.meeting_on <= day_of(now):
            continue
        after = moved_with_meeting(case, moved_to(team, case.meeting_on, now))
        if await save_and_show(case, after, uow, clock):
            await tell_thread(after, "meeting_moved", uow, clock)
            await tell_requester(after, "meeting", uow, clock, **{MOVED: "yes"})
