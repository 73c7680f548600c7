"""Two or three capitals that stand for a person."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("AM og TB krangler hver dag.", "AM"),
    ("Tidligere saksbehandler, ØBK, skrev at saken er lukket.", "ØBK"),
    ("Vi venter på svar. mvh tl", "tl"),
    ("TB & AM har låst seg inne.", "AM"),
    ("Eleven (initialer HB) har sluttet.", "HB"),
    ("elev \x27HB\x27 sier det", "HB"),
    ("Tatt imot av HKB.", "HKB"),
    ("Vi skriver MA1 og MA2 i loggen.", "MA2"),
    ("eleven hb sier at hb slår", "hb"),
    ("MB slo TH i dag.", "MB"),
    ("KM sin mamma ringte.", "KM"),
    ("Møte med LM.\n\nSamtaler hver uke.", "LM"),
    ("Det gjelder også lillesøster LK.", "LK"),
    ("Samtale m/ AH i går.", "AH"),
    ("AH/JB: møte torsdag om saken.", "JB"),
    ("Hun er LK i notatene.", "LK"),
    ("Anne Lise (AL) vil ikke inn.", "AL"),
    ("Til stede: MS, TBL, HK. TBL fortalte om uka, og MS ringer far.", "MS"),
    ("Til stede: MS, TBL, HK. TBL fortalte om uka, og MS ringer far.", "TBL"),
    ("Forfall: HH og KLR. Saken ble drøftet, og det ble enighet om å vente.", "KLR"),
    ("Møtte: AB, CDK. Vi ble enige om å snakke med far til uka.", "CDK"),
]
LEFT_ALONE = [
    "Klassen leser om CO2 og O2.",
    "BV og PPT har hvert sitt arkiv, og BV svarer ikke.",
    "PPT, BUP og NAV er orientert, møte med BV på fredag.",
    "Til stede: PPT, BUP, NAV. Møtet ble kort, og alle gikk fornøyd hjem.",
    "Ansvarlig: PPT og SFO. Vi møtes igjen til uka for å snakke om dette.",
    "Vi møtes kl 10, og eleven nr 2 venter.",
    "PPT sine folk og NAV sin mann på kontoret.",
    "Storebror PC og lillesøster TV hele natta.",
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "initialer", words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
