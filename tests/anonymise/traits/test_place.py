"""Local places and origins; Trøndelag, the regional hospital and school subjects are left alone."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Familien bor i Stugudal nå.", "sted", "Stugudal"),
    ("dem flytta te stugudal", "sted", "stugudal"),
    ("Far bor på Ler, mor på Kvål.", "sted", "Ler"),
    ("De kom fra Eritrea i fjor.", "opprinnelse", "Eritrea"),
    ("Foreldrene er polske.", "opprinnelse", "polske"),
    ("De snakker tigrinja hjemme.", "opprinnelse", "tigrinja"),
]
LEFT_ALONE = [
    "Han er i Trøndelag, og var på St. Olavs hospital.",
    "Eleven har spansk og engelsk som fag, og norsk er vanskelig.",
    "Hun ler mye og er glad i sola.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
