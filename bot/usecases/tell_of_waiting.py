"""Tell the administrators, once a week, of cases nobody takes: the team may not look at its channel any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.case import BEFORE_TAKEN
from bot.domain.follow_up import is_overdue
from bot.domain.norway import day_of
from bot.domain.ports import UnitOfWork
from bot.usecases.tell_admins import tell_admins

LONG = timedelta(days=7)
"""So long after its time to answer the thread has been reminded twice, and the requester told that it is late."""


async def tell_of_waiting(team: str, uow: UnitOfWork, now: datetime) -> None:
    """Queue a line when cases of the team have waited long for somebody to take them; the same week is told once."""
    free = [case for case in await uow.cases.open_in(team) if case.status in BEFORE_TAKEN and is_overdue(case, now)]
    waiting = [case.due_at for case in free if now - case.due_at > LONG]
    if not waiting:
        return
    year, week, _ = day_of(now).isocalendar()
    values = {"number": str(len(waiting)), "team": team, "since": f"{day_of(min(waiting)):%d.%m.%Y}"}
    await tell_admins("team.admin_waiting", f"waiting:{team}:{year}-{week}", uow, now, **values)
