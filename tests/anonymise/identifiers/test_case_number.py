"""Case, journal and archive numbers."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Se sak 2024/1234 i arkivet.", "saksnummer", "2024/1234"),
    ("Sak 23/1456 er avsluttet.", "saksnummer", "23/1456"),
    ("Saksnummer: 202312345", "saksnummer", "202312345"),
    ("Journalnr. 88213/24 gjelder.", "saksnummer", "88213/24"),
    ("Vår ref. BV-2024-0817 gjelder.", "saksnummer", "BV-2024-0817"),
    ("Den nye har jeg fått som 2025-00418/3.", "saksnummer", "2025-00418/3"),
]
LEFT_ALONE = [
    "Skoleåret 24/25 er i gang.",
    "Følg § 13-2 og § 12-4 i loven.",
    "Tre av fire, altså 3/4, klarte det.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
