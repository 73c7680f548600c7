"""Finds the year somebody came to the country in: "kom fra Eritrea i 2022", "bosatt høsten 2019". With the land, the
year fits few families.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_of
from bot.anonymise.traits.born_year import YEAR
from bot.anonymise.words.months import MONTHS

_YEAR = r"(?:19[5-9]|20[0-4])\d(?![\d/\-]|[.:]\d| ?(?:kr|km|m|stk|elever|barn)\b)"
_ANY_YEAR = re.compile("19[5-9]|20[0-4]")
"""How every year begins, quick to look for."""
_CAME = (
    r"(?:komm?er|kom|kommet|kommen|komne|kome|kjem|kjæm|kåm|kommi|ankom|ankommet|ankomst|ankomne|flyktet|flykta|"
    r"flykte|rømte|rømde|rømt|"
    r"flytta|flyttet|flytte|flytt|innvandra|innvandret|innvandret|emigrerte|adoptert|adopterte|bosatt|busett|bosette|"
    r"bosetting|gjenforent|gjenforeint|familiegjenforent|familiegjenforening|came|arrived|moved|fled|settled)"
)
_WHEN = (
    r"(?:(?:tidlig |seint |sent |midt |slutten av |starten av )?(?:i|in|året|år|siden|sidan|rundt|omkring|"
    rf"ca\.?|fra)? ?(?:(?:{MONTHS}|vår(?:en)?|sommer(?:en)?|haust(?:en)?|høst(?:en)?|vinter(?:en)?) )?)"
)
_BETWEEN = r"[^.!?;\n]{0,60}?"
_ARRIVED = re.compile(rf"(?<![\w\-]){_CAME}(?!\w)({_BETWEEN})[ ,(]({_WHEN}{_YEAR})", re.IGNORECASE)
_BY_LABEL = re.compile(
    rf"(?<![\w\-])(?:ankomst(?:år|dato)?|bosettingsår|botid|bosatt|i norge|i noreg|i landet)"
    rf"(?: (?:siden|sidan|fra|frå))?"
    rf"[: ]{{1,2}}({_WHEN}{_YEAR})",
    re.IGNORECASE,
)
"""As forms have it: "Bosatt: 2019", "i Norge siden 2015"."""
_TO_THE_LAND = re.compile(
    r"(?<!\w)(?:norge|noreg|norway|landet|hit|here|flyktning\w*|asyl\w*|overføringsflyktning\w*|enslig\w*|"
    r"familiegjenforening\w*|familiegjenforent|adoptert|innvandra|innvandret|krigen)(?!\w)",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<!\w)(?:fra|frå|from|ifra|ifrå) ([A-ZÆØÅa-zæøå][\w\-]+)", re.IGNORECASE)
_NEEDS = needs_of(
    *("komm", "kom ", "kome", "komn", "kjem", "kjæm", "kåm", "anko", "flyk", "rømt", "rømd", "flyt", "innv", "emig"),
    *("adop", "bosa", "buse", "bose", "boti", "gjen", "fami", "came", "arri", "move", "fled", "sett", " nor", "land"),
)
_AGO = "for noen år siden"
_REACH = 50
"""How far before the verb the land may stand: "er fra Thailand, kom i 2017"."""
_WHY = "Året en familie kom til landet, peker på få når landet også er kjent."


@needing(A_DIGIT)
def find_arrival_years(document: Document) -> Iterator[Hit]:
    """Yield the year with the preposition before it, so that "for noen år siden" can stand there."""
    if document.digits < len("2022") or document.lacks(_NEEDS) or not _ANY_YEAR.search(document.text):
        return
    for match in document.scan(_ARRIVED):
        if _is_to_the_land(document, match):
            yield _year(document, match.start(2), match.end(2), YEAR if document.is_english else _AGO)
    for match in document.scan(_BY_LABEL):
        yield _year(document, match.start(1), match.end(1), YEAR)


def _is_to_the_land(document: Document, match: re.Match[str]) -> bool:
    """Tell whether somebody comes to this country or from another: not a letter, a law or a bus that comes."""
    begins = max(match.start() - _REACH, *(document.text.rfind(sign, 0, match.start()) for sign in ".!?;\n"))
    told = document.text[max(0, begins) : match.end()]
    if _TO_THE_LAND.search(told):
        return True
    lands = (land.lower() for land in _FROM.findall(told))
    named = {token.lower: at for at, token in enumerate(document.tokens) if begins < token.start < match.end()}
    return any(
        land in document.places.abroad
        or (land in named and document.places.origins.at(document.tokens, named[land]) is not None)
        for land in lands
    )


def _year(document: Document, start: int, end: int, instead: str) -> Hit:
    start += len(document.text[start:end]) - len(document.text[start:end].lstrip())
    return quasi(start, end, "dato", _WHY, 0.7, instead)
