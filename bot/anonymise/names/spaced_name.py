"""Finds names written letter by letter ("E m m a", "J-o-n-a-s") and short ones said twice ("Aye Aye Khin")."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import ANYTHING
from bot.anonymise.words.word_classes import Word

_GAPS = re.compile(r"(?<![\w])[^\W\d_](?:([ .\-_*/|~·+])[^\W\d_])(?:\1[^\W\d_]){1,30}(?![\w])")
_TWO_LETTERS = re.compile(r"([ .\-_*/|~·+])[^\W\d_]\1[^\W\d_](?![^\W_])")
"""What every one of these holds, quick to look for."""
_TWICE = re.compile(r"([A-ZÆØÅ](?<![\w\-].)[a-zæøå]{1,5}) \1 ([A-ZÆØÅ][a-zæøå]{1,10})(?![\w\-])")
"""A short given name twice and another name, as in Burma: "Aye Aye Khin"."""
_BEFORE_A_CAPITAL = re.compile(r"(?<=[^\W\d_])(?=[A-ZÆØÅ])")
_JOINED_AGE = re.compile(r"(?<![\w@.])([^\W\d_]{3,15})\d{1,2}(?:år|mnd|åring(?:en)?|gammel)(?!\w)")
_SHORTEST = 3
_LONG_ENOUGH = 5
"""Shorter words are often names that no list knows: "K r i s"."""


@needing(ANYTHING)
def find_spaced_names(document: Document) -> Iterator[Hit]:
    """Letters set apart ("E m m a", "J-o-n-a-s") that make a name when joined, and a name with its age: "emil12år"."""
    if document.has_digit:
        for match in document.scan(_JOINED_AGE, "år", "mnd", "gammel"):
            flags = document.flags_of(match.group(1))
            if flags & Word.FIRST and not flags & (Word.ORDINARY | Word.SAFE | Word.FUNCTION):
                yield direct(match.start(), match.end(), "navn", "Et navn og en alder i ett ord.", 0.85, "[barnet]")
    has_twice = len(document.words) < len(document.tokens)
    for match in document.matches(_TWICE) if has_twice else ():
        flags = document.flags_of(match.group(1)) | document.flags_of(match.group(2))
        if not (flags & (Word.FUNCTION | Word.SAFE) or document.is_known(match.group(1).lower())):
            yield direct(match.start(), match.end(), "navn", "Et kort navn to ganger er et navn.", 0.8, "[barnet]")
    for match in document.matches(_GAPS) if _TWO_LETTERS.search(document.text) else ():
        joined = match.group().replace(match.group(1), "")
        parts = [joined, *_BEFORE_A_CAPITAL.split(joined)]
        if (
            _is_spelt_out(document, joined, match.end())
            or any(_is_a_name(document, part) for part in parts)
            or _is_two_names(document, joined.lower())
        ):
            yield direct(match.start(), match.end(), "navn", "Et navn skrevet med mellomrom.", 0.85, "[barnet]")


def _is_spelt_out(document: Document, joined: str, end: int) -> bool:
    """Tell whether only the first letter is a capital, and it is no everyday word that announces something: "K r i s",
    not "V i k t i g:".
    """
    if len(joined) <= _SHORTEST or not (joined[1:].islower() and joined[0].isupper()):
        return False
    announces = len(joined) >= _LONG_ENOUGH and document.text[end : end + 1] in (":", "!")
    return not (announces and document.lexicon.is_headword(joined.lower()))


def _is_a_name(document: Document, joined: str) -> bool:
    return len(joined) >= _SHORTEST and bool(document.flags_of(joined) & (Word.FIRST | Word.SURNAME))


def _is_two_names(document: Document, joined: str) -> bool:
    """Tell whether a given name and another name stand there without a space between: "k a r i n o r d m o"."""
    return any(
        document.flags_of(joined[:at]) & Word.FIRST and _is_a_name(document, joined[at:])
        for at in range(_SHORTEST, len(joined) - _SHORTEST + 1)
    )
