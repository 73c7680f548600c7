"""Finds contests few have won or been part of: "vant MGP junior", "norgesmester i bryting"."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_as_sought
from bot.anonymise.words import whys
from bot.anonymise.words.word_lists import words

_TAKES_PART = (
    r"(?:vant|vunnet|vunne|vinner|vinn|vann|(?:deltok|deltatt|deltar|deltek|med|finalist|finalen|gull|sølv|bronse|"
    r"medaljer?|dommer|stilte|videre) i|(?:kom|gikk) til)(?: (?:semi)?finalen i)?"
)
_CONTEST = (
    r"(?:MGP(?: ?[Jj]r\.?| ?[Jj]unior)?|[Mm]elodi [Gg]rand [Pp]rix(?: [Jj]unior)?|Idol|The Voice(?: [Jj]unior)?|"
    r"Norske [Tt]alenter|Skal vi danse|Stjernekamp|Farmen|UKM|NM|VM|EM|OL|[Ll]andsfinalen|[Ff]ylkesfinalen|"
    r"Ungdommens kulturmønstring|Norway [Cc]up|[Dd]rømmelaget|Kompani Lauritzen|Abelkonkurransen|Paradise Hotel)"
)
_WON = re.compile(rf"\b{_TAKES_PART} ({_CONTEST}(?: i [a-zæøå]{{3,20}})?)(?![\w\-])")
_CHAMPION = re.compile(
    r"\b(?:er|e|ble|blei|blitt|var|vart|vært|som|kåret til|regjerende) "
    r"((?:norges|nordisk |nordisk|verdens|europa|junior|lands|krets|fylkes|kommune)mester(?:en)?"
    r"(?: i [a-zæøå]{3,20})?)(?!\w)"
)
_CONTESTS = (
    *words(
        "mgp prix idol voice talenter danse stjernek farmen ukm nstring finalen norway drømmel kompani abelk paradise"
    ),
    *(" nm", " vm", " em", " ol"),
)
_NEEDS = needs_as_sought(*_CONTESTS, "mester")


@needing(_NEEDS)
def find_contests(document: Document) -> Iterator[Hit]:
    """Yield contests somebody has won or been part of, and champions."""
    for match in (*document.scan(_WON, *_CONTESTS), *document.scan(_CHAMPION, "mester")):
        yield quasi(match.start(1), match.end(1), "hendelse", whys.EVENT, 0.75, "[en hendelse]")
