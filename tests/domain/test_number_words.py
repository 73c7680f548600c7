"""One list of numbers as words, for all that reads them."""

from __future__ import annotations

import pytest

from bot.domain.number_words import COUNTING, NUMBER_WORDS
from dialogs.guide.level_named import level_said
from dialogs.where.age_words import age_in_months


def test_each_word_stands_at_the_place_of_its_number() -> None:
    assert [NUMBER_WORDS[word] for word in COUNTING] == [*range(21)]


@pytest.mark.parametrize("word", [word for word, number in NUMBER_WORDS.items() if number])
def test_each_number_is_read_as_an_age(word: str) -> None:
    assert age_in_months(f"ho er {word} år") == 12 * NUMBER_WORDS[word]


def test_a_level_has_the_highest_number_three() -> None:
    said = {word: level_said(f"vi er på nivå {word}") for word in NUMBER_WORDS}
    assert {word for word, level in said.items() if level is None} == {w for w, n in NUMBER_WORDS.items() if n > 3}
    assert level_said("nivået hennes i lesing er lavt") is None
