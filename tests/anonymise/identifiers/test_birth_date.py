"""Dates of birth however they are parted; weights, weeks, clock times and guests behind the same words are none."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds

FOUND = [
    ("Jenta er født 12,03,14.", "12,03,14"),
    ("født 12, 3, 2014", "12, 3, 2014"),
    ("fdato 12_03_2014", "12_03_2014"),
    ("f. 12 / 3 / 2014", "12 / 3 / 2014"),
    ("f 12 3 14", "12 3 14"),
    ("Født på St. Olavs 12:03:2014.", "12:03:2014"),
    ("fødselsdatoen hennes er 12 - 3 - 2014", "12 - 3 - 2014"),
    ("Han kom til verden 12. i tredje 2014.", "12. i tredje 2014"),
    ("fødd den 12. i 3. 2014", "12. i 3. 2014"),
    ("født 12.III.2014", "12.III.2014"),
    ("født tolvte mars fjorten", "tolvte mars fjorten"),
    ("bursdagen hans er 12. mars i 2014", "12. mars i 2014"),
    ("dob March 12, 2014", "March 12, 2014"),
]
NONE = [
    "Født 3 uker for tidlig, 2 500 gram.",
    "Født i uke 28, 1 200 gram.",
    "Født kl 10:12, 45 cm.",
    "Bursdag kl 12-14, 30 unger er bedt.",
    "Bursdag fra 12 til 14, 10 barn.",
    "Søsken født i 2012, 2014 og 2016.",
    "Født 31-13-14 står det, men det er feil.",
]


@pytest.mark.parametrize(("text", "date"), FOUND)
def test_a_date_of_birth_is_found(anonymiser: Anonymiser, text: str, date: str) -> None:
    finds(anonymiser, text, "fodselsdato", date)


@pytest.mark.parametrize("text", NONE)
def test_other_figures_are_none(anonymiser: Anonymiser, text: str) -> None:
    assert not [finding for finding in anonymiser.find(text) if finding.type == "fodselsdato"]
