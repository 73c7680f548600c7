"""A typed yes that goes on with what somebody has done is asked about where the question asks of something else."""

from __future__ import annotations

import pytest

from bot.content.knowledge import Knowledge
from dialogs.by_words import words_of
from dialogs.guide.told_of_another import tells_of_another
from tests.each import each
from tests.guide.conftest import Walker

DONE = (
    "ja vi har snakket med foreldrene",
    "ja, jeg har drøftet det med rektor",
    "ja æ har snakka med mora",
    "ja vi har hatt møte med foreldrene i går",
    "ja, vi har ringt barnevernet",
    "ja, eg har spurt eleven om det",
)
OF_THE_CHILD = (
    "ja, han slår",
    "ja vi har sett blåmerker",
    "ja jeg har snakket med barnet og det er redd",
    "ja, far drikker",
    "ja mora har slått",
    "ja hun ruser seg med vennene",
    "ja, han skader seg",
    "ja vi har snakket med foreldrene og de slår",
    "ja det har han",
    "ja dessverre",
)
CHILD_STEPS = ("trygg_na", "helse", "kontroll", "egen_fare", "hva_na", "trenger_mer", "enige")


@each("step", CHILD_STEPS)
@each("words", DONE)
def test_a_yes_with_what_somebody_has_done_is_told_from_a_yes_to_a_question_of_the_child(
    knowledge: Knowledge, walker: Walker, step: str, words: str
) -> None:
    asked = knowledge.guides["bekymring"].steps[step]
    assert tells_of_another(words_of(words), step, asked, walker.around.text)


@each("step", (*CHILD_STEPS, "barnet_hort", "droft_med_leder"))
@each("words", OF_THE_CHILD)
def test_whatever_may_tell_of_the_child_is_a_yes(knowledge: Knowledge, walker: Walker, step: str, words: str) -> None:
    asked = knowledge.guides["bekymring"].steps[step]
    assert not tells_of_another(words_of(words), step, asked, walker.around.text)


@pytest.mark.parametrize(
    ("step", "words", "is_of_another"),
    [
        ("droft_med_leder", "ja vi har snakket med foreldrene", True),
        ("droft_med_leder", "ja jeg har snakket med rektor", False),
        ("droft_med_leder", "ja, med sjefen og foreldrene", False),
        ("droft_med_leder", "ja det har vi drøftet", False),
        ("barnet_hort", "ja vi har snakket med foreldrene", True),
        ("barnet_hort", "ja, jeg har snakket med eleven", False),
        ("barnet_hort", "ja det har jeg", False),
    ],
)
def test_where_it_is_asked_who_was_spoken_with_another_is_asked_about(
    knowledge: Knowledge, walker: Walker, step: str, words: str, *, is_of_another: bool
) -> None:
    asked = knowledge.guides["bekymring"].steps[step]
    assert tells_of_another(words_of(words), step, asked, walker.around.text) is is_of_another


def test_it_is_asked_whether_the_yes_is_to_the_question_and_who_may_mean_danger_is_told_to_ring(walker: Walker) -> None:
    walker.start()
    shown = walker.type("ja vi har snakket med foreldrene") or ""
    assert "kan være svar på noe annet" in shown
    assert "Stemmer det?" in shown
    assert walker.around.text("guide.ring_first") in shown
    assert walker.place == "trygg_na"
    walker.type("ja")
    assert walker.place == "utfall_akutt"
