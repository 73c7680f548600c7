"""What may be done to a case, in which status, by whom; and what each action changes. One table, unlisted = refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from bot.domain.case import BEFORE_TAKEN, Case, CaseText, Member, Message, Status, TeamAnswer
from bot.domain.errors import (
    ActionNotAllowed,
    AnotherQuestion,
    CaseAlreadyClaimed,
    CaseRecused,
    CaseWithdrawn,
    ChangedSinceRead,
    NotAnswered,
    NotTakenYet,
)
from bot.domain.norway import day_of, hour_of

NO_MEETINGS: Mapping[str, datetime | None] = {}
ANSWERED, TO_REPORT = "given", "reported"
"""The results of a case whose requester has got advice, and of one that is to be reported."""


class CaseRole(StrEnum):
    """What a person is to one case."""

    REQUESTER = "requester"
    CLAIMER = "claimer"
    MEMBER = "member"


class Action(StrEnum):
    """What can be done to a case."""

    SEE = "see"
    CLAIM = "claim"
    GIVE_BACK = "give_back"
    HAND_OVER = "hand_over"
    TAKE_OVER = "take_over"
    RECUSE = "recuse"
    ASK = "ask"
    ANSWER = "answer"
    MEETING = "meeting"
    REDACT = "redact"
    CLOSE = "close"
    REOPEN = "reopen"
    REPLY = "reply"
    ADD = "add"
    RENEW = "renew"
    WITHDRAW = "withdraw"
    SHOW = "show"


_TEAM = frozenset({CaseRole.MEMBER, CaseRole.CLAIMER})
_CLAIMER = frozenset({CaseRole.CLAIMER})
_OTHERS = frozenset({CaseRole.MEMBER})
_REQUESTER = frozenset({CaseRole.REQUESTER})
_REQUESTERS_OWN = {
    Action.ADD: _REQUESTER,
    Action.WITHDRAW: _REQUESTER,
    Action.SHOW: _REQUESTER,
    Action.RENEW: _REQUESTER,
    Action.REPLY: _REQUESTER,
}
"""What the requester may do as long as the case is open, whoever has it: who asked may have given it back."""
_WAITING = _REQUESTERS_OWN | {
    Action.SEE: _TEAM,
    Action.CLAIM: _TEAM,
    Action.RECUSE: _TEAM,
    Action.MEETING: _TEAM,
    Action.REDACT: _TEAM,
}
_WITH_SOMEONE = _REQUESTERS_OWN | {
    Action.SEE: _TEAM,
    Action.RECUSE: _TEAM,
    Action.MEETING: _CLAIMER,
    Action.REDACT: _TEAM,
    Action.GIVE_BACK: _CLAIMER,
    Action.HAND_OVER: _CLAIMER,
    Action.TAKE_OVER: _OTHERS,
    Action.ASK: _CLAIMER,
    Action.ANSWER: _CLAIMER,
    Action.CLOSE: _CLAIMER,
}

# A card may be pressed before the store knows that the post landed, so MOTTATT allows what LAGT_I_KANALEN allows.
ALLOWED: Mapping[Status, Mapping[Action, frozenset[CaseRole]]] = {
    Status.RECEIVED: _WAITING,
    Status.POSTED: _WAITING,
    Status.SEEN: _WAITING,
    Status.CLAIMED: _WITH_SOMEONE,
    Status.ANSWERED: _WITH_SOMEONE,
    Status.CLOSED: {Action.REOPEN: _TEAM | _REQUESTER, Action.REDACT: _TEAM},
    Status.WITHDRAWN: {},
}


def is_allowed(case: Case, action: Action, role: CaseRole) -> bool:
    """Return whether the table lists the action for the status and role. Of a closed case whose text is deleted nothing
    is left to open."""
    if action is Action.REOPEN and case.text_deleted_at:
        return False
    return role in ALLOWED[case.status].get(action, frozenset())


def role_of(case: Case, member: Member) -> CaseRole:
    """Return what a member of the team is to the case."""
    return CaseRole.CLAIMER if case.claimed_by and case.claimed_by.id == member.id else CaseRole.MEMBER


def require(case: Case, action: Action, role: CaseRole, member: Member | None = None) -> None:
    """Raise unless the action may be done: CaseRecused, CaseAlreadyClaimed, NotTakenYet, CaseWithdrawn
    or ActionNotAllowed."""
    if member is not None and member.id in case.recused:
        raise CaseRecused(code=case.code)
    if is_allowed(case, action, role):
        return
    if case.status is Status.WITHDRAWN:
        raise CaseWithdrawn(code=case.code)
    holder, is_taken = case.claimed_by, case.status in (Status.CLAIMED, Status.ANSWERED)
    is_holders = action is Action.CLAIM or is_allowed(case, action, CaseRole.CLAIMER)
    if holder is not None and is_taken and role is CaseRole.MEMBER and is_holders:
        raise CaseAlreadyClaimed(code=case.code, who=holder.name)
    if role in _TEAM and case.status in BEFORE_TAKEN and action in _WITH_SOMEONE:
        raise NotTakenYet(code=case.code)
    raise ActionNotAllowed(code=case.code)


def seen(case: Case, by: Member, at: datetime) -> Case:
    """A member has looked at the case."""
    require(case, Action.SEE, role_of(case, by), by)
    return case if case.seen_at else case.changed(seen_at=at)


def looked_at(case: Case, at: datetime) -> Case:
    """Note on a case a member has just changed that the team has seen it: any press on its card tells so."""
    return case if case.seen_at else replace(case, seen_at=at)


def claimed(case: Case, by: Member, at: datetime) -> Case:
    """Give the case to the member who asked first; asking again for one's own case changes nothing."""
    if case.claimed_by and case.claimed_by.id == by.id and case.status in (Status.CLAIMED, Status.ANSWERED):
        return case
    require(case, Action.CLAIM, role_of(case, by), by)
    return case.changed(claimed_by=by, claimed_at=at, seen_at=case.seen_at or at)


