"""Who signs a text: a name or letters as its last words."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Hun er stille. Hva gjør vi? Storm", "navn", "Storm"),
    ("Vi vet ikke hva vi skal gjøre. Liv, helsestasjonen", "navn", "Liv"),
    ("Vi trenger råd. Are, SFO", "navn", "Are"),
    ("Det gjelder en gutt.\nEven", "navn", "Even"),
    ("Hva gjør vi? Storm\n\nSier at skolen er kjedelig.", "navn", "Storm"),
    ("vil ikke snakke med oss. hilsen ola p", "navn", "ola p"),
    ("vi er redd for det. hilsen rb på kontoret", "initialer", "rb"),
    ("kan dere ringe? mvh tl, sfo", "initialer", "tl"),
    ("Signert: hk/elm. Neste møte er mandag.", "initialer", "elm"),
    ("Ringer tilbake i morgen. /tbl", "initialer", "tbl"),
    ("He has been away from school for three weeks. Can we talk tomorrow? Sue", "navn", "Sue"),
]
LEFT_ALONE = [
    "Han er stille. Takk",
    "Kan dere hjelpe? Hilsen",
    "Vi lurer på det. Hilsen læreren",
    "Vi lurer på det. hilsen mor",
    "Hva skal vi gjøre? Bekymret",
    "Takk for hjelpen! Ha en fin helg. Hei",
    "Det går helt greit. Supert",
    "hilsen vi på skolen",
    "Signert: mor. Det kommer på sms/mail.",
    "Takk for hjelpen. /mor",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
