"""E-mail, web addresses, user names and file names."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Skriv til kari.moen@skole.no i dag.", "epost", "kari.moen@skole.no"),
    ("kari (at) gmail (dot) com", "epost", "kari (at) gmail (dot) com"),
    ("post krøllalfa firma.no", "epost", "post krøllalfa firma.no"),
    ("Han er @festkongen.stj der.", "handle", "@festkongen.stj"),
    ("snap: emma.h10", "handle", "emma.h10"),
    ("brukernavnet er jonas2012", "handle", "jonas2012"),
    ("Melding fra lars_the_man kom.", "handle", "lars_the_man"),
    ("Se https://facebook.com/emma.hansen.5 nå", "url", "https://facebook.com/emma.hansen.5"),
    ("Bloggen sarashverdag.blogg.no er hennes.", "url", "sarashverdag.blogg.no"),
    ("brukeren min heter sfo.linn88 der", "handle", "sfo.linn88"),
    ("Se emma-er-best.example nå", "url", "emma-er-best.example"),
    ("Vedlagt Emma_Hansen_IOP.pdf her", "filnavn", "Emma_Hansen_IOP.pdf"),
    ("Skolen skrev: «Vi har lagt IOP_Emma_R.pdf i Visma.»", "filnavn", "IOP_Emma_R.pdf"),
    ("Det er n00bstein.tk som krangler.", "handle", "n00bstein.tk"),
    ("Se: Bilder fra turen med Emma.jpg", "filnavn", "Bilder fra turen med Emma.jpg"),
]
LEFT_ALONE = [
    "Se udir.no og https://www.helsedirektoratet.no/veiledere for mer.",
    "Bruk stafettlogg.docx som mal.",
    "Barna er mye på Snapchat, TikTok og Roblox.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
