"""Tell the administrators of cases nobody takes, once a week, and of cases that are answered and never closed, once a
month: the team may not look at its channel any more, and the text of an open case is kept without end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.domain.case import BEFORE_TAKEN, Case
from bot.domain.norway import OSLO, day_of
from bot.domain.ports import UnitOfWork
from bot.usecases.tell_admins import tell_admins

LONG = timedelta(days=7)
"""So long after its time the thread has been reminded twice, and the requester told that it is late."""

UNCLOSED = timedelta(days=30)
"""So long after the answer whoever has the case has been asked to close it."""


async def tell_of_waiting(team: str, uow: UnitOfWork, now: datetime) -> None:
    """Queue a line when cases of the team have waited long for somebody to take them, and one when some are answered
    long ago and still open; the same week, and month, is told once."""
    opened = await uow.cases.open_in(team)
    await _tell_of_unclosed(team, opened, uow, now)
    free = [_time_of(case) for case in opened if case.status in BEFORE_TAKEN]
    waiting = [at for at in free if now - at > LONG]
    if not waiting:
        return
    year, week, _ = day_of(now).isocalendar()
    values = {"number": str(len(waiting)), "team": team, "since": f"{day_of(min(waiting)):%d.%m.%Y}"}
    await tell_admins("team.admin_waiting", f"waiting:{team}:{year}-{week}", uow, now, **values)


async def _tell_of_unclosed(team: str, opened: Sequence[Case], uow: UnitOfWork, now: datetime) -> None:
    since = [case.answer_since for case in opened if case.has_its_answer and case.answer_since is not None]
    old = [at for at in since if now - at > UNCLOSED]
    if old:
        values = {"number": str(len(old)), "team": team, "since": f"{day_of(min(old)):%d.%m.%Y}"}
        about = f"unclosed:{team}:{day_of(now):%Y-%m}"
        await tell_admins("team.admin_unclosed", about, uow, now, **values)


def _time_of(case: Case) -> datetime:
    """Return when the case was to be answered, or the day of the meeting it waits for."""
    on_day = case.meeting_on if case.on_next_meeting else None
    return datetime.combine(on_day, time(), OSLO) if on_day is not None else case.due_at
