"""Finds initials that open the lines of minutes or the parts of a row: "- AB: venter\\n- J: avsluttet", "AK – bedre".

Where one of them is nothing but initials, all that open the other lines are somebody too.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit
from bot.anonymise.initials.initials_hit import initials_hit
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_of
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_OPENING = re.compile(
    r"(?:^|\n|, |; |: )[–\-•*]? ?([A-ZÆØÅ](?:\.? ?[A-ZÆØÅ])?\.?)(?=:| [–\-] )",
)
_SERVICES = words("bv pp hs hr ks nb ps ok sv vs re it tv pc kl nr hc bu ba fk mp")
_FEWEST = 2


@needing(needs_of(":", "–", "-"))
def find_initials_in_rows(document: Document) -> Iterator[Hit]:
    """Yield the letters that open lines or parts, when two do and one of them is plainly somebody."""
    if document.shouts or not (":" in document.words or "–" in document.words or "-" in document.words):
        return
    found = [match for match in document.matches(_OPENING) if _plain(match).lower() not in _SERVICES]
    if len(found) >= _FEWEST and any(_is_plainly_somebody(document, match) for match in found):
        for match in found:
            yield initials_hit(*match.span(1), 0.65)


def _plain(match: re.Match[str]) -> str:
    return match.group(1).replace(".", "").replace(" ", "")


def _is_plainly_somebody(document: Document, match: re.Match[str]) -> bool:
    """Tell whether two letters are divided by a full stop, or mean nothing else."""
    letters = _plain(match)
    if len(letters) < _FEWEST:
        return False
    barred = Word.SAFE | Word.SAFE_IN_CAPS
    is_free = not document.flags_of(letters) & barred and not document.lexicon.is_headword(letters.lower())
    return "." in match.group(1) or is_free
