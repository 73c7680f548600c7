"""Initials in small letters where notes have them, and what stands there and is none."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

HIDDEN = [
    "Vi trenger svar fort, mvh\n{m.s}",
    "Ring meg i morgen.\n{tk}",
    "Helsing {a}.",
    "jeg ({lm}) tok samtalen",
    "guten ({e}) seier lite",
    "kontaktlærer {hb} er orientert",
    "til stede: {lm}, {ob}, {th}",
    "ps det gjelder {eb}",
    "saken til {t-m} er ny",
    "familien {el amrani} svarer ikke",
    "{umm salma} kom i går",
]
NOBODY = [
    "Ring meg i morgen.\nok",
    "Møtet er kl 12 med lærer kl 10 i stedet.",
    "Det gjelder alt.",
    "Hun er hos ppt, og rektor tlf er ny.",
    "Vi må ha el eller gass på hytta.",
    "Hilsen oss",
    "Til stede: vi to og de tre.",
]


@pytest.mark.parametrize("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
