"""Finds where a file or a folder lies, when a name may stand in it: "/felles/elever/hansen_emma/notat.odt",
"K:\\elever\\olsen kari", "elever/emma_h.docx". A path of ordinary words is left alone.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.identifiers.file_name import are_plain_words
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_as_sought
from bot.anonymise.words.word_lists import words

_PART = r"[\wæøåÆØÅ\-.()]{1,40}"
_ROOTED = re.compile(
    rf"(?<![\w/\\:.])(?:[A-Za-z]:[/\\]{{1,2}}|\\\\|/(?={_PART}/{_PART}/))"
    rf"(?:{_PART}(?: {_PART}){{0,3}}[/\\]{{1,2}}){{1,8}}{_PART}"
)
"""A path from a drive, a server or the root."""
_TO_A_FILE = re.compile(
    r"(?<![\w/\\:.@])(?:[\wæøåÆØÅ\-]{2,40}[/\\]){1,6}[\wæøåÆØÅ\-()]{1,80}\."
    r"(?:docx?|pdf|xlsx?|pptx?|jpe?g|png|heic|mp4|mov|m4a|mp3|wav|txt|rtf|odt|csv|msg|eml|zip)\b",
    re.IGNORECASE,
)
_LONGEST_ADDRESS = 200
_PLACES = words(
    "c d e f g h i k l m n o p r s t u x z users bruker brukere desktop documents dokumenter home hjem felles share "
    "onedrive sharepoint teams server doc docx pdf xls xlsx odt txt rtf csv msg eml zip ppt pptx"
)
"""What paths are made of besides words."""


@needing(needs_as_sought("/", "\\"))
def find_file_paths(document: Document) -> Iterator[Hit]:
    """Yield paths with a part that is no ordinary word."""
    for match in (*document.matches(_ROOTED), *document.matches(_TO_A_FILE)):
        if _is_in_an_address(document.text, match.start()):
            continue
        parts = [part for part in re.split(r"[\W_\d]+", match.group().lower()) if part and part not in _PLACES]
        if not are_plain_words(document, parts):
            why = "Et filnavn kan røpe navn eller nummer."
            yield direct(match.start(), match.end(), "filnavn", why, 0.85, "[en fil]")


def _is_in_an_address(text: str, at: int) -> bool:
    """Tell whether it is a part of an address of the web: "https://eksempel.no/skole-hjem/plan.pdf"."""
    before = text[max(0, at - _LONGEST_ADDRESS) : at]
    joined = before.rsplit(maxsplit=1)[-1] if before.strip() and not before[-1].isspace() else ""
    return "://" in joined or "www." in joined
