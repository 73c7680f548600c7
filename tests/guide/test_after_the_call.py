"""Whoever is asked to ring barnevernet is told which answer to choose afterwards, by the words on the buttons; and
whoever says that they will ring it first is told whom."""

from __future__ import annotations

import re

import pytest

from dialogs.by_words import words_of
from dialogs.call_words import told_of_the_call
from tests.fakes.knowledge import shelf
from tests.guide.conftest import Walker


@pytest.mark.parametrize("name", ["ring_om_fare", "ring_i_dag"])
def test_every_answer_after_a_call_is_named_by_its_button_and_every_button_that_is_named_is_there(name: str) -> None:
    step = shelf().knowledge.guides["bekymring"].steps[name]
    told = " ".join([*step.count_as_yes, *step.count_as_no])
    buttons = {option.short or option.say for option in step.options}
    assert set(re.findall(r"«([^»]+)»", told)) == buttons


@pytest.mark.parametrize("said", ["ring barnevernet først", "jeg vil ringe barnevernet først"])
def test_who_rings_barnevernet_first_is_told_whom_at_every_step_and_at_the_result(walker: Walker, said: str) -> None:
    walker.start()
    for answers in ({}, {"trygg_na": "usikker"}):
        walker.answer_all(answers)
        before = walker.place
        assert "Bra. Ring barnevernets mottak" in (walker.type(said) or "")
        assert walker.place == before, "nothing is answered"
    walker.start()
    walker.answer_all({"trygg_na": "ja"})
    assert "Ring barnevernets mottak" in (walker.type(said) or "")


@pytest.fixture
def ringing(walker: Walker) -> Walker:
    """Somebody in doubt, who is asked to ring barnevernet now and say what came of it."""
    walker.start()
    walker.answer_all({"trygg_na": "usikker"})
    return walker


@pytest.mark.parametrize(
    "said", ["hva skal jeg si når jeg ringer", "ka ska æ si", "kva skal eg seie til dei", "hva sier jeg på telefonen?"]
)
def test_who_asks_what_to_say_gets_the_words_of_the_step(ringing: Walker, said: str) -> None:
    before = ringing.place
    told = ringing.type(said) or ""
    assert all(phrase in told for phrase in shelf().knowledge.guides["bekymring"].steps[before].phrases)
    assert ringing.place == before


@pytest.mark.parametrize("said", ["har ringt", "jeg har ringt barnevernet", "jeg ringte og de svarte"])
def test_who_has_rung_is_asked_what_they_said_and_nothing_is_answered(ringing: Walker, said: str) -> None:
    before = ringing.place
    assert "Hva sa de?" in (ringing.type(said) or "")
    assert ringing.place == before


@pytest.mark.parametrize("said", ["jeg ringer på mandag", "mandag ringe jeg", "ringer i morgen"])
def test_who_will_ring_another_day_is_told_whom_to_ring_now(ringing: Walker, said: str) -> None:
    before = ringing.place
    assert "116 111 nå" in (ringing.type(said) or "")
    assert ringing.place == before


@pytest.mark.parametrize("said", ["har ringt, ingen svar", "ingen svar", "det er stengt", "opptatt"])
def test_a_call_nobody_answered_is_no_talk(ringing: Walker, said: str) -> None:
    ringing.type(said)
    assert ringing.place == "utfall_ring_i_dag"


@pytest.mark.parametrize("said", ["har ikke ringt", "de svarte ikke", "mor har ringt", "ingen svarte"])
def test_who_has_not_spoken_with_barnevernet_is_not_taken_for_somebody_who_has(ringing: Walker, said: str) -> None:
    assert "Bra at du har ringt" not in (ringing.type(said) or "")


def test_who_tells_what_they_said_is_not_sent_to_the_answer_that_nobody_was_reached(ringing: Walker) -> None:
    told = ringing.type("jeg har snakket med dem og de sier at jeg kan følge med") or ""
    assert "Er du i tvil, velger du" not in told
    assert "ba de deg vente med det" in told, "which of two answers it is"


@pytest.mark.parametrize("said", ["vent", "vent litt", "et øyeblikk", "vænt litt"])
@pytest.mark.parametrize("answers", [{"trygg_na": "usikker"}, {"trygg_na": "nei"}, {"trygg_na": "ja"}])
def test_who_asks_for_time_stays_where_they_are(walker: Walker, said: str, answers: dict[str, str]) -> None:
    walker.start()
    walker.answer_all(answers)
    before = walker.place
    told = walker.type(said) or ""
    assert walker.place == before
    assert "«tilbake»" in told
    assert ("ringer du først" in told) == (answers["trygg_na"] == "ja")


def test_no_wait_takes_the_answer_back(walker: Walker) -> None:
    walker.start()
    walker.answer_all({"trygg_na": "nei"})
    assert "Har du grunn til å tro at barnet er i fare nå?" in (walker.type("nei vent") or "")


@pytest.mark.parametrize("said", ["når svarer de", "hva sa de da", "hvorfor svarte de ikke"])
def test_a_question_about_a_call_tells_of_none(walker: Walker, said: str) -> None:
    assert told_of_the_call(words_of(said), walker.around) == ""


def test_when_i_rang_tells_of_a_call(walker: Walker) -> None:
    assert told_of_the_call(words_of("når jeg ringte sa de at jeg skal følge med"), walker.around) != ""
