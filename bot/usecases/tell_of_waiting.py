"""Tell the administrators, once a week, of cases nobody takes: the team may not look at its channel any more."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.domain.case import BEFORE_TAKEN, Case
from bot.domain.norway import OSLO, day_of
from bot.domain.ports import UnitOfWork
from bot.usecases.tell_admins import tell_admins

LONG = timedelta(days=7)
"""So long after its time the thread has been reminded twice, and the requester told that it is late."""


async def tell_of_waiting(team: str, uow: UnitOfWork, now: datetime) -> None:
    """Queue a line when cases of the team have waited long for somebody to take them; the same week is told once."""
    free = [_time_of(case) for case in await uow.cases.open_in(team) if case.status in BEFORE_TAKEN]
    waiting = [at for at in free if now - at > LONG]
    if not waiting:
        return
    year, week, _ = day_of(now).isocalendar()
    values = {"number": str(len(waiting)), "team": team, "since": f"{day_of(min(waiting)):%d.%m.%Y}"}
    await tell_admins("team.admin_waiting", f"waiting:{team}:{year}-{week}", uow, now, **values)


def _time_of(case: Case) -> datetime:
    """Return when the case was to be answered, or the day of the meeting it waits for."""
    on_day = case.meeting_on if case.on_next_meeting else None
    return datetime.combine(on_day, time(), OSLO) if on_day is not None else case.due_at
