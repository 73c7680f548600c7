"""Street addresses; a number after a level, a week or a grade is no address."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Bor i Storgata 12.", "adresse", "Storgata 12"),
    ("bor i kirkevegen 4b nå", "adresse", "kirkevegen 4b"),
    ("Nedre Hagamyra 22, 7580 Selbu", "adresse", "Nedre Hagamyra 22, 7580 Selbu"),
    ("Bor i Bjarne Berntsens veg 8.", "adresse", "Bjarne Berntsens veg 8"),
    ("De har flyttet til Haugen 3, vet vi.", "adresse", "Haugen 3"),
    ("Gnr. 45 bnr. 12 er gården.", "adresse", "Gnr. 45 bnr. 12"),
    ("Adr: Øvre Bakken, og ring først.", "adresse", "Øvre Bakken"),
    ("De bor midlertidig på Hotell Bakkegården, rom 214.", "adresse", "Hotell Bakkegården, rom 214"),
    ("Dei bur på Nordre Aune.", "adresse", "Nordre Aune"),
    ("Huset ligger på 63.4689, 10.9176 på kartet.", "adresse", "63.4689, 10.9176"),
    ("Adresse Furuprøva 77, 4017.", "adresse", "Furuprøva 77, 4017"),
    ("Vi møtes i Testveien 4, 2026.", "adresse", "Testveien 4"),
    ("Postboks 12, 7581 Selbu", "adresse", "Postboks 12, 7581 Selbu"),
]
LEFT_ALONE = [
    "3. Semje om at han kan dusje heime ut året.\n4. Nytt møte i januar.",
    "Møtet er i uke 42, på nivå 2.",
    "Handlingsveilederen nivå 0 er gjort.",
    "Skoleveien 2 ganger om dagen er tung.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
