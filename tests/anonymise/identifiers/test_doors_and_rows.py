"""Addresses that go on after the number or have none, rows of siblings, the only one who does something, and clubs."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

ADDRESSES = [
    ("De bor i Kirkegata 14 B, kjelleren.", "Kirkegata 14 B, kjelleren"),
    ("De bor i Kirkegata 14, oppg. B.", "Kirkegata 14, oppg. B"),
    ("Mor bor i Torvgata 3 (loftet), og far i Namsos.", "Torvgata 3 (loftet"),
    ("Far leier i Parkvegen 8, nederst, til jul.", "Parkvegen 8, nederst"),
    ("Dæm bor i Litjvegen 8 oppme bomma.", "Litjvegen 8 oppme bomma"),
    ("Familien bor i Bjørkvegen, det røde huset bak butikken.", "Bjørkvegen, det røde huset bak butikken"),
    ("Vi var i Fjellvegen, tredje huset etter brua, i går.", "Fjellvegen, tredje huset etter brua"),
    ("De bor i Hagebyen, rekke 4, og trives.", "Hagebyen, rekke 4"),
    ("Barnet sover i Furulia, blokk B, hver helg.", "Furulia, blokk B"),
    ("Send brevet til c/o Olsen, Torshaugen 2.", "c/o Olsen, Torshaugen 2"),
    ("Ho har sett bilen utanfor Øyane 17.", "Øyane 17"),
    ("Vi var på hjemmebesøk i Myrane 5 i går.", "Myrane 5"),
    ("de blir kasta ut fra tiurvegen 40 på fredag", "tiurvegen 40"),
    ("han henta i haregata 7 i går", "haregata 7"),
    ("He lives in the last house on Fyrveien and we must call the school.", "last house on Fyrveien"),
    ("They moved to Sandgata, number 5 or 7, and we have not seen them since.", "Sandgata, number 5 or 7"),
]
ROWS = [
    ("Dei er brør med ti månaders mellomrom.", "brør med ti månaders mellomrom"),
    ("De er søstre med elleve måneder imellom.", "søstre med elleve måneder imellom"),
    ("Ola e eldst tå to.", "eldst tå to"),
    ("Hun er yngst av to.", "yngst av to"),
    ("De er eldst og yngst i flokken.", "eldst og yngst"),
    ("De tre i midten ble igjen hos mor.", "De tre i midten"),
    ("Mor er alene med tre barn under åtte.", "tre barn under åtte"),
    ("Guten er einebarn.", "einebarn"),
    ("Trillingsøstrene går i samme klasse.", "Trillingsøstrene"),
]
ONLY = [
    ("Hun er den eneste som ukependler til skolen.", "den eneste"),
    ("Guten er den einaste som har foreldre i politiet.", "den einaste"),
    ("Ida er den eneste som går med støttekorsett.", "den eneste"),
    ("Gutten er den eneste førskolegutten.", "den eneste førskolegutten"),
]
CLUBS = [
    ("Han spælle håndball på Fram.", "Fram"),
    ("E kjenne far hass frå skytterlaget.", "skytterlaget"),
    ("Mora er med i bygdekvinnelaget.", "bygdekvinnelaget"),
    ("Jeg er dirigent i Trønderbrass.", "Trønderbrass"),
    ("Hun spiller i Dalbrass på onsdager.", "Dalbrass"),
    ("Han kjører moped med Å-gjengen.", "Å-gjengen"),
]
LEFT_ALONE = [
    "Skoleskyss gjelder bare den ene adressen. Derfor kommer eleven sent.",
    "Familien er på hemmelig adresse. Skriv aldri hvor.",
    "Han er den eneste som ikke vil være med ut.",
    "Det eneste som hjelper, er ro.",
    "Læreren er den eneste som har nøkkel.",
    "DERSOM HAN KOMMER TIL SKOLEN, RING OSS.",
    "GI BESKJED NÅR MAMMA KOMMER TIL OSS.",
    "Eleven har nytt blåmerke, denne gangen på halsen.",
    "Det er få, og det er same vaksen heile dagen.",
    "Vi tar det med same foreldra neste veke.",
    "Møtet er på skoleveien 2 ganger i uka.",
    "De to i midten av rekka bytter plass.",
]


@pytest.mark.parametrize(("text", "words"), ADDRESSES)
def test_the_whole_way_to_the_door_is_an_address(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "adresse", words)


@pytest.mark.parametrize(("text", "words"), ROWS)
def test_a_row_of_siblings_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "sosken", words)


@pytest.mark.parametrize(("text", "words"), ONLY)
def test_the_only_one_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "eneste", words)


@pytest.mark.parametrize(("text", "words"), CLUBS)
def test_a_club_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "forening", words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
