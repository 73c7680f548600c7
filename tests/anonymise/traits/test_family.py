"""What singles a family out: jobs, employers, rows of siblings."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Mor er rektor på skolen.", "yrke", "rektor"),
    ("Faren, som er lensmann, er streng.", "yrke", "lensmann"),
    ("Han er sønn av ordføreren.", "yrke", "ordføreren"),
    ("Mor er maskinoperatør.", "yrke", "maskinoperatør"),
    ("Mor, som er lege på St. Olavs hospital, jobber mye.", "yrke", "lege på St. Olavs hospital"),
    ("Far er lege på St. Olavs. Han er borte.", "yrke", "lege på St. Olavs"),
    ("Mor jobber på Kiwi.", "arbeidsgiver", "Kiwi"),
    ("Far jobber offshore.", "arbeidsgiver", "offshore"),
    ("Mor jobber hos Kari Traa.", "arbeidsgiver", "Kari Traa"),
    ("Mor jobber hos Bakerhuset.", "arbeidsgiver", "Bakerhuset"),
    ("Mor jobber hos Pål.", "navn", "Pål"),
    ("Mor jobber hos tante Mehrnaz.", "navn", "Mehrnaz"),
    ("De er trillinger.", "sosken", "trillinger"),
    ("Han er nummer fire av sju.", "sosken", "nummer fire av sju"),
    ("Hun har fem søsken.", "sosken", "fem søsken"),
]
LEFT_ALONE = [
    "Mor jobber på",
    "Mor er bekymret, og far jobber mye.",
    "Rektor og lege var på møtet med foreldrene.",
    "Mor arbeider natt, og far er syk.",
    "Broren henter ham hver dag.",
    "Mor er trist, og far er bortreist.",
    "Far er introvert, og mor er innom hver dag.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
