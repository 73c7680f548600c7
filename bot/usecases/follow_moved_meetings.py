"""A meeting that an editor has moved, cancelled or filled in: the cases on it follow to its new hour or to the team's
next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Final

from bot.domain.case import Case
from bot.domain.case_actions import moved_with_meeting
from bot.domain.follow_up import is_unanswered
from bot.domain.norway import day_of, hour_of
from bot.domain.outbox import Payload
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import save_and_show, tell_requester, tell_thread

MovedTo = Callable[[str, date | None, datetime], tuple[date | None, time | None]]
"""When a case of a team is taken up that is on a meeting that day, or on one whose day was not known: the same day
while there is one, else that of the next meeting, and its hour; None for what is not known."""
MOVED: Final = "moved"
"""In the payload of the news of a meeting: it came in place of another one."""


def not_moved(_team: str, on: date | None, _now: datetime) -> tuple[date | None, time | None]:
    """Know of no other day and no hour."""
    return on, None


async def follow_moved_meetings(team: str, uow: UnitOfWork, clock: Clock, moved_to: MovedTo) -> None:
    """Put the team's cases whose meeting there will not be, or whose day is known only now, on the next one, and tell;
    tell also of another hour the same day. A meeting of today that is cancelled before it begins is told of like any
    other; one whose hour has come, or is not known, may have been held."""
    now = clock.now()
    if not _moved(await uow.cases.open_in(team), team, now, moved_to):
        return
    await uow.cases.hold_open(team)
    for case, after in _moved(await uow.cases.open_in(team), team, now, moved_to):
        if await save_and_show(case, after, uow, clock) and _is_news(case, after):
            await tell_thread(after, _line(case, after), uow, clock)
            moved: Payload = {} if case.meeting_on is None else {MOVED: "yes"}
            await tell_requester(after, "meeting", uow, clock, **moved)


def _moved(cases: Sequence[Case], team: str, now: datetime, moved_to: MovedTo) -> list[tuple[Case, Case]]:
    """Return the cases that follow their meeting, as they are and as they will be."""
    to_come = [case for case in cases if _is_to_come(case, now)]
    waiting = [case for case in to_come if case.meeting_on != day_of(now) or not _has_begun(case, now)]
    pairs = [(case, moved_with_meeting(case, *moved_to(team, case.meeting_on, now))) for case in waiting]
    return [(case, after) for case, after in pairs if after is not case]


def _is_to_come(case: Case, now: datetime) -> bool:
    if case.meeting_on is None:
        return case.on_next_meeting and is_unanswered(case)
    return case.meeting_on >= day_of(now)


def _line(before: Case, after: Case) -> str:
    if before.meeting_on is None:
        return "meeting_known"
    return "meeting_moved" if before.meeting_on != after.meeting_on else "meeting_hour"


def _has_begun(case: Case, now: datetime) -> bool:
    return case.meeting_hour is None or case.meeting_hour <= hour_of(now)


def _is_news(before: Case, after: Case) -> bool:
    """Tell whether anybody was told something else: of a case from before hours were kept, the hour is only noted."""
    return before.meeting_on != after.meeting_on or before.meeting_hour is not None
