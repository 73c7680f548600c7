"""Keeps the schedule of a case: what begins to be wanted is queued ahead, what is handled is taken away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta

from bot.content.working_time import CLOSES, after_office_hours, after_working_days, before_quiet, outside_quiet
from bot.domain.case import Case, Member
from bot.domain.follow_up import EVALUATIONS, UNTIL, Episode, FollowUp, episodes
from bot.domain.norway import OSLO, day_of
from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.ports import UnitOfWork

Due = Callable[[Case, datetime], datetime]
"""When something that becomes wanted now is due."""
NINE = time(9, 0)
URGENT_UNTOUCHED_HOURS = 1.0
"""Office hours after which the channel is reminded of an urgent case nobody has taken; the bot's own default."""
REQUESTER_AFTER, TEAM_AFTER = 2, 4
"""Working days a question waits before the requester, and then whoever asked, is reminded; the bot's own default."""
AGAIN_AFTER = 2
"""Working days from the first reminder of a late answer to the second and last."""
CLOSE_AFTER = 10
"""Working days from the answer until whoever has the case is asked to close it."""
EVALUATE_WITHIN = timedelta(days=85)
"""Who sent a case is forgotten 90 days after it was closed; nobody could be asked after that."""
EVALUATE_AGAIN_AFTER = 5
"""Working days until the one reminder of an evaluation."""

_TO_THREAD = (
    FollowUp.UNTOUCHED,
    FollowUp.OVERDUE_FREE,
    FollowUp.OVERDUE_FREE_AGAIN,
    FollowUp.MEETING_OVER,
    FollowUp.MEETING_OVER_AGAIN,
)
_TO_REQUESTER = (
    FollowUp.LATE,
    FollowUp.QUESTION_WAITS,
    FollowUp.EVALUATE_AGAIN,
    FollowUp.EVALUATE_LATER,
    FollowUp.EVALUATE_LATER_AGAIN,
)


async def keep_follow_ups(before: Case | None, after: Case, uow: UnitOfWork, now: datetime) -> None:
    """Queue what the change makes wanted and cancel what it handles; what goes on keeps its time."""
    was = episodes(before) if before else frozenset()
    wanted = episodes(after)
    for episode in sorted(was - wanted, key=_in_order):
        await uow.outbox.cancel(_key(after, episode))
    for episode in sorted(wanted - was, key=_in_order):
        await uow.outbox.reschedule(_row(after, episode, now))


async def stop_evaluations(case: Case, stopped: frozenset[FollowUp], uow: UnitOfWork) -> None:
    """Take away the reminders of an evaluation that is answered."""
    for follow_up in sorted(stopped & EVALUATIONS):
        await uow.outbox.cancel(_key(case, Episode(follow_up)))


def due_time(case: Case, follow_up: FollowUp, now: datetime) -> datetime:
    """Return when a follow-up that becomes wanted now is due."""
    return _DUE[follow_up](case, now)


def _untouched(case: Case, now: datetime) -> datetime:
    if case.form.urgency == "haster":
        return after_office_hours(now, URGENT_UNTOUCHED_HOURS)
    return after_working_days(now, case.pace.untouched_working_days)


def _overdue(case: Case, now: datetime) -> datetime:
    """Return the time to answer; a case taken or given back after it gets an office hour first."""
    return max(case.due_at, after_office_hours(now, URGENT_UNTOUCHED_HOURS))


def _meeting_over(case: Case, now: datetime) -> datetime:
    """Return the end of the day of the meeting; a week ahead while nobody has filled in when the team meets."""
    return datetime.combine(case.meeting_on, CLOSES, OSLO) if case.meeting_on else after_working_days(now, 5)


def _evaluate_later(case: Case, now: datetime) -> datetime:
    """Return the day, after a quiet period; before it when who sent the case may be forgotten by then (90 days), and in
    it where the team is quiet from now till then."""
    wanted = now + timedelta(days=case.pace.evaluate_after_days)
    due = _not_quiet(wanted, case)
    if due - now <= EVALUATE_WITHIN:
        return due
    earlier = datetime.combine(before_quiet(day_of(wanted), case.pace.quiet), NINE, OSLO)
    return earlier if earlier > now else datetime.combine(outside_quiet(day_of(wanted), ()), NINE, OSLO)


