"""Who is asked about in small letters is so as a whole: with the letter, the surname, and what stands before."""

import pytest

from bot.anonymise import Anonymiser

WHOLE = [
    ("i stafettloggen står det tone l., men hun har sluttet", "tone l."),
    ("kl 10 aksel, kl 11 aksel m. det er to stykker", "aksel m."),
    ("hvem er s. bekken? det står på lappen", "s. bekken"),
    ("far er borte og mor er innlagt, så dag even bor hos farmor", "dag even"),
    ("ska vi ta opp jo even på torsdan", "jo even"),
    ("tolken tone nordfjellmark", "tone nordfjellmark"),
]
NO_MORE = [
    ("gutane var på tur i går, i dag even", "even"),
]


@pytest.mark.parametrize(("text", "whole"), WHOLE)
def test_the_whole_name_is_asked_about(anonymiser: Anonymiser, text: str, whole: str) -> None:
    assert whole in [text[f.start : f.end] for f in anonymiser.find(text)]


@pytest.mark.parametrize(("text", "name"), NO_MORE)
def test_a_small_word_before_it_is_none_of_it(anonymiser: Anonymiser, text: str, name: str) -> None:
    found = [text[f.start : f.end] for f in anonymiser.find(text)]
    assert all(one == name for one in found)
