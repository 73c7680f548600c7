"""Departments and groups in a kindergarten or a school."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Hun går på gul sone, og broren på rød sone.", "gul sone"),
    ("Hun har plass på avdeling Maurtua.", "Maurtua"),
    ("Ungen i gul base er stille.", "gul base"),
    ("Kan vi ta det opp?\nHilsen Kari, Ekornstua", "Ekornstua"),
]
LEFT_ALONE = ["Vi har gul lapp på døra.", "Hele avdelingen er med.", "Rød tråd i planen."]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "avdeling", words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
