"""One list of numbers as words, for all that reads them."""

from __future__ import annotations

import pytest

from bot.domain.number_words import COUNTING, NUMBER_WORDS
from dialogs.guide.level_named import level_said
from dialogs.where.age_words import age_in_months, grade_band


def test_each_word_stands_at_the_place_of_its_number() -> None:
    assert [NUMBER_WORDS[word] for word in COUNTING] == [*range(21)]


@pytest.mark.parametrize("word", [word for word, number in NUMBER_WORDS.items() if number])
def test_each_number_is_read_as_an_age(word: str) -> None:
    assert age_in_months(f"ho er {word} år") == 12 * NUMBER_WORDS[word]


def test_a_level_has_the_highest_number_three() -> None:
    said = {word: level_said(f"vi er på nivå {word}") for word in NUMBER_WORDS}
    assert {word for word, level in said.items() if level is None} == {w for w, n in NUMBER_WORDS.items() if n > 3}
    assert level_said("nivået hennes i lesing er lavt") is None


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("gut 14 år, fråvær i ein månad", 14),
        ("fravær en måned, 14 år", 14),
        ("mobbing i to år, eleven er 12 år", 12),
        ("foreldra skilde for to år sidan, ho er ti år", 10),
        ("borte de siste 3 månedene, 8 år", 8),
        ("gutt i 15-årsalderen", 15),
    ],
)
def test_how_long_something_has_lasted_is_no_age(said: str, years: int) -> None:
    assert age_in_months(said) == 12 * years


def test_one_is_an_age_where_no_other_is_told() -> None:
    assert age_in_months("en åring") == age_in_months("et barn på et år") == 12
    assert age_in_months("borte i to måneder") is None


def test_other_classes_are_no_second_grade() -> None:
    assert grade_band("mobbing i andre klasser") is None
    assert grade_band("de andre klassekameratene") is None
    assert grade_band("andre klasse") == grade_band("2. klassen") == "6-9"
