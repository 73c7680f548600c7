"""Exact ages; lengths of time, limits in law and age bands are left alone."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Gutn e 12, fra Trondheim, og bor hos tanta.", "alder", "12"),
    ("Elevn e 12 og går på skolen her.", "alder", "12"),
    ("Ongen e 4, og vil itj spis.", "alder", "4"),
    ("Barnet er fire år og har ikke språk.", "alder", "fire år"),
    ("10-åringen er urolig.", "alder", "10-åringen"),
    ("En femåring biter.", "alder", "femåring"),
    ("Gutt 8 år, urolig.", "alder", "8 år"),
    ("Han bor hos stesøstera på seks.", "alder", "seks"),
    ("Bonusbroren på fire biter.", "alder", "fire"),
    ("Stesønnen på åtte slår.", "alder", "åtte"),
    ("Jente 7 år utsatt for vold hjemme.", "alder", "7 år"),
    ("Barnet er 4 år utsett for omsorgssvikt.", "alder", "4 år"),
    ("Jente på 11 skulker.", "alder", "11"),
    ("Barnet (18 mnd) smiler ikke.", "alder", "18 mnd"),
    ("Han er ni.", "alder", "ni"),
    ("Hun fyller sju i vår.", "alder", "sju"),
    ("Han er født i 2014.", "alder", "2014"),
]
LEFT_ALONE = [
    "For tre år siden ble foreldrene skilt.",
    "Barn over 16 år samtykker selv.",
    "Gjelder det barn fra 12 til 16 år?",
    "Vi har ventet i 2 år på plass.",
    "De siste to årene har vært tunge.",
    "Aldersgruppen 6–9 år er stor.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
