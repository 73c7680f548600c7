"""A meeting that an editor has moved or cancelled: the cases on it follow to its new hour or to the team's next one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from bot.domain.case import Case
from bot.domain.case_actions import moved_with_meeting
from bot.domain.norway import day_of, hour_of
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import save_and_show, tell_requester, tell_thread

MovedTo = Callable[[str, date, datetime], tuple[date | None, time | None]]
"""When a case of a team is taken up that is on a meeting that day: the same day while there is one, else that of the
next meeting, and its hour; None for what is not known."""
MOVED = "moved"
"""In the payload of the news of a meeting: it came in place of another one."""


def not_moved(_team: str, on: date, _now: datetime) -> tuple[date | None, time | None]:
    """Know of no other day and no hour."""
    return on, None


async def follow_moved_meetings(team: str, uow: UnitOfWork, clock: Clock, moved_to: MovedTo) -> None:
    """Put the team's cases whose meeting there will not be on the next one, and tell; tell also of another hour the
    same day, as long as the meeting has not begun. To another day no case is moved from a meeting of today: it may have
    been held."""
    now = clock.now()
    for case in await uow.cases.open_in(team):
        if case.meeting_on is None or case.meeting_on < day_of(now):
            continue
        on, hour = moved_to(team, case.meeting_on, now)
        if case.meeting_on == day_of(now) and (on != case.meeting_on or _has_begun(case, now)):
            continue
        after = moved_with_meeting(case, on, hour)
        if await save_and_show(case, after, uow, clock) and _is_news(case, after):
            line = "meeting_moved" if case.meeting_on != on else "meeting_hour"
            await tell_thread(after, line, uow, clock)
            await tell_requester(after, "meeting", uow, clock, **{MOVED: "yes"})


def _has_begun(case: Case, now: datetime) -> bool:
    return case.meeting_hour is None or case.meeting_hour <= hour_of(now)


def _is_news(before: Case, after: Case) -> bool:
    """Tell whether anybody was told something else: of a case from before hours were kept, the hour is only noted."""
    return before.meeting_on != after.meeting_on or before.meeting_hour is not None