def _not_quiet(at: datetime, case: Case) -> datetime:
    day = outside_quiet(day_of(at), case.pace.quiet)
    return datetime.combine(day, NINE, OSLO)


def _again(first: Due, days: int) -> Due:
    """Return the time of a reminder so many working days after the first."""
    return lambda case, now: after_working_days(first(case, now), days)


def _working_days(days: int) -> Due:
    return lambda _case, now: after_working_days(now, days)


def _evaluate_again(first: Due) -> Due:
    return lambda case, now: _not_quiet(after_working_days(first(case, now), EVALUATE_AGAIN_AFTER), case)


_DUE: Mapping[FollowUp, Due] = {
    FollowUp.UNTOUCHED: _untouched,
    FollowUp.OVERDUE_FREE: _overdue,
    FollowUp.OVERDUE_FREE_AGAIN: _again(_overdue, AGAIN_AFTER),
    FollowUp.OVERDUE_TAKEN: _overdue,
    FollowUp.OVERDUE_TAKEN_AGAIN: _again(_overdue, AGAIN_AFTER),
    FollowUp.LATE: _overdue,
    FollowUp.QUESTION_WAITS: _working_days(REQUESTER_AFTER),
    FollowUp.QUESTION_UNANSWERED: _working_days(TEAM_AFTER),
    FollowUp.MEETING_OVER: _meeting_over,
    FollowUp.MEETING_OVER_AGAIN: _again(_meeting_over, AGAIN_AFTER),
    FollowUp.NOT_CLOSED: _working_days(CLOSE_AFTER),
    FollowUp.EVALUATE_AGAIN: _evaluate_again(lambda _case, now: now),
    FollowUp.EVALUATE_LATER: _evaluate_later,
    FollowUp.EVALUATE_LATER_AGAIN: _evaluate_again(_evaluate_later),
    FollowUp.EVALUATE_TEAM: _evaluate_later,
    FollowUp.EVALUATE_TEAM_AGAIN: _evaluate_again(_evaluate_later),
}


THEN: Mapping[FollowUp, FollowUp] = {
    FollowUp.OVERDUE_FREE: FollowUp.OVERDUE_FREE_AGAIN,
    FollowUp.OVERDUE_TAKEN: FollowUp.OVERDUE_TAKEN_AGAIN,
    FollowUp.MEETING_OVER: FollowUp.MEETING_OVER_AGAIN,
    FollowUp.EVALUATE_LATER: FollowUp.EVALUATE_LATER_AGAIN,
    FollowUp.EVALUATE_TEAM: FollowUp.EVALUATE_TEAM_AGAIN,
}
"""What says the same once more: when the bot has been away until the second is due, only that one is sent."""


def until(case: Case, then: FollowUp, now: datetime) -> Payload:
    """Return the part of a payload that says from when the row is overtaken by a later one."""
    return {UNTIL: due_time(case, then, now).isoformat()}


def _row(case: Case, episode: Episode, now: datetime) -> OutboxItem:
    name, key, due_at = episode.follow_up, _key(case, episode), due_time(case, episode.follow_up, now)
    payload: Payload = {"follow_up": str(name), "about": episode.about}
    payload |= until(case, THEN[name], now) if name in THEN else {}
    if name in _TO_THREAD:
        payload["line"] = str(name)
        return OutboxItem(Kind.THREAD_LINE, key, due_at, f"team:{case.team}", case.id, payload)
    if name in _TO_REQUESTER:
        payload["notice"] = str(name)
        kind = Kind.RELAYED_NOTICE if name is FollowUp.QUESTION_WAITS else Kind.REQUESTER_NOTICE
        return OutboxItem(kind, key, due_at, f"requester:{case.id}", case.id, payload)
    member = _who(case, name)
    payload |= {"notice": str(name), "member_id": member.id, "member_name": member.name}
    return OutboxItem(Kind.MEMBER_NOTICE, key, due_at, f"member:{case.id}", case.id, payload)


def _who(case: Case, follow_up: FollowUp) -> Member:
    """Return the member a follow-up is for: whoever answered, or has the case."""
    answered = case.answer.by if follow_up in EVALUATIONS and case.answer else None
    return answered or case.claimed_by or Member("", "")


def _key(case: Case, episode: Episode) -> str:
    return f"follow:{case.id}:{episode.follow_up}:{episode.about}"


def _in_order(episode: Episode) -> tuple[str, str]:
    return (episode.follow_up, episode.about)
