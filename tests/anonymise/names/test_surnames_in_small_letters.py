"""Whole names in small letters: surnames no list holds, two of them, an initial, half a given name."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

HIDDEN = [
    "{anne-gro hestvold} ringte i går",
    "{pål-erik mo} har ansvaret",
    "{iselin morkved}, 10. trinn, er borte",
    "{isabella mørk aune} har begynt i 1a",
    "{benedikte skjølsvold aune} er hentet",
    "{elvira nygjerd} på 5. trinn",
    "{kolbein rø} på vegne av dottera",
    "{ingeborg hovdenakk} (mormor) henter",
    "{vilde s.} møtte ikke",
    "{line m.}: nei, men søsteren kom",
    "{teodor n}, han skulle hatt time",
    "fosterfar er {stein haugerud}",
    "fru {hammerseng} ringte",
    "avd.leder {e. strømsnes} skrev det",
]
NOBODY = [
    "vi er per s. 12 i boka",
    "5 per m. er nok",
    "fru dyrlegen kommer",
    "han jo bjørnen vi så",
    "tale s. 4 i heftet",
    "a. bekken er kald b. stranda er fin",
]


@pytest.mark.parametrize("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