def given_back(case: Case, by: Member) -> Case:
    """Let the case go, so that anybody in the team can take it."""
    require(case, Action.GIVE_BACK, role_of(case, by), by)
    return case.changed(claimed_by=None, claimed_at=None, answered_at=None)


def released(case: Case) -> Case:
    """Let a case go whose holder has left the team, so that the others can take it. Nobody presses this."""
    if case.claimed_by is None or case.status not in (Status.CLAIMED, Status.ANSWERED):
        return case
    return case.changed(claimed_by=None, claimed_at=None, answered_at=None)


def handed_over(case: Case, by: Member, to: Member, at: datetime) -> Case:
    """Give the case to another member."""
    require(case, Action.HAND_OVER, role_of(case, by), by)
    if to.id in case.recused:
        raise CaseRecused(code=case.code)
    return case.changed(claimed_by=to, claimed_at=at)


def taken_over(case: Case, by: Member, read: int, at: datetime) -> Case:
    """Give a case somebody has to the member who asks for it, for its holder may be away. `read` is the version on the
    card that named the holder: a case that has changed since, perhaps in other hands or answered, raises
    ChangedSinceRead. Asking again for one's own case changes nothing."""
    if case.claimed_by and case.claimed_by.id == by.id and case.status in (Status.CLAIMED, Status.ANSWERED):
        return case
    require(case, Action.TAKE_OVER, role_of(case, by), by)
    if case.version != read:
        raise ChangedSinceRead(code=case.code, who=case.claimed_by.name if case.claimed_by else "")
    return case.changed(claimed_by=by, claimed_at=at)


def recused(case: Case, by: Member) -> Case:
    """Hide the case from a member who is inhabil; a case they hold is let go."""
    if by.id in case.recused:
        return case
    require(case, Action.RECUSE, role_of(case, by), by)
    let_go = {"claimed_by": None, "claimed_at": None, "answered_at": None}
    held = let_go if role_of(case, by) is CaseRole.CLAIMER else {}
    return case.changed(recused=(*case.recused, by.id), **held)


def asked(case: Case, by: Member, question: str, at: datetime) -> Case:
    """Ask the requester something. The same question pressed twice is asked once."""
    require(case, Action.ASK, role_of(case, by), by)
    waiting = case.open_question
    if waiting is not None and waiting.by == by and waiting.text == question:
        return case
    return case.changed(messages=(*case.messages, Message("question", question, at, by)))


def answered(case: Case, answer: TeamAnswer) -> Case:
    """Give, or give anew, the team's recommendation. The same answer pressed twice is given once."""
    require(case, Action.ANSWER, role_of(case, answer.by), answer.by)
    if case.answered_at and case.answer is not None and replace(case.answer, at=answer.at) == answer:
        return case
    return case.changed(answer=answer, answered_at=answer.at)


def put_on_meeting(case: Case, by: Member, meeting_at: datetime | None) -> Case:
    """Put the case on the agenda of the next meeting, whose day may not be known yet."""
    require(case, Action.MEETING, role_of(case, by), by)
    if case.on_next_meeting and case.meeting_on == (day_of(meeting_at) if meeting_at else None):
        return case
    return case.changed(on_next_meeting=True, **meeting_facts(meeting_at))


def meeting_facts(meeting_at: datetime | None) -> dict[str, Any]:
    """Return what a case keeps of the meeting it is on: its day, and its hour as it is told."""
    at = meeting_at
    return {"meeting_on": day_of(at) if at else None, "meeting_hour": hour_of(at) if at else None}


def moved_with_meeting(case: Case, meeting_on: date | None, hour: time | None) -> Case:
    """Let a case follow its meeting to another day or hour, or to a day that is not known yet. Nobody presses this."""
    is_there = case.meeting_on == meeting_on and (hour is None or case.meeting_hour == hour)
    return case if is_there else case.changed(meeting_on=meeting_on, meeting_hour=hour)


def taken_off_meeting(case: Case, by: Member, due_at: datetime) -> Case:
    """Take the case off the agenda; the team answers by the time that was told, or by this one where it is later and
    the case is not urgent."""
    require(case, Action.MEETING, role_of(case, by), by)
    if not case.on_next_meeting:
        return case
    due = case.due_at if case.form.urgency == "haster" else max(case.due_at, due_at)
    return case.changed(on_next_meeting=False, **meeting_facts(None), due_at=due)


