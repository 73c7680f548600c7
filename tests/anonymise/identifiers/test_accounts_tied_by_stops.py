"""User names of words and figures tied by full stops, and days, points and things that are called something."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

HIDDEN = [
    "Elevene har laget en gruppe som heter {jentene.hater.29}.",
    "Han skriv som {mørk.natt.12} på nett.",
    "Meldingene kommer fra {glad.gutt.2009}.",
    "De kaller seg {gutta.boys.09} og filmer slagsmål.",
    "Sida {jenter.rangert.25} har bilete av ti elevar.",
    "Brukeren {trist_jente_08} har lagt ut mykje.",
    "en gruppe som heiter {vi.hater.ho.2010}",
]
NOBODY = [
    "Kl.14.30 i rom.24 er det møte.",
    "Han slo.Gråt.12 ganger på rad.",
    "Vi møtes fredag.12.des på skolen.",
    "Jf.pkt.3.2 i planen.",
    "Se kap.2.avsn.14 i boka.",
    "Prisen er ca.kr.200 per barn.",
    "Frist: 14.des.2024.",
    "Gruppa heter 8.trinn.2024 på Teams.",
    "Gruppen heter Foreldre 5B på Facebook.",
    "Kapittelet heter Språk og lek.",
]


@pytest.mark.parametrize("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
