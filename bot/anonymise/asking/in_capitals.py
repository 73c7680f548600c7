"""Asks about a short word in capitals that is not Norwegian: "LWAM er ofte borte", "redd for ZARIF".

Longer ones are judged as names. A shorter one may be an abbreviation no list has, so it only warns. Knows no names.
"""

from collections.abc import Iterator

from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import A_CAPITAL_INSIDE
from bot.anonymise.words.small_words import VOWELS
from bot.anonymise.words.word_classes import Word

_SHORTEST, _LONGEST = 4, 5
_NO_NAME = (
    Word.SAFE | Word.SAFE_IN_CAPS | Word.ORDINARY | Word.FUNCTION | Word.KIN | Word.STAFF | Word.CHILD | Word.MONTH
)


@needing(A_CAPITAL_INSIDE)
def in_capitals(document: Document) -> Iterator[int]:
    """Yield the positions of such words. The rules for names have seen them and left them."""
    for at, token in enumerate(document.tokens):
        if token.is_caps and _may_be_a_name(document, token):
            yield at


def _may_be_a_name(document: Document, token: Token) -> bool:
    """Tell whether it can be said, and is no Norwegian word, place or service."""
    lower = token.lower
    if token.flags & _NO_NAME or not _SHORTEST <= len(lower) <= _LONGEST or not lower.isalpha():
        return False
    is_said = not VOWELS.isdisjoint(lower)
    return is_said and lower not in document.places.single and not document.is_known(lower)
