"""One letter that stands for somebody inside a sentence or between two, and letters that number or label things."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, leaves

SOMEBODY = [
    "Etter timen kom {V.} bort og viste armene sine.",
    "Hvor lenge kan vi vente med {A.}? Hun veier 38 kilo.",
    "Er det {S.} som har merker på halsen?",
    "Husker dere {D.} fra i vår? Nå er det søsteren.",
    "Fortalte {N.} noe om far?",
    "Det ble slagsmål mellom {T} og {R} i garderoben.",
    "{T} og {R} må skilles i friminuttet.",
    "Hjemmebesøk hos {AH} avlyst, mor syk.",
    "Eg er uroa for {IM}, ho et ikkje.",
    "ringte mor til {k}, ingen svar",
    "Vi har drøftet {B.} uten navn før.",
    "- {AB}: venter på samtykke\n- {M.H.}: møte 4/3\n- {J}: avsluttet",
    "Status: {AK} – bedre, {PH} – uendret, {Ø} – verre.",
    "Snakket m {Ø.} i dag.",
    "Sendt fra {KB} til {TL}.",
    "hva gjør vi med {b}",
    "{m} sier at far slår, {m} gråter mye",
]
NOBODY = [
    "Vi går for plan B. og håper det holder.",
    "Hun fikk karakter C. og ble lei seg.",
    "Avtalen er mellom A og B, sier juristen.",
    "H og V er enige om barnehageprisen.",
    "Prøven viste E. coli, og hun mangler vitamin D.",
    "Møtet er på rom D. neste uke.",
    "Valg: A: vente. B: melde. C: drøfte.",
    "BV: meldt i går. PP: henvist.",
    "NB: husk møtet. PS: ta med kaffe.",
    "Vi kan velge plan a eller plan b, sier hun.",
    "m mor og far, m bror og søster",
]


@pytest.mark.parametrize("marked", SOMEBODY)
def test_a_letter_is_somebody(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_a_letter_that_labels_a_thing_is_nobody(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
