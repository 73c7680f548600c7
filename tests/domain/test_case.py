"""Status from facts, what each action changes, and what a press twice does not change."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain import case_actions as do
from bot.domain.case import Case, Message, Status
from bot.domain.case_actions import CaseRole
from bot.domain.errors import ActionNotAllowed, CaseAlreadyClaimed, NotAnswered
from bot.domain.follow_up import EVALUATIONS, FollowUp, episodes, is_overdue, waits_for_answer
from tests.domain.cases import ASE, AT, NEW_TEXT, OLE, SIRI, TEXT, a_case, an_answer
from tests.each import each

FACTS = {
    "posted_at": Status.POSTED,
    "seen_at": Status.SEEN,
    "claimed_at": Status.CLAIMED,
    "answered_at": Status.ANSWERED,
    "closed_at": Status.CLOSED,
    "withdrawn_at": Status.WITHDRAWN,
}


@each("happened", [facts for size in range(len(FACTS) + 1) for facts in itertools.combinations(FACTS, size)])
def test_the_status_is_the_furthest_thing_that_has_happened(happened: tuple[str, ...]) -> None:
    case = a_case(**dict.fromkeys(happened, AT))
    assert case.status is (FACTS[happened[-1]] if happened else Status.RECEIVED)


def test_a_question_waits_until_it_is_answered_and_information_does_not_answer_it() -> None:
    asked = do.asked(a_case(Status.CLAIMED, messages=()), OLE, "Hvor lenge?", AT)
    told = do.added(asked, "Det ble bedre.", AT)
    assert told.open_question == Message("question", "Hvor lenge?", AT, OLE)
    assert do.replied(told, told.open_question_key, "Fem uker.", AT).open_question is None


def test_a_question_that_the_team_has_answered_itself_waits_for_nobody_and_may_be_answered_still() -> None:
    asked = do.asked(a_case(Status.CLAIMED, messages=()), OLE, "Hvor lenge?", AT)
    answered = do.answered(asked, an_answer(at=AT + timedelta(hours=1)))
    assert answered.open_question is None
    late = do.replied(answered, asked.open_question_key, "Fem uker.", AT + timedelta(hours=2))
    assert late.messages[-1].text == "Fem uker."
    again = do.asked(answered, OLE, "Hjalp det?", AT + timedelta(hours=3))
    assert again.open_question is not None


def test_a_reply_without_a_question_is_refused() -> None:
    with pytest.raises(ActionNotAllowed):
        do.replied(a_case(Status.CLAIMED, messages=()), "", "Mest mandager.", AT)


def test_giving_back_makes_the_case_free_for_everybody() -> None:
    free = do.given_back(a_case(Status.ANSWERED), OLE)
    assert (free.status, free.claimed_by) == (Status.SEEN, None)
    assert do.claimed(free, SIRI, AT).claimed_by == SIRI


@pytest.mark.parametrize("status", [Status.CLAIMED, Status.ANSWERED])
def test_a_member_who_becomes_inhabil_lets_the_case_go_so_that_another_can_take_it(status: Status) -> None:
    free = do.recused(a_case(status), OLE)
    assert (free.status, free.claimed_by, free.recused) == (Status.SEEN, None, (OLE.id,))
    assert do.claimed(free, SIRI, AT).claimed_by == SIRI


def test_saying_inhabil_twice_changes_nothing() -> None:
    once = do.recused(a_case(Status.POSTED), SIRI)
    assert do.recused(once, SIRI) is once


def test_handing_over_makes_the_other_member_the_only_one_who_has_it() -> None:
    case = do.handed_over(a_case(Status.CLAIMED), OLE, ASE, AT + timedelta(hours=1))
    assert (case.claimed_by, case.status) == (ASE, Status.CLAIMED)
    with pytest.raises(CaseAlreadyClaimed):
        do.given_back(case, OLE)


def test_claiming_counts_as_having_seen_it() -> None:
    assert do.claimed(a_case(Status.POSTED), OLE, AT).seen_at == AT


def test_a_closed_case_opens_with_whoever_had_it() -> None:
    opened = do.reopened(a_case(Status.CLOSED), CaseRole.REQUESTER, AT, AT)
    assert (opened.status, opened.claimed_by, opened.close_reason) == (Status.CLAIMED, OLE, "")


def test_a_closed_case_whose_text_is_deleted_is_opened_by_nobody() -> None:
    deleted = do.text_deleted(a_case(Status.CLOSED), AT)
    assert (deleted.claimed_by, deleted.recused) == (None, ())
    assert not any(do.is_allowed(deleted, do.Action.REOPEN, role) for role in CaseRole)
    with pytest.raises(ActionNotAllowed):
        do.reopened(deleted, CaseRole.REQUESTER, AT, AT)


GONE = {
    "withdrawn": lambda case: do.withdrawn(case, AT),
    "redacted": lambda case: do.redacted(case, OLE, AT, AT),
    "deleted": lambda case: do.text_deleted(case, AT),
}


@pytest.mark.parametrize("how", GONE)
def test_when_the_text_goes_every_word_goes_and_the_fixed_choices_stay(how: str) -> None:
    full = replace(a_case(Status.ANSWERED), close_reason="given")
    bare = GONE[how](full)
    assert (bare.text, bare.answer, bare.messages, bare.close_reason) == (None, None, (), "")
    assert bare.form == full.form
    assert bare.version == full.version + 1


@pytest.mark.parametrize("how", ["withdrawn", "deleted"])
def test_the_name_of_the_requester_goes_with_the_case(how: str) -> None:
    assert GONE[how](do.shown_as(a_case(Status.CLAIMED), "Kari Prøve")).requester_shown_as == ""


def test_what_a_linked_case_told_goes_with_the_text_but_still_measures_a_new_one() -> None:
    linked = a_case(Status.CLAIMED, follows="ABC-123", told=("yrke", "diagnose"))
    assert do.redacted(linked, OLE, AT, AT).told == ("yrke", "diagnose")
    assert do.withdrawn(linked, AT).told == ()
    assert do.text_deleted(a_case(Status.CLOSED, told=("yrke",)), AT).told == ()


def test_nothing_can_be_done_to_a_withdrawn_case() -> None:
    case = do.withdrawn(a_case(Status.CLAIMED), AT)
    assert not any(do.is_allowed(case, action, role) for action in do.Action for role in CaseRole)


def test_a_new_text_after_not_anonymous_enough_is_taken_in_every_open_status() -> None:
    for status in (Status.POSTED, Status.SEEN, Status.CLAIMED, Status.ANSWERED):
        renewed = do.renewed(do.redacted(a_case(status), OLE, AT, AT), NEW_TEXT)
        assert (renewed.text, renewed.redacted_at) == (NEW_TEXT, None)


@pytest.mark.parametrize("status", [Status.CLAIMED, Status.ANSWERED])
def test_a_text_somebody_works_with_is_not_replaced_behind_their_back(status: Status) -> None:
    with pytest.raises(ActionNotAllowed):
        do.renewed(a_case(status), NEW_TEXT)


TWICE = {
    "see": (Status.POSTED, lambda case: do.seen(case, SIRI, AT)),
    "claim": (Status.POSTED, lambda case: do.claimed(case, SIRI, AT)),
    "ask": (Status.CLAIMED, lambda case: do.asked(case, OLE, "Er det likt alle dager?", AT)),
    "reply": (Status.CLAIMED, lambda case: do.replied(case, case.open_question_key, "Mest mandager.", AT)),
    "add": (Status.POSTED, lambda case: do.added(case, "Det ble bedre.", AT)),
    "answer": (Status.CLAIMED, lambda case: do.answered(case, an_answer(advice="Prøv noe annet."))),
    "meeting": (Status.POSTED, lambda case: do.put_on_meeting(case, SIRI, None)),
    "off_meeting": (Status.POSTED, lambda case: do.taken_off_meeting(case, SIRI, AT)),
    "redact": (Status.POSTED, lambda case: do.redacted(case, SIRI, AT, AT)),
    "renew": (Status.POSTED, lambda case: do.renewed(case, NEW_TEXT)),
    "show": (Status.POSTED, lambda case: do.shown_as(case, "Kari Prøve")),
    "recuse": (Status.POSTED, lambda case: do.recused(case, SIRI)),
}


@pytest.mark.parametrize("what", TWICE)
def test_the_same_press_twice_does_it_once(what: str) -> None:
    status, act = TWICE[what]
    once: Case = act(a_case(status))
    assert act(once) is once


def test_an_answer_can_be_given_anew_with_other_words() -> None:
    once = do.answered(a_case(Status.CLAIMED), an_answer(advice="Vent."))
    assert do.answered(once, an_answer(advice="Ikke vent.")).answer == an_answer(advice="Ikke vent.")


def test_case_text_never_shows_in_a_printed_case() -> None:
    case = do.shown_as(a_case(Status.ANSWERED), "Kari Prøve")
    shown = repr(case)
    for word in (
        TEXT.seen,
        TEXT.child,
        TEXT.done,
        TEXT.advice_wanted,
        "Hvor lenge?",
        "Fortsett.",
        "Venter ikke.",
        "Kari Prøve",
    ):
        assert word not in shown


def test_advice_given_is_no_result_while_the_requester_has_got_none() -> None:
    with pytest.raises(NotAnswered):
        do.closed(a_case(Status.CLAIMED), OLE, "given", AT)
    assert do.closed(a_case(Status.ANSWERED), OLE, "given", AT).close_reason == "given"
    assert do.closed(a_case(Status.CLAIMED), OLE, "reported", AT).close_reason == "reported"


def test_a_requester_who_opens_a_case_again_waits_for_another_answer_until_the_new_time() -> None:
    later = AT + timedelta(days=9)
    closed = a_case(Status.CLOSED, on_next_meeting=True, meeting_on=AT.date())
    again = do.reopened(closed, CaseRole.REQUESTER, later, later + timedelta(days=2))
    assert not again.on_next_meeting
    assert waits_for_answer(again)
    assert not is_overdue(again, later + timedelta(days=1))
    assert is_overdue(again, later + timedelta(days=3))
    with pytest.raises(NotAnswered):
        do.closed(again, OLE, do.ANSWERED, later)
    answered = do.answered(again, an_answer(advice="Prøv noe annet.", at=later + timedelta(hours=1)))
    assert not waits_for_answer(do.given_back(answered, OLE))


def test_a_case_the_team_opens_again_has_the_answer_it_had() -> None:
    again = do.reopened(a_case(Status.CLOSED), CaseRole.CLAIMER, AT, AT + timedelta(days=2), OLE)
    assert not waits_for_answer(again)
    free = do.given_back(again, OLE)
    assert {one.follow_up for one in episodes(free)} - EVALUATIONS == {FollowUp.UNTOUCHED}


def test_each_time_a_case_is_opened_again_it_is_told_anew_that_the_time_is_over() -> None:
    first = do.reopened(a_case(Status.CLOSED), CaseRole.REQUESTER, AT, AT)
    second = do.reopened(replace(first, closed_at=AT), CaseRole.REQUESTER, AT + timedelta(days=1), AT)
    late = {one for one in episodes(first) if one.follow_up is FollowUp.LATE}
    assert late
    assert late.isdisjoint(episodes(second))