def redacted(case: Case, by: Member, at: datetime, due_at: datetime) -> Case:
    """Take all text away because somebody could be recognised; the fixed choices stay. An open case whose answer went
    with the text waits for another, by this time."""
    require(case, Action.REDACT, role_of(case, by), by)
    if case.redacted_at and _without_text(case) == case:
        return case
    waits_again = case.answer is not None and case.ended_at is None
    again = {"answered_at": None, "due_at": max(case.due_at, due_at)} if waits_again else {}
    return _without_text(case).changed(redacted_at=at, **again)


def may_change_text(case: Case) -> bool:
    """Tell whether the requester may still change the text: nobody has taken the case."""
    return case.text is not None and case.status in BEFORE_TAKEN


def needs_new_text(case: Case) -> bool:
    """Tell whether an open case has lost its text because somebody could be recognised, and waits for a new one."""
    return case.text is None and case.redacted_at is not None and case.status not in (Status.CLOSED, Status.WITHDRAWN)


def renewed(case: Case, text: CaseText) -> Case:
    """The requester sends a new text after «ikke anonym nok», or changes it before anybody has the case."""
    require(case, Action.RENEW, CaseRole.REQUESTER)
    if case.text is not None and not may_change_text(case):
        raise ActionNotAllowed(code=case.code)
    return case if case.text == text else case.changed(text=text, redacted_at=None)


def closed(case: Case, by: Member, reason: str, at: datetime) -> Case:
    """Close with a result. «Rådet er gitt» can't be said while the requester has got no answer."""
    require(case, Action.CLOSE, role_of(case, by), by)
    if reason == ANSWERED and not case.has_its_answer:
        raise NotAnswered(code=case.code)
    return case.changed(closed_at=at, close_reason=reason, answered_at=case.answer_since)


def reopened(
    case: Case,
    role: CaseRole,
    at: datetime,
    due_at: datetime,
    by: Member | None = None,
    meetings: Mapping[str, datetime | None] = NO_MEETINGS,
) -> Case:
    """Open a closed case again; whoever had it still has it. A meeting it was on is over, and a requester who asks
    again waits for an answer by the new time, or for the next of the `meetings`, where its team takes up ordinary
    cases."""
    require(case, Action.REOPEN, role, by)
    asked_again = {"asked_again_at": at} if role is CaseRole.REQUESTER else {}
    waits = role is CaseRole.REQUESTER or not case.has_its_answer
    to_meeting = waits and case.form.urgency != "haster" and case.team in meetings
    return case.changed(
        closed_at=None,
        close_reason="",
        answered_at=None,
        on_next_meeting=to_meeting,
        **meeting_facts(meetings[case.team] if to_meeting else None),
        due_at=max(case.due_at, due_at),
        **asked_again,
    )


def replied(case: Case, question: str, text: str, at: datetime) -> Case:
    """The requester answers the question with that key, also when the team has not waited for it. The same reply
    pressed twice is sent once; no question, no reply; and what answers another question than the last raises
    AnotherQuestion."""
    require(case, Action.REPLY, CaseRole.REQUESTER)
    if case.unanswered_question is None:
        if _last_was(case, "reply", text):
            return case
        raise ActionNotAllowed(code=case.code)
    if question != case.unanswered_question_key:
        raise AnotherQuestion(code=case.code)
    return case.changed(messages=(*case.messages, Message("reply", text, at)))


def added(case: Case, text: str, at: datetime) -> Case:
    """The requester adds information. The same words pressed twice are added once."""
    require(case, Action.ADD, CaseRole.REQUESTER)
    if _last_was(case, "information", text):
        return case
    return case.changed(messages=(*case.messages, Message("information", text, at)))


def withdrawn(case: Case, at: datetime) -> Case:
    """The requester takes the case back; all text goes, and the requester's name with it."""
    require(case, Action.WITHDRAW, CaseRole.REQUESTER)
    return _without_text(case).changed(withdrawn_at=at, requester_shown_as="", told=())


def shown_as(case: Case, name: str) -> Case:
    """Name the requester to the team, because the requester chose it. Cannot be undone."""
    require(case, Action.SHOW, CaseRole.REQUESTER)
    return case if case.requester_shown_as == name else case.changed(requester_shown_as=name)


def text_deleted(case: Case, at: datetime) -> Case:
    """Retention: the text goes, who had it and whom it showed; the fixed choices stay as figures."""
    return _without_text(case).changed(
        text_deleted_at=at,
        claimed_by=None,
        recused=(),
        requester_shown_as="",
        told=(),
        **meeting_facts(None),
    )


def _last_was(case: Case, kind: str, text: str) -> bool:
    last = case.messages[-1] if case.messages else None
    return last is not None and (last.kind, last.text) == (kind, text)


def _without_text(case: Case) -> Case:
    return replace(case, text=None, answer=None, messages=(), close_reason="")
