"""Finds a home told by what it is and where it lies: "bor på hytta ved Langvatnet", "i kårboligen på Nordgjerde", "i
huset bak kirka". What lies by water or behind something is one home, and stops; the rest narrows.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_as_sought, sought

_HOME = (
    r"(?:(?:det |den )?(?:store |lille |vesle |gamle |gule |røde |raude |hvite |kvite |grønne |grøne |blå |"
    r"brune |svarte ){0,2})?"
    r"(?:hytta|hytten|huset|campingvogna|bobilen|kårboligen|kårbustaden|kårhuset|sokkelleiligheten|"
    r"sokkelen|kjellerleiligheten|leiligheten|leilegheita|hybelen|småbruket|gården|garden|gardsbruket|brakka|brakken|"
    r"rekkehuset|villaen|låven|naustet|setra|seteren|plassen|gammelskolen|gamleskolen|gamlehuset|teltet|annekset|"
    r"blokka|tomannsboligen|enden|hjørnehuset|prestegården|lensmannsgården)"
)
_LIVES = (
    r"\b(?:bor|bodde|bur|budde|bo|bosatt|flytta|flyttet|flytter|hjemme|heime|holder til|held til|overnatter|ligger)"
    r"(?: [a-zæøå]{1,12}){0,3} (?:i|på|inn i|oppi|nedi|borti) "
)
_ONE = re.compile(
    rf"{_LIVES}(?P<home>{_HOME} (?:(?:rett|like|tett|oppe|nede|borte) )?(?:ved|bak|attom|ovenfor|ovafor|"
    rf"nedenfor|nedafor|"
    r"bortenfor|ved siden av|ved sida av|inntil|overfor) "
    r"(?-i:[A-ZÆØÅ])[\wæøå\-]{1,30}(?: (?-i:[A-ZÆØÅ])[\wæøå\-]{1,30}){0,2})",
    re.IGNORECASE,
)
_SOME = re.compile(
    rf"{_LIVES}(?P<home>{_HOME} (?:(?:rett|like|tett|oppe|nede|borte) )?"
    r"(?:(?:i|på) (?-i:[A-ZÆØÅ])[\wæøå\-]{1,30}(?: (?-i:[A-ZÆØÅ])[\wæøå\-]{1,30}|(?: camping))?"
    r"|(?:ved|bak|attom|ovenfor|ovafor|nedenfor|nedafor|bortenfor|ved siden av|ved sida av|inntil|overfor|over) "
    r"(?:skolen|skulen|kirka|kirken|kyrkja|butikken|barnehagen|bensinstasjonen|banken|kroa|stasjonen|kaia|"
    r"brygga|elva|åa|"
    r"broa|brua|stadion|hallen|kirkegården|grendehuset|samfunnshuset|rema|kiwi|coop|extra|joker|spar|bunnpris|meny|"
    r"(?!(?:skog|fjell|vann|sjø|hav|vei|veg|hus)(?:en|et|a)\b)[a-zæøå]{3,16}(?:vatnet|vannet|sjøen|moen|haugen|"
    r"lia|bekken|"
    r"fossen|brua|broa|myra|elva))))(?![\wæøå])",
    re.IGNORECASE,
)
_LIVING = ("bor ", "bodde ", "bur ", "budde ", "bo ", "flytt", "hjemme", "heime", "holder til", "held til", "bosatt")
_ROWS = (sought(_ONE, *_LIVING), sought(_SOME, *_LIVING))


@needing(needs_as_sought(*_LIVING))
def find_told_dwellings(document: Document) -> Iterator[Hit]:
    """Yield such homes."""
    why = "Det som ligger ved, viser hvor noen bor."
    for match in document.scan_each(*_ROWS):
        if match.re is _ONE:
            yield direct(*match.span("home"), "adresse", why, 0.7, "[adressen]")
        else:
            yield quasi(*match.span("home"), "sted", why, 0.65, "[et sted]")
