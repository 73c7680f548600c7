"""Small places that are called as ordinary things: in small letters they are places where something shows one."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import leaves

PLACES = [
    ("familien bor på neset", "neset"),
    ("de flytta til stubban i fjor", "stubban"),
    ("far har hytte ved fossan", "fossan"),
    ("hun går på skolen i sona", "sona"),
    ("jenta fra stubban slår", "stubban"),
    ("gutten er frå grova", "grova"),
    ("han kommer fra mæra og går i 7b", "mæra"),
    ("han er hos bestemor på stubban", "stubban"),
    ("Familien er fra Stubban. På stubban er det få barn.", "stubban"),
    ("Jeg møtte dem på Neset.", "Neset"),
    ("var med på tur på sona i går", "sona"),
    ("ungene i hegra leker sammen", "hegra"),
    ("vi var på hjemmebesøk på brekka i går", "brekka"),
    ("de holder til på stubban", "stubban"),
    ("han sykler hjem til grova", "grova"),
    ("mor kjører ham til brenna hver dag", "brenna"),
    ("han tar bussen fra stubban", "stubban"),
    ("hun er ofte på rolset om kvelden", "rolset"),
]
THINGS = [
    "han slo seg på neset sitt",
    "hun blør fra neset og vil hjem",
    "barnet er redd i sona si",
    "hun er ute av sona",
    "de satt på stubban og venta",
    "han balanserer på stubban i skogen",
    "hesten sto ved mæra og føllet",
    "melken til mæra ble sur",
    "de vassa i grova ved skolen",
    "ungene leker ved fossan i skogen",
    "han følger etter henne til grova ved skolen",
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_place_is_found_by_what_stands_beside_it(anonymiser: Anonymiser, text: str, place: str) -> None:
    assert any(text[one.start : one.end] == place for one in anonymiser.find(text))


@pytest.mark.parametrize("text", THINGS)
def test_a_thing_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
