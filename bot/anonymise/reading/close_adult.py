"""Tells whether a close adult of a child stands just before a word. Knows words for kin, no jobs."""

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.words.small_words import HE_OR_SHE_SPOKEN
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

ONE_ADULT = HE_OR_SHE_SPOKEN
CHILD_OF = words(
    "ungen sønn sønnen datter dattera datteren barnet barn gutten jenta unge sønen dotter dottera barnebarn barnebarnet"
)


def adult_before(document: Document, at: int, reach: int, *, child_of: bool = False) -> Token | None:
    """Return the close adult (or with `child_of` also "sønn", "gutten") at most `reach` words before, same sentence."""
    for step in range(1, reach + 1):
        token = document.before(at, step)
        if token is None or (token.text in ".!?;" and not _shortens_a_name(document, at - step)):
            return None
        if is_close(document, token) or (child_of and token.lower in CHILD_OF):
            return token
    return None


def is_close(document: Document, token: Token) -> bool:
    """Tell whether the word is kin, and neither a friend nor a neighbour."""
    return bool(token.flags & Word.KIN) and token.lower not in document.vocabulary.classes["venner"]


def _shortens_a_name(document: Document, at: int) -> bool:
    """Tell whether the full stop stands behind one letter: "faren til S. er lensmann"."""
    letter = document.before(at)
    return document.tokens[at].text == "." and letter is not None and len(letter.text) == 1 and letter.has_capital
