"""Tells when "Mai", "August" or "Juni" is the month although a child may be called so: beside other months, before
"måned", or when it is full. What only people do is never said of it. Knows words of time, no names.
"""

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_MONTHS = words("måned månad måneden månaden mnd")
_TIES = words(", og til - – : /")
_IN = words("i fra frå mellom siden sidan utover")
_IS = words("er e blir bli ble blei vert vart var va")
_SAID_OF_TIME = words(
    "full fullt kanskje travel hektisk over forbi snart tett best sent seint tidlig for en ei ein månaden måneden "
    "lang lange kort verst tung hard stille"
)
_ONLY_OF_TIME = words("full fullt travel hektisk kort lang")
_THE_MONTH = words("månaden måneden måned")
_NEAR = 14
_SOON = 8


def is_month_told(document: Document, at: int) -> bool:
    """Tell whether the word, which is a month and a given name, is the month here."""
    token, after, second = document.tokens[at], document.after(at), document.after(at, 2)
    if not token.flags & Word.MONTH or after is None:
        return False
    if after.lower in _MONTHS or _ends_a_time(document, at):
        return True
    is_told = second is not None and second.lower in _ONLY_OF_TIME
    if after.lower in _IS and (is_told or not _THE_MONTH.isdisjoint(_soon(document, at))):
        return True
    if "enn" in _soon(document, at) and any(_is_a_month(other) for other in document.tokens[at + 1 : at + _SOON]):
        return True
    goes_on = after.lower in _TIES or (after.lower in _IS and second is not None and second.lower in _SAID_OF_TIME)
    return goes_on and any(_is_a_month(other) for other in _around(document, at))


def _ends_a_time(document: Document, at: int) -> bool:
    """Tell whether it is the second month of a time: "i april og mai"."""
    tie, first, when = (document.before(at, steps) for steps in (1, 2, 3))
    if document.tokens[at].has_capital or tie is None or first is None or when is None:
        return False
    return tie.lower in _TIES and _is_a_month(first) and when.lower in _IN


def _soon(document: Document, at: int) -> list[str]:
    return [token.lower for token in document.tokens[at + 1 : at + _SOON]]


def _around(document: Document, at: int) -> list[Token]:
    return [*document.tokens[max(0, at - _NEAR) : at], *document.tokens[at + 1 : at + 1 + _NEAR]]


def _is_a_month(other: Token) -> bool:
    """Tell whether a month stands there that nobody is called: "Oktober", or one in small letters: "i mai. Mai er"."""
    if not other.flags & Word.MONTH or len(other.text) < len("mai"):
        return False
    return not other.has_capital or not other.flags & Word.FIRST
