"""Whether what was queued about a case still holds when it is delivered: the case may be taken, answered, in other
hands or withdrawn since, and a channel or a chat may have been out of reach for days."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.domain.case import BEFORE_TAKEN, Case, Status
from bot.domain.follow_up import is_unanswered, is_wanted
from bot.domain.outbox import Payload
from bot.usecases.case_change import TAKEN_OVER, TO_HOLDER
from bot.usecases.claim_case import OWN
from bot.usecases.tell_nobody_able import NOBODY_ABLE, is_free
from bot.usecases.tell_not_posted import NOT_POSTED, is_not_posted
from bot.usecases.tell_of_waiting import HELD, HELD_ON_DUTY, is_held

OVER = (Status.CLOSED, Status.WITHDRAWN)
GIVEN = "handed_over"
"""What a member is told when a colleague has given them a case."""
TO_REQUESTER: Mapping[str, Callable[[Case], bool]] = {
    "given_back": lambda case: case.status in BEFORE_TAKEN,
    "question": lambda case: case.status not in OVER,
    "meeting": lambda case: case.on_next_meeting and case.status not in OVER,
    "off_meeting": lambda case: not case.on_next_meeting and case.status not in OVER,
    "redacted": lambda case: case.text is None and case.status is not Status.WITHDRAWN,
    "closed": lambda case: case.status is Status.CLOSED,
    "reopened": lambda case: case.status not in OVER,
    TAKEN_OVER: is_unanswered,
}
"""News to whoever sent the case that says how it stands or asks something of them, and when it holds: it may be sent
days later, when they write again."""


def is_still_so(case: Case, payload: Payload) -> bool:
    """Tell whether a row about the case is not handled; what only tells of something that has happened always holds."""
    told = payload.get("notice") or payload.get("line") or ""
    if not is_wanted(case, payload):
        return False
    if told == NOT_POSTED:
        return is_not_posted(case)
    if told == NOBODY_ABLE:
        return is_free(case)
    if told in (HELD, HELD_ON_DUTY):
        return is_held(case) and case.claimed_by is not None and case.claimed_by.name == payload.get("who")
    if "notice" not in payload:
        return True
    return _is_news_to_member(told, case, payload) if "member_id" in payload else _is_news_to_requester(told, case)


def _is_news_to_member(told: str, case: Case, payload: Payload) -> bool:
    """Tell whether it is still news to a member: that another has their case, unless they have it again; that they were
    given one, or what its requester has done, as long as they have it."""
    has_it = _has_it(case, payload["member_id"])
    if told == TAKEN_OVER:
        return not has_it
    return has_it and _stands_there(told, case) if told in TO_HOLDER or told == GIVEN else True


def _is_news_to_requester(told: str, case: Case) -> bool:
    return told not in TO_REQUESTER or TO_REQUESTER[told](case)


def is_still_theirs(case: Case, payload: Payload, requester_id: str) -> bool:
    """Tell whether who reads that they have their own case still has it; all else is not about that."""
    return payload.get("notice") != OWN or _has_it(case, requester_id)


def _stands_there(told: str, case: Case) -> bool:
    """Tell whether what the news points to is still in the channel: its text may have been taken away."""
    if told in ("opened_again", GIVEN):
        return True
    return case.text is not None if told == "renewed" else bool(case.messages)


def _has_it(case: Case, member_id: str) -> bool:
    return case.status not in OVER and case.claimed_by is not None and case.claimed_by.id == member_id
