"""Whoever is tired and in the middle of the guide is met by what they meant: a question, a swear word, a thanks, a call
that is made. Nothing is answered by it."""

from __future__ import annotations

import pytest

from dialogs.calls import EMERGENCY, told_or_asked
from tests.fakes.knowledge import shelf
from tests.guide.conftest import Walker

TEXTS = shelf().knowledge.texts


@pytest.fixture
def asked(walker: Walker) -> Walker:
    """Somebody who is asked the first question."""
    walker.start()
    return walker


@pytest.mark.parametrize(
    "said",
    [
        "hæ?",
        "kan du forklare",
        "hva mener du med fare nå",
        "kva meiner de med fare",
        "hva gjør jeg da",
        "ka gjør æ da",
        "hva i all verden gjør jeg nå",
        "kva gjer eg vidare",
    ],
)
def test_who_does_not_follow_gets_the_question_explained(asked: Walker, said: str) -> None:
    before = asked.place
    shown = asked.type(said) or ""
    assert "Her er spørsmålet med forklaring" in shown
    assert asked.place == before


def test_what_a_word_of_the_law_means_is_looked_up(asked: Walker) -> None:
    assert asked.type("hva betyr grunn til å tro") is None


@pytest.mark.parametrize("said", ["er dette helsepersonelloven eller barnevernsloven", "hvilken paragraf gjelder da"])
def test_a_question_without_its_sign_is_looked_up(asked: Walker, said: str) -> None:
    assert asked.type(said) is None


@pytest.mark.parametrize("said", ["faen heller", "pokker ta", "herregud"])
def test_who_only_swears_is_met_kindly(asked: Walker, said: str) -> None:
    assert TEXTS("guide.sworn") in (asked.type(said) or "")


def test_swearing_where_the_numbers_come_first_leads_nobody_away_from_them(walker: Walker) -> None:
    walker.start("akutt")
    assert "ringer du 112 først" in (walker.type("faen") or "")


@pytest.mark.parametrize("said", ["faen, hun er jo redd", "pokker ta faren"])
def test_what_is_told_with_a_swear_word_is_no_swearing(asked: Walker, said: str) -> None:
    assert TEXTS("guide.sworn") not in (asked.type(said) or "")


@pytest.mark.parametrize("said", ["tusn takk", "takk og hadet", "takk, god helg"])
def test_a_thanks_and_goodbye_is_no_wrong_answer(asked: Walker, said: str) -> None:
    assert TEXTS("guide.thanked") in (asked.type(said) or "")


@pytest.mark.parametrize("said", ["hva har jeg svart", "ble det lagret", "ka har æ svart"])
def test_what_is_answered_can_be_asked_for(asked: Walker, said: str) -> None:
    assert "Svarene dine" in (asked.type(said) or "")


@pytest.mark.parametrize("said", ["hvilken er hvilken", "ble det to saker nå"])
def test_who_has_several_children_may_ask_which_is_which(asked: Walker, said: str) -> None:
    assert "Bekymringene dine" in (asked.type(said) or "")


def test_nothing_is_sent_by_mail(asked: Walker) -> None:
    assert TEXTS("guide.not_mailed") in (asked.type("send den til meg på mail") or "")


@pytest.mark.parametrize("said", ["skriv ut", "kan jeg printe det", "pdf", "kan jeg få dette på papir", "last ned"])
def test_who_wants_it_on_paper_is_shown_the_summary(asked: Walker, said: str) -> None:
    assert "Oppsummering av" in (asked.type(said) or "")


@pytest.mark.parametrize(
    "said", ["send til rektor", "kan jeg sende dette til rektor", "del oppsummeringen med en kollega", "vis lederen"]
)
def test_who_wants_to_share_it_is_shown_the_summary_and_told_that_nothing_is_sent(asked: Walker, said: str) -> None:
    shown = asked.type(said) or ""
    assert TEXTS("guide.share") in shown
    assert "Oppsummering av" in shown


@pytest.mark.parametrize("said", ["kan jeg dele det med en kollega", "rektor vil at jeg skal sende barnet hjem"])
def test_what_asks_of_secrecy_or_tells_is_no_wish_to_share_the_summary(asked: Walker, said: str) -> None:
    assert TEXTS("guide.share") not in (asked.type(said) or "")


@pytest.mark.parametrize("said", ["har ringt", "dem sa at dem kjæm", "jeg har ringt politiet", "æ har ringt 113"])
def test_who_has_rung_where_the_numbers_come_first_is_told_what_to_do_here(walker: Walker, said: str) -> None:
    walker.start("akutt")
    before = walker.place
    assert TEXTS("guide.has_rung_emergency") in (walker.type(said) or "")
    assert walker.place == before


@pytest.mark.parametrize(
    "said", ["mor har ringt politiet", "har ikke ringt", "jeg skal ringe 112", "har ikke ringt 112"]
)
def test_a_call_that_is_another_s_or_not_made_is_none(walker: Walker, said: str) -> None:
    walker.start("akutt")
    assert TEXTS("guide.has_rung_emergency") not in (walker.type(said) or "")


@pytest.mark.parametrize("number", sorted(TEXTS.words("calls.words_emergency")))
def test_every_emergency_number_is_one_in_the_guide_and_in_the_middle_of_nothing(walker: Walker, number: str) -> None:
    assert told_or_asked(f"jeg har ringt {number}", walker.around) == EMERGENCY
    walker.start()
    assert TEXTS("guide.has_rung_emergency") in (walker.type(f"jeg har ringt {number}") or "")
