"""Names that are also ordinary words, by the place they stand in: rows, labels, introductions, opening pronouns."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("sol, emma og jonas leker sammen", "sol"),
    ("Vi har tre på gruppa: rune, stein og dag.", "dag"),
    ("tilstede: per, gry, liv og bjarne", "per"),
    ("Ansvarlig: Tone", "Tone"),
    ("Rektor er på ferie. Konstituert: Aril.", "Aril"),
    ("jeg er line og jobber i barnehage", "line"),
    ("her er even fra ppt", "even"),
    ("Læreren hennes tone er syk.", "tone"),
    ("hain jo sa at pappa slår", "jo"),
    ("hun sa til even at han lukter", "even"),
    ("Fru Haug og frk. Berg ringte.", "Berg"),
    ("n\x27Ola e sjuk", "n\x27Ola"),
    ("rektor prøvvang har ikke svart", "prøvvang"),
]
LEFT_ALONE = [
    "Dag, natt og helg er like vanskelig.",
    "Han selv sier at det går bra.",
    "Spørsmål: Kva kan vi gjere?",
    "Mål: Trygg hverdag.",
    "Kort sagt: elev, vold, rømming, ny skole.",
    "De andres matpakker forsvinner, og nissen kommer snart.",
    "Månda og onsda e det møte.",
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "navn", words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
