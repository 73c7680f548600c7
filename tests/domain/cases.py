"""Invented cases in every status, and every action on them as a function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain import case_actions as do
from bot.domain.case import Case, CaseForm, CaseText, Member, Message, Status, Task, TeamAnswer
from bot.domain.case_actions import Action, CaseRole

AT = datetime(2026, 12, 7, 13, 10, tzinfo=UTC)
OLE = Member("member-ole", "Ole Prøve")
SIRI = Member("member-siri", "Siri Prøve")
ASE = Member("member-ase", "Åse Prøve")
TEXT = CaseText("Kommer sent.", "Sier lite.", "Fast voksen i fem uker.", "Hva prøver vi nå?", "Venter ikke.")
NEW_TEXT = CaseText("Kommer ofte sent.", "Vil hjem.", "Fast voksen.", "Hva prøver vi?")


def a_case(status: Status = Status.RECEIVED, **changes: Any) -> Case:
    """Return a case in that status; from TAKEN on it is Ole's."""
    order = (Status.POSTED, Status.SEEN, Status.CLAIMED, Status.ANSWERED, Status.CLOSED)
    reached = order[: order.index(status) + 1] if status in order else ()
    facts: dict[str, Any] = {
        "id": "case1",
        "code": "K7M-42P",
        "municipality": "stjordal",
        "team": "stjordal/komp_0_18",
        "form": CaseForm("10-12", "skole", ("fravaer",)),
        "text": TEXT,
        "created_at": AT,
        "due_at": AT + timedelta(days=2),
    }
    if Status.POSTED in reached:
        facts["posted_at"] = AT
    if Status.SEEN in reached:
        facts["seen_at"] = AT
    if Status.CLAIMED in reached:
        facts |= {"claimed_at": AT, "claimed_by": OLE, "messages": (Message("question", "Hvor lenge?", AT, OLE),)}
    if Status.ANSWERED in reached:
        facts |= {"answered_at": AT, "answer": an_answer()}
    if Status.CLOSED in reached:
        facts |= {"closed_at": AT, "close_reason": "given"}
    if status is Status.WITHDRAWN:
        facts |= {"withdrawn_at": AT, "text": None}
    return Case(**(facts | changes))


def an_answer(by: Member = OLE, advice: str = "Fortsett.", at: datetime = AT) -> TeamAnswer:
    tasks = (Task("kontaktlærer", "avtale med barnet", AT.date()),)
    return TeamAnswer(advice, "Det virker.", tasks, "Når fraværet øker.", "PPT", by, at)


def _reopened(case: Case, by: Member) -> Case:
    return do.reopened(case, do.role_of(case, by), AT, AT, by)


def _replied(case: Case) -> Case:
    """Reply to a question that waits: also a case that nobody has any more may have been asked about."""
    asked = replace(case, messages=(Message("question", "Hvor lenge?", AT, OLE),))
    return do.replied(asked, asked.open_question_key, "Mest mandager.", AT)


BY_MEMBER: Mapping[Action, Callable[[Case, Member], Case]] = {
    Action.SEE: lambda case, by: do.seen(case, by, AT),
    Action.CLAIM: lambda case, by: do.claimed(case, by, AT),
    Action.GIVE_BACK: do.given_back,
    Action.HAND_OVER: lambda case, by: do.handed_over(case, by, ASE, AT),
    Action.TAKE_OVER: lambda case, by: do.taken_over(case, by, case.version, AT),
    Action.RECUSE: do.recused,
    Action.ASK: lambda case, by: do.asked(case, by, "Er det likt alle dager?", AT),
    Action.ANSWER: lambda case, by: do.answered(case, an_answer(by, "Prøv noe annet.")),
    Action.MEETING: lambda case, by: do.put_on_meeting(case, by, None),
    Action.REDACT: lambda case, by: do.redacted(case, by, AT, AT),
    Action.CLOSE: lambda case, by: do.closed(case, by, "meeting", AT),
    Action.REOPEN: _reopened,
}
BY_REQUESTER: Mapping[Action, Callable[[Case], Case]] = {
    Action.REOPEN: lambda case: do.reopened(case, CaseRole.REQUESTER, AT, AT),
    Action.REPLY: _replied,
    Action.ADD: lambda case: do.added(case, "Det ble bedre.", AT),
    Action.RENEW: lambda case: do.renewed(replace(case, text=None), NEW_TEXT),
    Action.WITHDRAW: lambda case: do.withdrawn(case, AT),
    Action.SHOW: lambda case: do.shown_as(case, "Kari Prøve"),
}
