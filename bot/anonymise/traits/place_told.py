"""Finds places that no list holds, in small letters, where somebody lives, comes from or goes home to: "hjem til
sørvågen", "e fra bekkhaugen". Knows how places end, no place.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_of
from bot.anonymise.words import whys
from bot.anonymise.words.word_lists import words

_ENDS = (
    r"(?:vågen|våg|fjorden|fjord|vika|viken|vik|sundet|sund|nesset|neset|marka|myra|berget|berga|stranda|strand|"
    r"dalen|dal|"
    r"øya|heia|eidet|stad|heim|elva|botn|fossen|bygda|grenda|grend|lia|bakken|bakkan|haugen|haugan|moen|åsen|vatnet|"
    r"vangen|tangen|odden|holmen|skogen|kollen|fjellet|sletta|jordet|tunet|hammeren|hamar|foss|haug|berg)"
)
_HOME = re.compile(
    r"\b(?:(?:hjem|heim|hjemme|heime|hjemom|oppvokst|bosatt|kommer|kjem|kjæm|kom|opprinnelig|opphavleg|flytt\w{0,3}|"
    r"bor|bodde|bur|budde) "
    rf"(?:til|te|på|i|ved|fra|frå|ifra)|(?:han|ho|hun|hu|hainn|hannj|familien|jenta|gutten|guten|elev|eleven|de|"
    rf"dei) (?:er|e) (?:fra|frå)) "
    rf"([a-zæøå]{{2,18}}{_ENDS})(?![\w\-])"
)
_DOWN_THERE = re.compile(
    r"\b(?:oppi|nedi|borti|utpå|oppå|nedpå|innpå) "
    r"([a-zæøå]{3,18}(?:fjæra|setra|sætra|vollan|vollen|haugan|haugen|grenda|marka|dalen|bakkan|moen|enga|vika|åsen|"
    r"hagen|tunet|myra|neset|nesset|sundet|øya|bygda|skogen|lia|trøa|ekra|løkka|holmen))(?![\w\-])"
)
"""A place as dialect points it out: "nedi gammelfjæra", "oppi storvollan"."""
_PART = re.compile(
    r"\b(?:på|i|fra|frå|til|te|ved) ((?:øvre|nedre|nordre|søndre|søre|indre|ytre|vestre|østre|austre) "
    r"([a-zæøå]{3,18}))(?![\w\-])"
)
"""A part of a farm without a number: "på øvre suolo"."""
_PARTS = ("øvre", "nedre", "nordre", "søndre", "søre", "indre", "ytre", "vestre", "østre", "austre")
_CENTRE = re.compile(
    r"\b(?:ved|på|utenfor|utafor|bak|til|fra|frå|i) ([a-zæøå]{4,20}) "
    r"(?:kjøpe|stor)?(?:senter|senteret|torg|torget)(?![\w\-])"
)
"""Where many meet: "henger ved bruhagen senter"."""
_NO_PLACES = words(
    "lekeplass skolegård barnehage gras plen nabo heim hjem ake ski hoved sommer vinter fjern ut inn barne "
    "bade slalåm hopp tomte bolig turist dag"
)
"""What a common word begins with: "nabobygda", "skibakken"."""
_NEEDS = needs_of(
    *("hjem", "heim", "oppv", "bosa", "komm", "kjem", "kjæm", "kom ", "oppr", "opph", "flyt", "bor ", "bod", "bur "),
    "budd",
    "er fr",
    "e fra",
    "e frå",
)


_POINTED = ("oppi", "nedi", "borti", "utpå", "oppå", "nedpå", "innpå")


@needing(_NEEDS | needs_of("senter", " torg", *_POINTED, *_PARTS))
def find_told_places(document: Document) -> Iterator[Hit]:
    """Yield the place, when it is no everyday word."""
    yield from _pointed_at(document)
    if document.lacks(_NEEDS):
        return
    for match in document.scan(_HOME, " til ", " te ", " på ", " i ", " ved ", "fra ", "frå "):
        word = match.group(1)
        is_common = document.lexicon.is_headword(word) or document.flags_of(word) or word.startswith(tuple(_NO_PLACES))
        if not is_common and not document.lexicon.is_plain_form(word):
            yield quasi(*match.span(1), "sted", whys.HOME, 0.6, "[stedet]")


_BUILT = re.compile(rf"[a-zæøå]{{3,18}}{_ENDS}")


def _may_be_a_farm(document: Document, word: str) -> bool:
    """Tell whether it is no Norwegian word, or one that is built as farms are: "øvre lauvmoen"."""
    is_built = _BUILT.fullmatch(word) is not None and not document.lexicon.is_plain_form(word)
    return is_built or not document.is_known(word)


def _pointed_at(document: Document) -> Iterator[Hit]:
    """Yield centres, parts of farms and what dialect points at."""
    knows = document.lexicon.is_headword
    for match in document.scan(_CENTRE, "senter", " torg"):
        if not knows(match.group(1)) and not document.flags_of(match.group(1)):
            yield quasi(match.start(1), match.end(), "sted", "Navnet på stedet viser hvor noen er.", 0.6, "[stedet]")
    there = (
        m for m in document.scan(_DOWN_THERE, *_POINTED) if not (knows(m[1]) or m[1].startswith(tuple(_NO_PLACES)))
    )
    parts = (match for match in document.scan(_PART, *_PARTS) if _may_be_a_farm(document, match.group(2)))
    yield from (quasi(*match.span(1), "sted", whys.HOME, 0.6, "[stedet]") for row in (there, parts) for match in row)
