"""User names that are ordinary words, and what is told of accounts and of who uses them, which is no name."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

HIDDEN = [
    "Snapen hennes heter {månestråle}.",
    "Profilen heter {enhjørning}.",
    "På snap heter hun {solskinnsjenta}, sier de.",
    "På Jodel er hun {dragekriger}.",
    "Han spiller som {dragekriger} på Fortnite.",
    "Discord-navnet hans er {ulven}.",
    "nettnavn: {mørkeprinsen}",
    "psn-id: {ulven}",
    "i spillet heter han {Mørke Måne}",
    "på messenger heter han {kongen kong}",
    "Han kaller seg {Gaming med Olve} på Twitch.",
    "YouTube-kanalen hans heter {Gaming med Olve}.",
    "Kontoen {dragekriger} legger ut bilder av henne.",
    "Roblox-brukeren {dragekriger} truet ham.",
    "Snapen hennes er {ulven}.",
    "fikk melding fra {BlokkBjarte} på Instagram",
    "steam {HeadshotHarry}",
    "Han logger inn som {BlokkBjarte}.",
    "Jenta er {zombiefrø} på Roblox.",
    "Hun er {rosablogger} på nett.",
]
NOBODY = [
    "Profilen er privat, og kontoen er nyopprettet.",
    "Kontoen er aldersbegrenset.",
    "Han er aktiv på Discord og flink i Minecraft.",
    "Hun er utrygg på nett.",
    "Brukeren er hjemmeboende og uføretrygda.",
    "Brukeren er storrøyker.",
    "Hva gjør vi når elever er stygge på snap?",
    "På snap er jentene stygge mot hverandre.",
    "Han er kjent som bråkmaker på nett.",
    "Norsk: skriver med IntoWords.",
    "Discord: aldersgrensa er tretten år.",
    "Kontoen hans ble hacket, og brukernavnet er glemt.",
    "Spillet heter det samme overalt.",
    "På nett kalles hun hore.",
    "Eleven er redd i aktivitetskroken.",
]


@pytest.mark.parametrize("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
