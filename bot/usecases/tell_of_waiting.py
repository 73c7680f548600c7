"""Tell the administrators of cases nobody takes, or that somebody has and does not answer, once a week, and of cases
that are answered and never closed, once a month: the team may not look at its channel any more, whoever has a case may
be ill, and the text of an open case is kept without end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.content.working_time import after_working_days
from bot.domain.case import Case, Member, Status
from bot.domain.case_actions import needs_new_text
from bot.domain.follow_up import waits_for_answer
from bot.domain.norway import OSLO, day_of
from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.ports import UnitOfWork
from bot.usecases.tell_admins import tell_admins
from bot.usecases.tell_nobody_able import is_free
from bot.usecases.tell_on_duty import ON_DUTY, on_duty_for

LONG = timedelta(days=7)
"""So long after its time the thread has been reminded twice, and the requester told that it is late."""
HELD = "held"
HELD_ON_DUTY = f"{ON_DUTY}_{HELD}"
URGENT_HELD = 1
"""Working days after its time until the team is told of an urgent case that whoever has it does not answer."""
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
    for case in opened:
        if is_held(case) and now > _team_told_from(case):
            await _tell_team_of_held(case, uow, now)


def _team_told_from(case: Case) -> datetime:
    """Return from when the team is told that whoever has the case does not answer it; of one they have asked something
    about, or had taken the text of away, it is the requester who does not."""
    since, is_urgent = _held_since(case), case.form.urgency == "haster"
    waits = case.open_question is not None or needs_new_text(case)
    return after_working_days(since, URGENT_HELD) if is_urgent and not waits else since + LONG


async def _tell_team_of_held(case: Case, uow: UnitOfWork, now: datetime) -> None:
    """Queue a line under the card, on which another member can take the case over, and a notice to each who has duty:
    once for each who has it and each time to answer."""
    holder = case.claimed_by or Member("", "")
    about = f"{case.id}:{_time_of(case):%Y-%m-%dT%H:%M}:{case.claimed_at:%Y-%m-%dT%H:%M}"
    told: Payload = {"line": HELD, "who": holder.name}
    line = OutboxItem(Kind.THREAD_LINE, f"thread:{HELD}:{about}", now, f"team:{case.team}", case.id, told)
    await uow.outbox.add(line)
    for number, member in enumerate(await on_duty_for(case, uow, now)):
        if member.id == holder.id:
            continue
        notice: Payload = {"notice": HELD_ON_DUTY, "who": holder.name, "member_id": member.id}
        notice["member_name"] = member.name
        key, lane = f"duty:{HELD}:{about}:{member.id}", f"member:{case.id}:{number}"
        await uow.outbox.add(OutboxItem(Kind.MEMBER_NOTICE, key, now, lane, case.id, notice))


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
    whoever sent it, who was asked something, has just answered that or is to send a new text."""
    asked = next((one.at for one in reversed(case.messages) if one.kind in ("question", "reply")), None)
    since = (_time_of(case), case.claimed_at, asked, case.redacted_at if needs_new_text(case) else None)
    return max(at for at in since if at is not None)


def _time_of(case: Case) -> datetime:
    """Return when the case was to be answered, or the day of the meeting it waits for; an urgent one waits for none."""
    on_day = case.meeting_on if waits_for_answer(case, on_meeting=True) else None
    return datetime.combine(on_day, time(), OSLO) if on_day is not None else case.due_at
