"""Ages and flocks of children told in passing, and compounds of short words that are nobody."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

AGES = [
    ("Guten e seks veka, og dæm hadd'n i et kaldt rom.", "seks veka"),
    ("Jenta er ti uker og blir ofte liggende alene.", "ti uker"),
    ("Ringde om ei gravid på 17 som bur i campingbil.", "17"),
    ("Hun er gravid på 16 og vil ikke at noen skal vite det.", "16"),
    ("En enslig mindreårig, 16, har sluttet å møte.", "16"),
    ("Flyktningen, 15, bor hos en onkel.", "15"),
    ("ronny som han heter er 17 og har sovet på gulvet", "17"),
    ("Gutten i baksetet var rundt sju.", "sju"),
    ("She was adopted at six and never settled.", "six"),
]
FLOCKS = [
    ("De er fjorten stykker i ett hus.", "fjorten stykker"),
    ("Dæm bor ni stykka i en leilighet.", "ni stykka"),
    ("His three children are alone at night.", "three children"),
    ("Alle fem barna sover i stua.", "fem barna"),
]
NOTHING = [
    "Kurset varer i seks uker.",
    "Hun er i uke 17 av svangerskapet.",
    "Vi er tolv stykker på jobb.",
    "Ventetida er ti uker.",
    "Alle fem barna på gruppa trenger hvile.",
]


@pytest.mark.parametrize(("text", "words"), AGES)
def test_an_age_told_in_passing_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "alder", words)


@pytest.mark.parametrize(("text", "words"), FLOCKS)
def test_a_flock_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "sosken", words)


@pytest.mark.parametrize("text", NOTHING)
def test_other_numbers_and_words_are_left(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
