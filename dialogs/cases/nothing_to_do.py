"""What is said above the list of one's own cases when words fit none of them: why, and what can be done instead."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.case import Case, Status
from bot.domain.reply import Line
from dialogs.cases.requester_card import text_deleted_on
from dialogs.cases.which_case import ADD, CHANGE, OVER, RENEW, REOPEN, REPLY, SHOW, WITHDRAW
from dialogs.dialog import Around

NOTHING_TO_DO = {
    REPLY: "case.no_question",
    CHANGE: "case.no_text_to_change",
    RENEW: "case.no_text_to_change",
    REOPEN: "case.none_closed",
    WITHDRAW: "case.none_open",
    ADD: "case.none_open",
    SHOW: "case.none_open",
}


def why_nothing(verb: str, cases: Sequence[Case], around: Around) -> tuple[Line, ...]:
    """Return what is said above the list; what lost its text is not opened again, and a closed case is not taken back:
    its text goes by itself."""
    if not cases or verb not in NOTHING_TO_DO:
        return ()
    text, gone = around.text, [case for case in cases if case.status in OVER]
    if verb == REOPEN and gone:
        key = "case.none_reopened" if len(gone) == 1 else "case.none_reopened_many"
        return (Line(text(key, code=gone[0].code)),)
    if verb in (WITHDRAW, ADD, SHOW) and [*cases] == gone and len(gone) == 1:
        return (Line(_why_not_this(verb, gone[0], around)),)
    is_told = verb == REOPEN or any(case.status not in OVER for case in cases)
    return (Line(text(NOTHING_TO_DO[verb] if is_told else "case.none_open")),)


def _why_not_this(verb: str, case: Case, around: Around) -> str:
    text = around.text
    if case.status is Status.WITHDRAWN:
        return text("case.code_withdrawn", code=case.code)
    if case.text_deleted_at:
        return text("case.none_reopened", code=case.code)
    if verb == WITHDRAW:
        return text("case.closed_not_withdrawn", code=case.code, date=text_deleted_on(case))
    return text("case.code_closed_open", code=case.code)
