"""Finds gods whose names children bear, where the text calls them gods: "guden Tor", "tor med hammeren"."""

import re
from collections.abc import Iterator

from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import sought

_GOD = r"(?:odin|tor|thor|loke|brage|frøya|frøy|freia|idun|balder|njord|frigg|siv|heimdal|vidar|høder|embla|ask)"
_GODS = re.compile(
    rf"\b(?:guden|gudene|gudinn(?:a|en|ene)|guder som|gudar som|åsguden) "
    rf"({_GOD}(?:(?:, | og | eller ){_GOD}){{0,6}})(?![\w\-])"
    rf"|(?<![\w\-])(th?or) med hammeren\b"
    rf"|(?<![\w\-])(th?or)\b(?=[^.!?\n]{{0,40}} (?:dagen|torsdag(?:en)?) (?:sitt |dens )?(?:navn|namn))",
    re.IGNORECASE,
)
_TAUGHT = re.compile(
    rf"\b(?:(?:vikingene|vikingane|vikinger|vikingar|mytologi(?:en)?) og "
    rf"|(?:viking\w*|norrøn\w*|mytologi\w*|åsatru\w*|gudesagn\w*) om )"
    rf"({_GOD}(?:(?:, | og | eller ){_GOD}){{1,6}})(?= ?(?:[.!?\n]|$))",
    re.IGNORECASE,
)
"""Two gods or more right behind the vikings and last in the sentence: "vi har om vikingene og Odin, Frøya og Balder".
Where more is told of them they are children: "vi har om vikinger, og Odin og Tor krangler".
"""


_ROW = sought(_TAUGHT, "viking", "norrøn", "mytologi", "åsatru", "gudesagn")
_NAMED = sought(_GODS, "gud", "hammeren", "dagen ", "torsdag")
_NEEDS = _ROW.needs | _NAMED.needs


def gods(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the names right after "guden" or "gudene" or in a row about the vikings, and Tor with his hammer."""
    if document.lacks(_NEEDS):
        return
    for match in document.scan_each(_ROW):
        yield match.span(1)
    for match in document.scan_each(_NAMED):
        yield match.span(match.lastindex or 0)
