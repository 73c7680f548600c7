"""Addresses whose road is a place and no road, in any case, and what only looks like one."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

HIDDEN = [
    "Politiet var på {Myrane 8} i går.",
    "Familien på {Bakkane 14} svarar ikkje.",
    "Naboen på {Hagane 3 B} ringte om skrik.",
    "vi var på {myrane 8} i går",
    "han bor øverst i {kleiva 41}",
    "Bolig: {Kleiva 41} i kjelleren",
    "Henteadresse: {Lia 4}",
    "vi var i {nordre gate 14} og ringte på",
    "kjør til {Åsen 44} og sving inn",
    "Hun er registrert på {Fjellro, 7580} men bor et annet sted.",
]
NOBODY = [
    "De leker i bakkene 3 ganger i uka.",
    "Vi tar bussen fra Bergen 12. mai.",
    "Vi har lest side 14 og kjørt til trinn 4.",
    "Kjøring til rom 44 er ikke mulig, og hent på plass 3.",
    "Se nye plass 2 ganger om dagen.",
]


@pytest.mark.parametrize("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
