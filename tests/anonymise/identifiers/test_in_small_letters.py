"""Addresses, numbers, dates and accounts as they are written in small letters and in speech."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("ring ikkje til garden, indre hjelle 2, før fjøset er ferdig", "adresse", "indre hjelle 2"),
    ("taxi henter i øvre granlia 27, skilt ek 30917", "adresse", "øvre granlia 27"),
    ("gul garasje skoleringen 8", "adresse", "skoleringen 8"),
    ("ny adr: c/o Kjos, Tverrgata 9 u.etg. gammel adr vet jeg ikke", "adresse", "c/o Kjos, Tverrgata 9 u.etg"),
    ("journalnummer 17-2288/kb manglar signatur", "saksnummer", "17-2288/kb"),
    ("se også sak nr. 25-118/okm. takk", "saksnummer", "25-118/okm"),
    ("noen skrev ringveien 8, 7520 hegra på lista", "adresse", "ringveien 8, 7520 hegra"),
    ("han bor i kvennveien 3 oppg. b, og gutten går dit", "adresse", "kvennveien 3 oppg. b"),
    ("vekta står i journalnr. hst 55021 fra i går", "saksnummer", "hst 55021"),
    ("bilnummeret står i mappa: «as-90 417»", "bilskilt", "as-90 417"),
    ("Han er fødd tjuesjuande juni to tusen og seksten", "fodselsdato", "tjuesjuande juni to tusen og seksten"),
    ("«Svartedronning har lagt deg til i gruppen»", "handle", "Svartedronning"),
]
LEFT = ["øvre grense 25 minutter", "vi fulgte med på den indre veggen 2 ganger"]


@pytest.mark.parametrize(("text", "kind", "expected"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, expected: str) -> None:
    finds(anonymiser, text, kind, expected)


@pytest.mark.parametrize("text", LEFT)
def test_what_looks_so_is_left(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
