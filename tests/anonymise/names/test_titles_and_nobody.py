"""Names behind titles in small letters, what a role is called by, and words that only look like names."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, names_nobody

FOUND = [
    ("møtte: mor v/ seg selv, far v/ advokat rossvoll", "navn", "rossvoll"),
    ("Mamma = Zuzanna. Stefar = «Bamsen». Bor = usikkert.", "kallenavn", "Bamsen"),
]
ASKED = [
    ("Sjå no te Stumpen. Han står ute i regnet å venta.", "Stumpen"),
    ("«Hugs å gi Jonar medisin kl. 12», står det på lappen", "Jonar"),
]
NOBODY = [
    "jeg trodde det var etternavnet til bestemor",
    "fire jenter på do gråter bak døra",
    "Får'kji onge lov te å sea nei ti samlingsstund'n?",
    "Han snakker i ett om vikinger, om Odin, Tor og Balder.",
    "Ross Greene sier barn gjør det bra hvis de kan.",
    "Eg vil vite kva lova seier.",
    "Noen bruker Stopp, tenk, gjør.",
    "Noen sier tegn til tale, noen sier Bliss.",
]


@pytest.mark.parametrize(("text", "kind", "expected"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, expected: str) -> None:
    finds(anonymiser, text, kind, expected)


@pytest.mark.parametrize(("text", "word"), ASKED)
def test_it_is_asked_about(anonymiser: Anonymiser, text: str, word: str) -> None:
    assert word in [text[f.start : f.end] for f in anonymiser.find(text)]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@pytest.mark.parametrize(
    "text", ["Barnet er redd for storm, torden og høye lyder.", "Dere kan kalle meg hva dere vil."]
)
def test_nothing_is_asked_about(anonymiser: Anonymiser, text: str) -> None:
    assert not anonymiser.find(text)
