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
    "underskrift {iris dalbu}.",
    "vi så {astrid oterklev} ved porten",
    "mor til {kari mo}, ring henne",
    "fastlegen, {kjartan oppheim}, har ikke svart",
    "kan noen hjelpe {arash moharriz}?",
    "sosiallærer {l. brattland} ringte",
    "brev fra {r. kvernlund} i går",
    "jeg snakka med {f. lundmark} i dag",
    "hos {o. brattvoll} er det rotete",
    "hun heter {tiril oa}",
    "levere mappa på {sølvi bratt} til barnevernet",
    "mor: {line b. kvernstad}, ringte",
    "kons hst. {sunniva k-b}, 10. tr",
    "den siste som så henne var {jørgen o} som venter",
    "no har {kristian a} fått ny telefon",
    "{elias o} sk ha tablett",
    "vakthavende {ø. rønnestad} noterte",
    "læreren {brattland} var sint",
    "mor {forbregd} ringte",
    "familien {midtsian} flyttet i går",
]
NOBODY = [
    "vi er per s. 12 i boka",
    "5 per m. er nok",
    "fru dyrlegen kommer",
    "han jo bjørnen vi så",
    "tale s. 4 i heftet",
    "a. bekken er kald b. stranda er fin",
    "vi drar på skoletur til byen",
    "huset v. storbakken brant",
    "se pkt. a. barnehagen skal varsle",
    "ta med ca. 3 lag m. ullsokker",
    "familien fraflyttet har sagt fra",
    "familien sliter og er redd",
    "mor strever hjemme",
]


@pytest.mark.parametrize("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
