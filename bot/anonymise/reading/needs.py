"""Tells in one walk through a text which of the words that rules need can stand in it. Knows letters, no rules.

Most texts hold none of the words that lead to, say, an accident or an employer. A rule names its words once, when it is
read, and asks for all of them together; a text is searched for the beginnings of the words of all rules at once. Each
beginning is a bit of a whole number: to ask is one step, and touches no list.
"""

import re
from array import array
from collections.abc import Set
from functools import reduce
from operator import or_
from typing import Final, NamedTuple

_SIZE, _PAIR = 4, 2
A_DIGIT: Final = 1 << 16
IN_ENGLISH: Final = 1 << 17
A_SIGN_INSIDE: Final = 1 << 18
A_CAPITAL_ALONE: Final = 1 << 19
TWO_CAPITALS: Final = 1 << 20
BEYOND_LATIN: Final = 1 << 21
ANYTHING: Final = 1 << 22
"""What a text holds beside words, and what every text holds; the lowest bits are the classes of its words (`Word`). A
full stop or a stroke is inside when a sign stands right behind it, two capitals stand side by side, and what is beyond
Latin-1 may be a digit as well."""
_FIRST = 24
"""The bit of the first word."""
_bits: dict[str, int] = {}
_long: dict[int, int] = {}
_short: dict[int, list[str]] = {}
_single: list[str] = []
"""The bit of each beginning of the words of every rule; those of four signs as one number each, the words that are
shorter by their first two signs, and single signs: lists of ours, never a text."""
_starts: set[int] = set()
_pairs: set[int] = set()
"""The numbers of `_long` and `_short`: to look many up in a set is one call."""
_whole: dict[str, int] = {}
"""The bits of the words that rules ask for as whole words."""
Needs = int
"""Words of which a rule needs one, by their first four signs; the shorter ones whole. A bit for each, and one for each
class of words and each thing above."""


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
            _bits[start] = 1 << (_FIRST + len(_bits))
            _note(start)
        needs |= _bits[start]
    return needs


def _note(start: str) -> None:
    """Put a beginning that is new where a text is searched for it."""
    if len(start) == _SIZE:
        number = _numbers_of(start, _SIZE)[0]
        _long[number] = _long.get(number, 0) | _bits[start]
        _starts.add(number)
    elif len(start) > 1:
        number = _numbers_of(start, _PAIR)[0]
        _short.setdefault(number, []).append(start)
        _pairs.add(number)
    else:
        _single.append(start)


def needs_one_of(words: Set[str]) -> Needs:
    """Return words of which one must be a word of the text, not stand inside another. To be called as `needs_of`."""
    bit = _bits.setdefault("\0".join(("", *sorted(words))), 1 << (_FIRST + len(_bits)))
    for word in words:
        _whole[word] = _whole.get(word, 0) | bit
    return bit


def sought(pattern: re.Pattern[str], *words: str) -> Sought:
    """Return a pattern as `Document.scan_each` takes it. To be called where a module is read, not for each text."""
    return Sought(pattern, words, needs_of(*words))


class NeedsAsked(dict[tuple[str, ...], Needs]):
    """The needs of words that are asked for while a text is read, remembered: to look them up is one step. 0 when a
    word is too short to have a bit of its own. Texts cut before know nothing of a bit that is new: see `limit`.
    """

    def __missing__(self, words: tuple[str, ...]) -> Needs:
        """Return the needs of words that are asked for the first time."""
        is_long = all(len(word) >= _SIZE or word in _bits for word in words)
        self[words] = needs_of(*words) if is_long else 0
        return self[words]


def limit() -> Needs:
    """Return what every bit that is known now is smaller than."""
    return 1 << (_FIRST + len(_bits))


def _numbers_of(lower: str, size: int) -> "array[int]":
    """Return every two or four signs in a row as one number: signs that few write are all the same."""
    signs = lower.encode("latin-1", "replace")
    numbers = array("I" if size == _SIZE else "H")
    for skipped in range(size):
        numbers.frombytes(signs[skipped : len(signs) - (len(signs) - skipped) % size])
    return numbers


def held_by(lower: str, words: Set[str]) -> Needs:
    """Return the beginnings of needed words that stand anywhere in the text in small letters, and which of its words
    are needed whole."""
    found = reduce(or_, map(_long.__getitem__, _starts.intersection(_numbers_of(lower, _SIZE))), ANYTHING)
    short = [word for pair in _pairs.intersection(_numbers_of(lower, _PAIR)) for word in _short[pair]]
    found = reduce(or_, [_bits[word] for word in (*short, *_single) if word in lower], found)
    return reduce(or_, map(_whole.__getitem__, _whole.keys() & words), found)
