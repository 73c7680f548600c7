"""More ways to tell a trait in passing: a marriage, a title, a language few speak, an age just reached, a band."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Mor er gift med ein sauebonde.", "yrke", "sauebonde"),
    ("Faren er yrkesmilitær og er mye borte.", "yrke", "yrkesmilitær"),
    ("Stefaren er kommunepolitiker.", "yrke", "kommunepolitiker"),
    ("Familien driver en pizzarestaurant.", "arbeidsgiver", "pizzarestaurant"),
    ("hun er nettopp fylt fire", "alder", "fire"),
    ("Ho vart 13 i går.", "alder", "13"),
    ("Samtale med mor 17.2 om søvn", "dato", "17.2"),
    ("Ny hendelse 05.09: slo.", "dato", "05.09"),
    ("Hun er nummer tre i søskenflokken.", "sosken", "nummer tre i søskenflokken"),
    ("hei, gutten på Knøttene er sint", "avdeling", "Knøttene"),
    ("Hun spiller i korpset.", "forening", "korpset"),
    ("Mor snakker twi.", "opprinnelse", "twi"),
    ("De snakker kinyarwanda hjemme.", "opprinnelse", "kinyarwanda"),
]
LEFT_ALONE = [
    "Når barnet fyller 16 år, bestemmer det selv.",
    "Hun jobber på tide og sted.",
    "Jenta på TikTok lo.",
    "Barnet på Teams var blid.",
    "Møte kl 9.10 i morgen.",
    "Vi er enige med lege og rektor.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
