"""Whatever a conversation keeps with a time of its own is let go of when its day is over; nothing is forgotten."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args, get_type_hints

import pytest

from bot.domain.case_under_way import CaseUnderWay
from bot.domain.conversation import (
    CaseDraft,
    CaseLeft,
    Concern,
    ConversationState,
    CourseProgress,
    Profile,
)

AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
LATER = AT + timedelta(minutes=1)
KEPT = {
    "case_draft": CaseDraft(AT, CaseUnderWay(submission="s1"), {"seen": "Sliten."}),
    "case_left": CaseLeft(AT, CaseUnderWay(submission="s1")),
    "danger": ("barn_i_fare", AT),
}
LASTING: dict[str, Any] = {
    "profile": Profile("stjordal", "skole"),
    "concerns": (Concern("c1", "Sak Blå", "bekymring", "1"),),
    "course": CourseProgress("ny"),
}


def has_a_time(hint: Any) -> bool:
    """Tell whether what the field holds says when it was kept."""
    if hint is datetime:
        return True
    is_kept = is_dataclass(hint) and any(one.name == "kept_at" for one in fields(hint))
    return is_kept or any(has_a_time(one) for one in get_args(hint))


def with_a_time() -> list[str]:
    return [name for name, hint in get_type_hints(ConversationState).items() if has_a_time(hint)]


@pytest.mark.parametrize("name", with_a_time())
def test_what_is_kept_with_a_time_is_let_go_of_at_that_time_and_not_before(name: str) -> None:
    state = replace(ConversationState(**LASTING), **{name: KEPT[name]})
    assert state.has_anything_under_way
    assert state.without_what_is_from(AT - timedelta(seconds=1)) is state
    told = {"case_draft": "draft_gone", "case_left": "case_gone"}
    left = ConversationState(**LASTING, **({told[name]: AT.date()} if name in told else {}))
    assert state.without_what_is_from(AT) == left
    assert state.emptied(LATER) == left


def test_that_a_draft_was_deleted_is_known_by_its_date_alone_and_for_a_month() -> None:
    gone = ConversationState(**LASTING, draft_gone=AT.date())
    assert gone.has_anything_under_way, "its row is looked at until it is let go of, also of who never writes again"
    assert gone.without_what_is_over(AT + timedelta(days=30)) is gone
    assert gone.without_what_is_over(AT + timedelta(days=31)) == ConversationState(**LASTING)
    assert gone.emptied(LATER) == gone


def test_the_day_a_draft_is_from_is_that_of_norway_after_midnight_too() -> None:
    late = replace(
        ConversationState(), case_draft=CaseDraft(datetime(2026, 11, 23, 23, 30, tzinfo=UTC), CaseUnderWay(), {})
    )
    assert late.emptied(LATER).draft_gone == date(2026, 11, 24)


def test_only_what_has_passed_is_let_go_of() -> None:
    state = ConversationState(**{**LASTING, **KEPT, "danger": ("vold", LATER)})
    assert state.without_what_is_from(AT) == ConversationState(**LASTING, danger=("vold", LATER), draft_gone=AT.date())


def test_a_dialog_that_has_the_floor_is_under_way_and_its_data_goes_when_it_is_emptied() -> None:
    state = ConversationState(**LASTING).in_dialog("case", step="form")
    assert state.has_anything_under_way
    assert state.without_what_is_from(LATER) is state, "that nobody wrote tells when a dialog is over, not its age"
    assert state.emptied(AT) == ConversationState(**LASTING)
    assert not state.emptied(AT).has_anything_under_way


@pytest.mark.parametrize(
    ("case", "is_told"),
    [
        (CaseUnderWay("about"), False),
        (CaseUnderWay("about", age="10-12"), True),
        (CaseUnderWay("about", "", "10-12", "skole", ("fravaer",), "anonymt"), False),
        (CaseUnderWay("gate", "s1", "10-12", "skole", ("fravaer",)), True),
    ],
)
def test_that_a_case_was_begun_and_not_sent_is_known_for_a_month(case: CaseUnderWay, is_told: bool) -> None:
    writing = ConversationState(**LASTING).writing(case)
    gone = writing.emptied(AT)
    assert gone == ConversationState(**LASTING, case_gone=AT.date() if is_told else None)
    left = replace(ConversationState(**LASTING), case_left=CaseLeft(AT, case))
    assert left.without_what_is_from(AT) == gone
    assert gone.has_anything_under_way == is_told
    assert gone.without_what_is_over(AT + timedelta(days=31)) == ConversationState(**LASTING)
