"""Phone numbers in figures and words; public short numbers are no secret."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Ring 41234567 i dag.", "telefon", "41234567"),
    ("Mor (412 34 567) er med.", "telefon", "412 34 567"),
    ("tlf. 73.90.12.34", "telefon", "73.90.12.34"),
    ("+47 412 34 567", "telefon", "+47 412 34 567"),
    ("0047-41234567", "telefon", "0047-41234567"),
    ("Nummeret er +46 70 123 45 67", "telefon", "+46 70 123 45 67"),
    ("4 1 2 3 4 5 6 7", "telefon", "4 1 2 3 4 5 6 7"),
    ("Han sa fire en to tre fire fem seks sju til slutt.", "telefon", "fire en to tre fire fem seks sju"),
]
LEFT_ALONE = [
    "Han har ny mobil til 15 000. Ingen vet hvorfor.",
    "Ring 113, 116 111 eller 116 117.",
    "Hun teller en to tre fire fem seks sju.",
    "Skoleåret 2024/2025 var bra.",
    "Vi møtes 14.00-15.30 hver uke.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize("text", ["Ring 800 33 321 hele døgnet.", "Mental Helse svarer på 815 33 300."])
def test_the_free_numbers_of_services_are_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert [f for f in anonymiser.find(text) if f.type == "telefon"] == []
