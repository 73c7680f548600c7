"""Tells in one walk through a text which of the words that rules need can stand in it. Knows letters, no rules.

Most texts hold none of the words that lead to, say, an accident or an employer. A rule names its words once, when it is
read, and asks for all of them together; a text is searched for the beginnings of the words of all rules at once. Each
beginning is a bit of a whole number: to ask is one step, and touches no list.
"""

import re
from array import array
from typing import NamedTuple

_SIZE = 4
_bits: dict[str, int] = {}
_long: dict[int, int] = {}
_short: list[str] = []
"""The bit of each beginning of the words of every rule; those of four signs as one number each, and the words that are
shorter: lists of ours, never a text."""
_asked: dict[tuple[str, ...], "Needs"] = {}
"""The words that `needs_asked` was asked for, and what it said."""
Needs = int
"""Words of which a rule needs one, by their first four signs; the shorter ones whole. A bit for each."""


class Sought(NamedTuple):
    """A pattern, and the words of which one stands in everything it matches."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    needs: Needs


def needs_of(*words: str) -> Needs:
    """Return the words as `Document.lacks` asks for them. To be called where a module is read, not for each text."""
    needs = 0
    for word in words:
        start = word[:_SIZE]
        if start not in _bits:
            _bits[start] = 1 << len(_bits)
            if len(start) == _SIZE:
                number = _numbers_of(start)[0]
                _long[number] = _long.get(number, 0) | _bits[start]
            else:
                _short.append(start)
        needs |= _bits[start]
    return needs


def sought(pattern: re.Pattern[str], *words: str) -> Sought:
    """Return a pattern as `Document.scan_each` takes it. To be called where a module is read, not for each text."""
    return Sought(pattern, words, needs_of(*words))


def needs_asked(words: tuple[str, ...]) -> Needs:
    """Return the same for words that are asked for while a text is read, remembered; 0 when a word is too short to have
    a bit of its own. Texts that were cut before know nothing of a bit that is new: see `limit`.
    """
    needs = _asked.get(words)
    if needs is None:
        is_long = all(len(word) >= _SIZE or word in _bits for word in words)
        needs = _asked[words] = needs_of(*words) if is_long else 0
    return needs


def limit() -> Needs:
    """Return what every bit that is known now is smaller than."""
    return 1 << len(_bits)


def _numbers_of(lower: str) -> "array[int]":
    """Return every four signs in a row as one number: signs that few write are all the same."""
    signs = lower.encode("latin-1", "replace")
    numbers = array("I")
    for skipped in range(_SIZE):
        numbers.frombytes(signs[skipped : len(signs) - (len(signs) - skipped) % _SIZE])
    return numbers


def starts_in(lower: str) -> Needs:
    """Return the beginnings of needed words that stand anywhere in the text in small letters."""
    found = 0
    for number in _long.keys() & set(_numbers_of(lower)):
        found |= _long[number]
    for word in _short:
        if word in lower:
            found |= _bits[word]
    return found
