"""Grades and classes; stages, paragraphs and the old chapter 9 A are left alone."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Emil på 6. trinn slår.", "trinn", "6. trinn"),
    ("Hun går i sjuende klasse.", "trinn", "sjuende klasse"),
    ("Tredjeklassingen kan ikke lese.", "trinn", "Tredjeklassingen"),
    ("Gutten går i 7b.", "klasse", "7b"),
    ("Hun går i 10 C nå.", "klasse", "10 C"),
    ("Han går på vg2 bygg.", "trinn", "vg2"),
    ("Sonen hans på tredje byrja å halde seg for øyra.", "trinn", "tredje"),
    ("Guten er snill. Han e i andre.", "trinn", "andre"),
    ("Nå vil hele åttende ha det sånn.", "trinn", "åttende"),
    ("Jenta i fjerde tisser på seg.", "trinn", "fjerde"),
    ("Læreren på andre vet ikke hva hun skal gjøre.", "trinn", "andre"),
    ("En jente i niende og en i tiende slåss.", "trinn", "tiende"),
    ("Gutten i avgangsklassen selger snus.", "trinn", "avgangsklassen"),
]
LEFT_ALONE = [
    "Skjema 4B skal fylles ut av begge.",
    "Det er uro på mellomtrinnet og ungdomstrinnet.",
    "Eleven har 9A-sak etter kapittel 9 A.",
    "Elever på 5.–7. trinn har svart.",
    "Språknivået er B2, ikke A1.",
    "Barna i andre klasser slår.",
    "Gutten i første rekke lo.",
    "Jenta på andre siden av gata lo.",
    "Læreren i femte og sjette time lo.",
    "Hun er i første trimester.",
    "Se punkt 4b og § 2 a i planen.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
