"""What looks like a name and is nobody: English in a Norwegian text, gods of a school project, brands, dialect."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds
from tests.each import each

NOBODY = [
    "far er even more worried, som han selv sa på engelsk",
    "mor skriver på engelsk: please call me when he is ready",
    "det er en win win løsning for alle",
    "ei jinnt som itj vil snakk",
    "en flinkis som trenger utfordring",
    "han er redd for viftå på do",
    "Va'tj han hjemme?",
    "Ska'tj vi vent litt?",
    "Ha’tj dåkk fått svar?",
    "ulv i ullpels",
    "sunniva-juice på gulvet igjen",
    "julius-julekalender på storskjerm",
    "freia-sjokolade til alle",
    "pepsi max og energidrikk i sekken",
    "tor med hammeren er temaet, vi har norrøn uke",
    "gudene Odin, Tor og Frøya er det vi lærer om i vikinguka",
    "vi leste om guden balder",
    "barbie og ken er med overalt",
    "han tegner super mario og luigi",
    "dritbra jobba alle, det var kjempegøy",
    "Gutten er glad i Elias (redningsskøyta) og leker med båter",
    "han er helt oppslukt av Kaja (tegnefilm)",
]
SOMEBODY = [
    ("brage og loke i fjerde er uvenner etter vikinguka", "brage"),
    ("Embla lærer om gudene, og Siv er lei av det", "Embla"),
    ("siri på 5. trinn svarer ikke", "siri"),
    ("har siri på telefonen nå", "siri"),
    ("hei siri, kan du ringe", "siri"),
    ("elsa-marie har ny kjole", "elsa-marie"),
    ("Emil (Minecraft hele dagen) vil ikke gå ut", "Emil"),
    ("vi er redd for edon i friminuttet", "edon"),
    ("hun sier at latifa er sorry", "latifa"),
]


@each("text", NOBODY)
def test_it_is_nobody(anonymiser: Anonymiser, text: str) -> None:
    hits = [text[f.start : f.end] for f in anonymiser.find(text) if f.cls == "direct"]
    assert not hits, hits


@pytest.mark.parametrize(("text", "name"), SOMEBODY)
def test_a_child_with_such_a_name_is_somebody(anonymiser: Anonymiser, text: str, name: str) -> None:
    finds(anonymiser, text, "navn", name)
