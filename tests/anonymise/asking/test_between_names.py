"""Who stands between two people in a row is somebody as well; a role, a time or what they do is not."""

import pytest

from bot.anonymise import Anonymiser

SOMEBODY = [
    ("goffen, plomma og snutten har laget en klubb", "plomma"),
    ("siste: mia, e og trollet har fått time", "e"),
    ("mikkemus = mikkel andreas, bare så du skjønner referatet", "mikkemus"),
    ("lekte med jonas, storm og hedda i går", "storm"),
]
NOBODY = [
    ("Emma, mor og Jonas kom.", "mor"),
    ("mor = Zuzanna, ansvar = Tekle", "ansvar"),
    ("Emma, i og Jonas", "i"),
]


@pytest.mark.parametrize(("text", "word"), SOMEBODY)
def test_who_stands_between_two_is_asked_about(anonymiser: Anonymiser, text: str, word: str) -> None:
    assert word in [text[f.start : f.end] for f in anonymiser.find(text)]


@pytest.mark.parametrize(("text", "word"), NOBODY)
def test_a_role_between_two_is_left(anonymiser: Anonymiser, text: str, word: str) -> None:
    assert word not in [text[f.start : f.end] for f in anonymiser.find(text)]
