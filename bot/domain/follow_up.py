"""What a case is followed up for, worked out from the case alone. Must not know the calendar: it says why, not when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.case import BEFORE_TAKEN, Case, Status
from bot.domain.outbox import Payload


class FollowUp(StrEnum):
    """One thing somebody is reminded of. Each stops by itself when it is handled."""

    UNTOUCHED = "untouched"
    """Nobody has taken the case."""
    OVERDUE_FREE = "overdue_free"
    """The time to answer is over and nobody has the case."""
    OVERDUE_FREE_AGAIN = "overdue_free_again"
    OVERDUE_TAKEN = "overdue_taken"
    """The time to answer is over; whoever has the case is told."""
    OVERDUE_TAKEN_AGAIN = "overdue_taken_again"
    LATE = "late"
    """The time to answer is over; the requester is told, once, so that nobody only waits."""
    QUESTION_WAITS = "question_waits"
    """The team has asked, the requester has not answered."""
    QUESTION_UNANSWERED = "question_unanswered"
    """The requester still has not answered; whoever asked is told."""
    MEETING_OVER = "meeting_over"
    """The case was on a meeting, and no answer is written."""
    MEETING_OVER_AGAIN = "meeting_over_again"
    NOT_CLOSED = "not_closed"
    """Answered, but never closed, so that its text stays."""
    EVALUATE_AGAIN = "evaluate_again"
    """The one reminder of the evaluation right after the answer."""
    EVALUATE_LATER = "evaluate_later"
    """After two months, to the requester."""
    EVALUATE_LATER_AGAIN = "evaluate_later_again"
    EVALUATE_TEAM = "evaluate_team"
    """After two months, to the member who answered."""
    EVALUATE_TEAM_AGAIN = "evaluate_team_again"


EVALUATIONS = frozenset(one for one in FollowUp if one.startswith("evaluate"))
_WHILE_FREE = (FollowUp.OVERDUE_FREE, FollowUp.OVERDUE_FREE_AGAIN)
_WHILE_TAKEN = (FollowUp.OVERDUE_TAKEN, FollowUp.OVERDUE_TAKEN_AGAIN)
_ON_MEETING = (FollowUp.MEETING_OVER, FollowUp.MEETING_OVER_AGAIN)


@dataclass(frozen=True)
class Episode:
    """One stretch of time in which a follow-up is wanted; a new question or a new holder starts a new one."""

    follow_up: FollowUp
    about: str = ""
    """What tells this stretch from the next: the number of the question, the holder of the case, since when the
    requester asks again."""


def episodes(case: Case) -> frozenset[Episode]:
    """Return everything the case now waits for."""
    status, holder = case.status, case.claimed_by.id if case.claimed_by else ""
    wanted = _until_answered(case, holder)
    if status in BEFORE_TAKEN and not waits_for_answer(case, on_meeting=True):
        wanted.add(Episode(FollowUp.UNTOUCHED))
    if status in (Status.CLAIMED, Status.ANSWERED) and case.open_question is not None:
        number = str(case.messages.index(case.open_question))
        wanted |= {
            Episode(FollowUp.QUESTION_WAITS, number),
            Episode(FollowUp.QUESTION_UNANSWERED, f"{number} {holder}"),
        }
    if status is Status.ANSWERED or (status is Status.CLAIMED and case.has_its_answer):
        wanted.add(Episode(FollowUp.NOT_CLOSED, holder))
    if case.answer_since is not None and status is not Status.WITHDRAWN:
        wanted |= {Episode(one) for one in EVALUATIONS}
    return frozenset(wanted)


def _until_answered(case: Case, holder: str) -> set[Episode]:
    """Return what is wanted while the team is to answer: by a time, or after a meeting."""
    if waits_for_answer(case, on_meeting=True):
        on = case.meeting_on.isoformat() if case.meeting_on else ""
        return {Episode(one, on) for one in _ON_MEETING}
    if not waits_for_answer(case):
        return set()
    again = case.asked_again_at.isoformat() if case.asked_again_at else ""
    if case.status in BEFORE_TAKEN:
        late = {Episode(one, again) for one in _WHILE_FREE}
    elif case.open_question is None:
        late = {Episode(one, f"{holder} {again}".strip()) for one in _WHILE_TAKEN}
    else:
        late = set()
    return {Episode(FollowUp.LATE, again), *late}


def waits_for_answer(case: Case, *, on_meeting: bool = False) -> bool:
    """Tell whether the team is to answer by the time that was told, or after the meeting the case is on. An urgent one
    keeps its time on a meeting too: nobody who puts it there says that it no longer is."""
    is_to_meeting = case.on_next_meeting and case.form.urgency != "haster"
    return is_unanswered(case) and is_to_meeting is on_meeting


def is_unanswered(case: Case) -> bool:
    """Tell whether the team is to answer the case, by whatever time."""
    return case.status in (*BEFORE_TAKEN, Status.CLAIMED) and not case.has_its_answer


def is_overdue(case: Case, now: datetime) -> bool:
    """Tell whether the team has not answered by the time that was told."""
    return waits_for_answer(case) and now > case.due_at


UNTIL: Final = "until"


def is_overtaken(payload: Payload, now: datetime) -> bool:
    """Return whether a later row that says the same is due already; rows of older versions never are."""
    return UNTIL in payload and now >= datetime.fromisoformat(payload[UNTIL])


def is_wanted(case: Case, payload: Payload) -> bool:
    """Return whether a row still has a reason to be delivered; rows that are no follow-up always have."""
    name = payload.get("follow_up")
    return name is None or Episode(FollowUp(name), payload.get("about", "")) in episodes(case)
