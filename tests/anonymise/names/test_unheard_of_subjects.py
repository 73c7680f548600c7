"""Who acts in a chat: an unlisted nickname, a surname that is a word, two trees that are children, a numbered list."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds
from tests.each import each

UNHEARD_OF = [
    ("hvis roffe spør så er jeg på tur", "roffe"),
    ("jojjo gråter hver gang mora går", "jojjo"),
    ("når titto sover kan vi rydde", "titto"),
    ("fordi pimmo biter de andre", "pimmo"),
    ("fridda gråter hver gang", "fridda"),
    ("emmma sier hun vil hjem", "emmma"),
    ("og mosse sparka i døra", "mosse"),
]
SURNAMES = [
    ("sand ringte (faren til eira)", "sand"),
    ("berg sier at møtet er flytta", "berg"),
    ("men haugen vet ikke noe om det", "haugen"),
    ("hvis moen spør så har vi sendt det", "moen"),
    ("vik skriver referat i dag", "vik"),
]
TWO = [
    ("fikk vite at ask og bjørk flytter i påska", "ask"),
    ("ask og eik begynner hos oss i januar", "eik"),
    ("odd og stein må ha hver sin plass", "odd"),
    ("falk og ravn kom gråtende inn", "ravn"),
]
OTHERS = [
    ("tre ting: 1 sander må få ny plass 2 jasmin har bursdag", "sander"),
    ("å, å dag kasta stein på bilen", "dag"),
    ("altså bo har bodd to steder i år", "bo"),
    ("vi må snakke med Krit først", "Krit"),
]
NOBODY = [
    "i dag kasta ola-gjengen stein",
    "vilde blikk og høye skrik",
    "når kommer vår og sommer spør han",
    "vi så eik og bjørk på turen",
    "ask og bjørk er treslag vi har lært om",
    "rev og ulv er tema",
    "sjukt mye lyd, plutselig skriker alle",
    "ungan sover og vaksne prater",
    "kanskej sier han det til deg",
    "eleven gråter og gutn sparker",
    "2 sander på veien hjelper ikke",
]


@each(("text", "name"), UNHEARD_OF + SURNAMES + TWO + OTHERS)
def test_who_acts_is_somebody(anonymiser: Anonymiser, text: str, name: str) -> None:
    finds(anonymiser, text, "navn", name)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_found(anonymiser: Anonymiser, text: str) -> None:
    hits = [text[f.start : f.end] for f in anonymiser.find(text) if f.cls == "direct"]
    assert not [hit for hit in hits if not hit.startswith("ola")], hits
