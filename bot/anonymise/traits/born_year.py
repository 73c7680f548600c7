"""Finds the year somebody is born in: "født i 2013", "(f. 2019)", "2012-modell". How old that makes anybody depends on
the day it is read, so no age is proposed.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_of

YEAR = "[årstall]"
"""What is written where the sentence needs a year."""
_FOUR = r"(?:19|20)\d\d(?!\d|[./\-]\d)"
_BORN = re.compile(
    rf"(?<![\w.])(?:født|fødd|fødde|born|f\.|b\.)(?: (?:i|år|in))?(?: året)? ({_FOUR})"
    r"|(?<![\w.])(?:født|fødd|fødde) i ['’]?(\d\d)(?=[,;!?)]|\.? ?$|\.\s+(?-i:[A-ZÆØÅ])|\n| og )"
    r"|(?<![\w.])(?:født|fødd|fødde|f\.) ?['’\-–](\d\d)(?![\w./\-])",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"(?<!\w)(?:fødselsår(?:et)?|fødeår(?:et)?|årgang|årskull|kull(?:et)?|birth year|year of birth)(?: er| is)?"
    rf"[: ]{{1,2}}({_FOUR})",
    re.IGNORECASE,
)
_COHORT = re.compile(
    r"(?<![\w\-])(?:(?:19|20)\d\d|['’]\d\d)-?(?:modell(?:en)?|kullet|årgang(?:en)?)(?!\w)", re.IGNORECASE
)
_BE = re.compile(
    r"\b(?:er|e|var|va|ble|blei|blir|vart|is|was|were|are|be|og|and|ikke|ikkje)(?: [a-zæøå]{2,9})? $", re.IGNORECASE
)
"""The sentence needs what follows."""
_OPENS = re.compile(r"(?:^|[.!?:;\n] ?)$")
_NEEDS = needs_of("fød", "fødselsår", "fødeår", "årgang", "kull", "f.", "b.", "modell", "born", "birth")
_WHY = "Fødselsåret gir alderen. Aldersgruppen er nok."


@needing(A_DIGIT)
def find_born_years(document: Document) -> Iterator[Hit]:
    """Yield the year, or all of "født 2013" where the sentence reads as well without it."""
    if not document.has_digit or document.lacks(_NEEDS):
        return
    text = document.text
    for match in document.scan(_BORN, "fød", "born", "f.", "b."):
        group = next(g for g in (1, 2, 3) if match.group(g))
        before = text[max(0, match.start() - 16) : match.start()]
        if _OPENS.search(before) or _BE.search(before):
            yield _year(match.start(group), match.end(group), YEAR)
        else:
            yield _year(match.start(), match.end(), "")
    for match in document.scan(_LABELLED, "år", "kull", "birth"):
        yield _year(match.start(1), match.end(1), YEAR)
    for match in document.scan(_COHORT, "modell", "kull", "årgang"):
        yield _year(match.start(), match.end(), "[årskull]")


def _year(start: int, end: int, replacement: str) -> Hit:
    return quasi(start, end, "alder", _WHY, 0.85, replacement)
