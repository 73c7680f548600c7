"""Questions on the editors' list that ask for the same stand together."""

from __future__ import annotations

from bot.answers.grouping import grouped
from bot.answers.lexicon import Lexicon

ASKED = [
    "Kan jeg ta lydopptak av en samtale med foreldre?",
    "Hvor søker vi om skoleskyss?",
    "er det lov å ta lydopptak av samtalen med foreldra",
    "Kan eg ta lydopptak av samtale med foreldre?",
    "Hvem betaler for svømmeopplæringen?",
    "hvor søker man om skoleskyss",
]


def test_like_questions_stand_together_and_the_most_asked_comes_first(lexicon: Lexicon) -> None:
    assert grouped(ASKED, lexicon) == ((0, 2, 3), (1, 5), (4,))


def test_no_questions_give_no_groups(lexicon: Lexicon) -> None:
    assert grouped([], lexicon) == ()


def test_every_question_is_in_exactly_one_group(lexicon: Lexicon) -> None:
    many = [*ASKED, "", "😀", "?", *ASKED]
    places = [place for group in grouped(many, lexicon) for place in group]
    assert sorted(places) == list(range(len(many)))
