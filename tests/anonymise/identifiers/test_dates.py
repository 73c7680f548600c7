"""Exact dates; a date someone was born is direct. Months, weeks and clock times are left alone."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Født 12.03.2014 på sykehus.", "fodselsdato", "12.03.2014"),
    ("f. 120314", "fodselsdato", "120314"),
    ("Hun er født 12052012 og bor hos mor.", "fodselsdato", "12052012"),
    ("Født 1205-2012", "fodselsdato", "1205-2012"),
    ("Møtet var 12 05 2012.", "dato", "12 05 2012"),
    ("Barnet er født 3. september 2016.", "fodselsdato", "3. september 2016"),
    ("Emil (12.03.2014) slår.", "fodselsdato", "12.03.2014"),
    ("Det skjedde 3. mai.", "dato", "3. mai"),
    ("Hun er født første påskedag i 2015.", "fodselsdato", "første påskedag i 2015"),
    ("Født enogtredevte i tolvte nittenåttifire", "fodselsdato", "enogtredevte i tolvte nittenåttifire"),
    ("Bursdagen er tolvte i tolvte", "fodselsdato", "tolvte i tolvte"),
    ("Det skjedde den fireogtyvende desember.", "dato", "fireogtyvende desember"),
    ("Siden andre juledag har det vært ille.", "dato", "andre juledag"),
    ("Den femtende mars var det møte.", "dato", "femtende mars"),
    ("Møtet 15/9 ble avlyst.", "dato", "15/9"),
    ("Fra 2025-11-05 av", "dato", "2025-11-05"),
    ("Fredag 13. oktober var hun borte.", "dato", "13. oktober"),
    ("SMS fra mor 20.11: Ikke la ham hente.", "dato", "20.11"),
    ("Ringte far 3.12, han svarte ikke.", "dato", "3.12"),
    ("Ny avtale med BUP: fem. februar.", "dato", "fem. februar"),
]
LEFT_ALONE = [
    "Mor ringte 14.10 og 15.20.",
    "Far kom 20.15 til samtalen.",
    "Vi har prøvd tre. Mai er travel for alle.",
    "Se versjon 2.11 av planen.",
    "I mars og i uke 42 var det bedre.",
    "Møtet er kl. 14.15 hver tirsdag.",
    "Vi har tilbud hele døgnet, 24/7.",
    "Tallene gjelder 2010–2024 og 2011 2012.",
    "Fraværet økte etter jul og før påske.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
