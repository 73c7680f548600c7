"""Families told in small letters by a surname no list holds, and what only looks so; cars by who is fetched in them."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import asks_about_just, hides_just

HIDDEN = [
    "familien {ahlstrøm-yeboah} har hatt sju saksbehandlere",
    "ble hentet full etter cup av onkel i {ab 12 407}",
    "brukernavn {_mia.borte}",
]
ASKED = [
    "{dalsaune-gutten} slo igjen",
    "{gebrezgabiher-ungene} kom uten mat",
    "det ble bråk da {stångberg-familien} flyttet",
]
NOBODY = [
    "roblox-guttene krangler",
    "fortnite-jentene er sure",
    "emo-jentene sitter for seg selv",
    "bup-barna venter lenge",
    "familien far-barn er en gruppe",
    "ble hentet kl ti i 12 000 kr",
    "400 mikrogram folat til ei gravid",
]


@pytest.mark.parametrize("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("marked", ASKED)
def test_it_is_asked_about(anonymiser: Anonymiser, marked: str) -> None:
    asks_about_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    asks_about_just(anonymiser, text)
