"""One or two letters where only somebody can stand, without a full stop to show it."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

SOMEBODY = [
    ("mor til e, altså hun som ringte", "e"),
    ("hun skrev «jeg orker ikke, hilsen m» på lappen", "m"),
    ("jeg er faren til m (9 år) og lurer", "m"),
    ("n (gutt) og v (jente) sloss om samme stol", "v"),
    ("sak 1: e. (gutt). sak 2: t. (jente).", "e"),
    ("s, 8 år: sovner ikke før midnatt", "s"),
    ("j's mor vil ikke at vi skriver ned noe", "j"),
    ("eleven (heretter kalla ø.) gjekk ut av timen", "ø"),
    ("ts informerer foreldrene, tolken er booket", "ts"),
    ("ts sier at møtet er flyttet", "ts"),
    ("deltakere: ah, ts, rektor", "ts"),
    ("da mor gikk ut sa hun ingenting /gl", "gl"),
    ("Me er uroa for J-M, som ikkje har vore ute av rommet", "J-M"),
    ("å no tør itj ho HB gå på skolen", "HB"),
]
NOBODY = [
    "vi fikk brev fra mor til en av elevene",
    "bv informerer foreldrene",
    "vedtak a, 8 år etter at det kom",
    "han BUP viste til har sluttet",
    "vi er redde for A-B-C-modellen",
]


@pytest.mark.parametrize(("text", "letters"), SOMEBODY)
def test_they_are_somebody(anonymiser: Anonymiser, text: str, letters: str) -> None:
    finds(anonymiser, text, "initialer", letters)


@pytest.mark.parametrize("text", NOBODY)
def test_the_same_as_a_word_is_left(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
