"""Numbers of staff and patients behind their word, user names with a full stop inside, and a whole date in words."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

HIDDEN = [
    "Vikaren har HPR {8834127} og er godkjent.",
    "HPR: {8834127} står i epikrisen.",
    "hpr-nr. {7712345}, vernepleier",
    "Pasient {448812} har ikke møtt til time.",
    "Klienten {20931} i vårt system.",
    "Kjøp av snus går gjennom {snuskongen.stord} hver fredag.",
    "De kjøper vape på {vapelord.tynset} og henter bak skolen.",
    "Ho vart kontakta av {drage.88x} inne i spelet.",
    "videoene ligger på tiktok under {gutten.med.hatten2} nå",
    "Han ble kontakta av {bare.meg.her} på snap.",
    "Født den {femte mars to tusen og femten}, kom alene.",
    "Bursdagen hans er den {nittende oktober to tusen og elleve}.",
]
NOBODY = [
    "Hun er på skolen.mor ringte i går.",
    "Han gikk fra bussen.hjemme var det ingen.",
    "Se på pkt.3b i planen, og kap.4a.",
    "Han går på vgs.nå er det slutt.",
    "Vi har 12 elever og bruker 20000 kr på dette.",
    "Det koster 15000 kr per elev, og elev 20000 kr på det meste.",
]


@pytest.mark.parametrize("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
