"""Finds words in scripts that are neither Latin, Greek nor Cyrillic: here they are nearly always a name."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import BEYOND_LATIN

_SCRIPT = re.compile(r"[\u0530-\u1cff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+")


@needing(BEYOND_LATIN)
def find_foreign_script(document: Document) -> Iterator[Hit]:
    """Yield each run of such signs."""
    if document.text.isascii():
        return
    for match in document.matches(_SCRIPT):
        yield direct(match.start(), match.end(), "navn", "Et ord i en annen skrift kan være et navn.", 0.8, "[navnet]")
