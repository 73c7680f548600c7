"""Tell the administrators of cases nobody takes, or that somebody has and does not answer, once a week, and of cases
that are answered and never closed, once a month: the team may not look at its channel any more, whoever has a case may
be ill, and the text of an open case is kept without end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.domain.case import Case, Status
from bot.domain.case_actions import needs_new_text
from bot.domain.norway import OSLO, day_of
from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.ports import UnitOfWork
from bot.usecases.tell_admins import tell_admins
from bot.usecases.tell_nobody_able import is_free

LONG = timedelta(days=7)
"""So long after its time the thread has been reminded twice, and the requester told that it is late."""
HELD = "held"
UNCLOSED = timedelta(days=30)
"""So long after the answer whoever has the case has been asked to close it."""


async def tell_of_waiting(team: str, uow: UnitOfWork, now: datetime) -> None:
    """Queue a line when cases of the team have waited long for somebody to take or to answer them, and one when some
    are answered long ago and still open; the same week, and month, is told once."""
    opened = await uow.cases.open_in(team)
    await _tell_of_unclosed(team, opened, uow, now)
    free = [case for case in opened if is_free(case) and now - _time_of(case) > LONG]
    held = [case for case in opened if is_held(case) and now - _held_since(case) > LONG]
    year, week, _ = day_of(now).isocalendar()
    for what, cases in (("waiting", free), ("held", held)):
        if cases:
            since = day_of(min(map(_time_of, cases)))
            values = {"number": str(len(cases)), "team": team, "since": f"{since:%d.%m.%Y}"}
            await tell_admins(f"team.admin_{what}", f"{what}:{team}:{year}-{week}", uow, now, **values)
    for case in held:
        await _tell_team_of_held(case, uow, now)


async def _tell_team_of_held(case: Case, uow: UnitOfWork, now: datetime) -> None:
    """Queue a line under the card, once for each who has it and each time to answer: nobody else can take the case."""
    told: Payload = {"line": HELD, "who": case.claimed_by.name if case.claimed_by else ""}
    key = f"thread:{HELD}:{case.id}:{_time_of(case):%Y-%m-%dT%H:%M}:{case.claimed_at:%Y-%m-%dT%H:%M}"
    await uow.outbox.add(OutboxItem(Kind.THREAD_LINE, key, now, f"team:{case.team}", case.id, told))


async def _tell_of_unclosed(team: str, opened: Sequence[Case], uow: UnitOfWork, now: datetime) -> None:
    answered = [(case, case.answer_since) for case in opened if case.has_its_answer and case.answer_since is not None]
    # One that the team has opened again stands open since then, and is not answered anew
    old = [at for case, at in answered if now - (at if case.answered_at else max(at, case.due_at)) > UNCLOSED]
    if old:
        values = {"number": str(len(old)), "team": team, "since": f"{day_of(min(old)):%d.%m.%Y}"}
        about = f"unclosed:{team}:{day_of(now):%Y-%m}"
        await tell_admins("team.admin_unclosed", about, uow, now, **values)


def is_held(case: Case) -> bool:
    """Tell whether somebody has the case and is to answer it."""
    return case.status is Status.CLAIMED and not case.has_its_answer


def _held_since(case: Case) -> datetime:
    """Return since when whoever has the case is to have answered it: not while they have just taken it, or wait for
    whoever sent it, who was asked something or is to send a new text."""
    asked, redacted = case.open_question, case.redacted_at if needs_new_text(case) else None
    since = (_time_of(case), case.claimed_at, asked.at if asked is not None else None, redacted)
    return max(at for at in since if at is not None)


def _time_of(case: Case) -> datetime:
    """Return when the case was to be answered, or the day of the meeting it waits for."""
    on_day = case.meeting_on if case.on_next_meeting else None
    return datetime.combine(on_day, time(), OSLO) if on_day is not None else case.due_at
