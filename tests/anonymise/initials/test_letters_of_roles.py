"""Capitals that a role beside them or the head of a note makes a person, and those that are an office or a program."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

HIDDEN = [
    "Adm. notat / {TMK}: Mor ringte og avlyste møtet.",
    "Journalnotat / {ERH}: samtale med far. Han møter ikke.",
    "Telefonnotat {KMF}: mor sier nei til tiltak.",
    "Telefonnotat, {KMF}: mor sier nei til tiltak.",
    "Referat / {HVN}. Til stede var to fra PPT.",
    "notat / {tlj}: mor ringte",
    "Loggbok / {KNS}: urolig natt.",
    "Journal ved {TSL}: ingen endring.",
    "{RKH} 4/12: Barnet var stille i timen.",
    "Saksbeh.: {OFS}",
    "Sbh. {TLN} følger opp mor.",
    "Saksbehandler {TLN} følger opp mor.",
    "Miljøterapeut {GRB} fulgte ham hjem.",
    "Deltok: {KS} (koordinator), {PB} (PPT), {MHL} (mor). {PB} tar referat.",
    "Møtte: {TV} (rektor), {PC} (kontaktlærer), {AKM} (mor).",
    "Til stede: {KS} koordinator, {PB} fra PPT, {MHL} mor.",
    "Deltakere: {KS}, {PB}, {MHL} og mor.",
    "{NB} (far) og {TV} (mor) var enige.",
    "{PS} (eleven) ville ikke snakke.",
    "{NB} (15 år) kom alene.",
    "Ansvarsgruppe: {PP} (PPT), {ML} (mor), {AS} (BUP).",
    "tilstede: {ks} (koordinator), {pb} (ppt), {mhl} (mor)",
    "møtereferat. til stede: {ks} (lærer), {mn} (mor), {tj} (sfo)",
]
NOBODY = [
    "Notat / PPT: Mor ringte og avlyste møtet.",
    "Journalnotat / BUP: samtale med foreldre. De møter ikke.",
    "Notat v/ SFO: vi mangler to voksne.",
    "Skrevet av PPT, korrektur neste uke.",
    "Skjema / IOP: hvor lenge gjelder den?",
    "Logg / ROS: hva må med?",
    "Journal i HSPRO: hvordan skriver vi ut?",
    "HMS 4/12: vernerunde.",
    "IKT 4/12: systemet er nede.",
    "14.11, SFO: planleggingsdag.",
    "Kontaktlærer VGS har egne rutiner.",
    "Leder BFT har svart at vi må vente.",
    "PPT (rådgiver) og BUP (behandler) kommer.",
    "BV (saksbehandler) ringer tilbake.",
    "IKT (veileder) hjelper oss.",
    "Vi bruker TV (skjerm), PC (bærbar) og SMS (varsling).",
    "KS (koordinerende enhet) har laget mal.",
    "Deltok: BUP, PPT, NAV og skolen. PPT tar referat.",
    "PPT (PSYKOLOG) OG BUP (LEGE) KOMMER I MORGEN",
]


@pytest.mark.parametrize("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
