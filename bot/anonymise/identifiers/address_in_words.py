"""Finds homes told without a figure or by a figure and what it stands in: "bor i elvegata fire", "i nummer 14 i
granlia", "på gården nordre berg", "på øvre haugan", "i åsen borettslag".
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_as_sought, sought
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_LIVES = (
    r"\b(?:bor|bodde|bur|budde|bo|bosatt|flytta|flyttet|flytter|hjemme|heime|adresse|adressen|adr|holder til|"
    r"hentes|leveres)"
    r"(?:\.|:| er)?(?: [a-zæøå]{1,12}){0,2} (?:i |på |ved |til )?"
)
_TEENS = "en|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten"
_TENS = "tjue|tyve|tretti|førti|femti|seksti|sytti|åtti|nitti"
_ROAD_AND_WORD = re.compile(
    rf"{_LIVES}(?P<home>[a-zæøå]{{3,20}}(?:gata|gaten|gate|gt|vegen|veien|vei|veg|stien|svingen|ringen|bakken|lia)"
    rf"(?: (?:nummer|nr\.?))? (?:(?:{_TENS})[ \-]?(?:{_TEENS})?|{_TEENS})(?: ?[a-d](?!\w))?)"
    r"(?=[.,;!?)\n]|$| (?:i|på|sammen|og|med|hos|nå|no)\b)",
    re.IGNORECASE,
)
_IN_A_ROW = re.compile(
    rf"{_LIVES}(?:i |på )?(?:hus |leilighet |rekkehus )?(?:nr\.?|nummer|hus|leilighet|leil\.?) ?"
    r"(?P<home>\d{1,3} ?[a-d]? (?:i|på) [a-zæøåA-ZÆØÅ][a-zæøå]{2,20})(?=[.,;!?)\n]|$| [a-zæøå])",
    re.IGNORECASE,
)
_FARM = re.compile(
    rf"{_LIVES}"
    r"(?P<home>(?:øvre|nedre|nordre|søndre|søre|vestre|østre|austre|indre|ytre|midtre|oppigard|nigard) "
    r"(?P<word>[a-zæøå]{3,20}))(?![\wæøå])",
    re.IGNORECASE,
)
_ON_A_FARM = re.compile(r" (?:gården|garden|bruket|plassen|gårdsbruket|gardsbruket|gård|gard) ", re.IGNORECASE)
_COOPERATIVE = re.compile(
    rf"{_LIVES}(?P<home>(?P<word>[\wæøå\-]{{3,20}}) (?:borettslag|sameie|"
    rf"burettslag))(?!\w)",
    re.IGNORECASE,
)
_LIVING = (
    "bor ",
    "bodde",
    "bur ",
    "budde",
    "bo ",
    "flytt",
    "hjemme",
    "heime",
    "holder til",
    "bosatt",
    "adr.",
    "adr:",
    "adr ",
    "adresse",
    "hentes",
    "leveres",
)
_ROWS = (
    sought(_ROAD_AND_WORD, *_LIVING),
    sought(_IN_A_ROW, *_LIVING),
    sought(_FARM, *_LIVING),
    sought(_COOPERATIVE, "borettslag", "sameie", "burettslag"),
)
_NO_FARMS = words(
    "del delen deler etasje etasjen ende enden bygda side siden sida plan planet klasse trinn trinnet skole skule "
    "barnehage sjikt sjiktet stort lite samme same eget eige nytt nye gammelt annet anna et eit vårt deres "
    "område områder området grense grensen sone lag rom rommet gang gangen"
)


@needing(needs_as_sought(*_LIVING, "borettslag", "sameie", "burettslag"))
def find_addresses_in_words(document: Document) -> Iterator[Hit]:
    """Yield such homes."""
    why = "Det viser hvor noen bor."
    for match in document.scan_each(*_ROWS):
        if match.re in (_FARM, _COOPERATIVE):
            word = match.group("word").lower()
            if word in _NO_FARMS or document.flags_of(word) & (Word.FUNCTION | Word.VERB | Word.KIN):
                continue
        if match.re is _COOPERATIVE or (match.re is _FARM and not _ON_A_FARM.search(match.group())):
            yield quasi(*match.span("home"), "sted", why, 0.65, "[et sted]")
        else:
            yield direct(*match.span("home"), "adresse", why, 0.75, "[adressen]")
