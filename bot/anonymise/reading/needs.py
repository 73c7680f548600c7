"""Tells in one walk through a text which of the words that rules need stand in it. Knows letters, no rules.

Most texts hold none of the words that lead to, say, an accident or an employer. A rule names its words once, when it is
read, and asks for all of them together; a text is searched for the words of all rules at once. Each word is a bit of a
whole number: to ask is one step, and touches no list.
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
A_CAPITAL_INSIDE: Final = 1 << 20
BEYOND_LATIN: Final = 1 << 21
ANYTHING: Final = 1 << 22
"""What a text holds beside words, and what every text holds; the lowest bits are the classes of its words (`Word`). A
full stop or a stroke is inside when a sign stands right behind it, a capital in any word with a capital that is not all
small letters behind its first; beyond Latin-1 are digits too. Each may say yes where there is none, never no."""
_FIRST = 24
"""The bit of the first word."""
_bits: dict[str, int] = {}
_long: dict[int, list[str]] = {}
_short: dict[int, list[str]] = {}
_single: list[str] = []
"""The bit of each word of every rule; the words by four of their signs as one number, the shorter ones by two, and
single signs: lists of ours, never a text."""
_fours: set[int] = set()
_pairs: set[int] = set()
"""The numbers of `_long` and `_short`: to look many up in a set is one call."""
_OFTEN_FIRST = " enrtasildogkmvfupbhåøyjæcwxzq-.,"
"""Signs of Norwegian, the ones that are written most first."""
_whole: dict[str, int] = {}
"""The bits of the words that rules ask for as whole words."""
Needs = int
"""Words of which a rule needs one: a bit for each, and one for each class of words and each thing above."""


class Sought(NamedTuple):
    """A pattern, and the words of which one stands in everything it matches."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    needs: Needs


def needs_of(*words: str) -> Needs:
    """Return the words as `Document.lacks` asks for them: by their first four signs, so that a word that goes on in
    another way is asked for too. To be called where a module is read, not for each text.
    """
    return needs_as_sought(*(word[:_SIZE] for word in words))


def needs_as_sought(*words: str) -> Needs:
    """Return the same of words that are sought with all their signs: what each pattern is said to need."""
    needs = 0
    for word in words:
        if word not in _bits:
            _bits[word] = 1 << (_FIRST + len(_bits))
            _note(word)
        needs |= _bits[word]
    return needs


def _note(word: str) -> None:
    """Put a word that is new where a text is searched for it."""
    if len(word) >= _SIZE:
        four = _numbers_of(_rarest(word, _SIZE), _SIZE)[0]
        _long.setdefault(four, []).append(word)
        _fours.add(four)
    elif len(word) >= _PAIR:
        pair = _numbers_of(_rarest(word, _PAIR), _PAIR)[0]
        _short.setdefault(pair, []).append(word)
        _pairs.add(pair)
    else:
        _single.append(word)


def _rarest(word: str, size: int) -> str:
    """Return so many signs in a row of the word, the ones that fewest texts hold."""
    parts = [word[at : at + size] for at in range(len(word) - size + 1)]
    return max(parts, key=lambda part: sum(_OFTEN_FIRST.find(sign) % len(_OFTEN_FIRST) for sign in part))


def needs_one_of(words: Set[str]) -> Needs:
    """Return words of which one must be a word of the text, not stand inside another. To be called as `needs_of`."""
    bit = _bits.setdefault("\0".join(("", *sorted(words))), 1 << (_FIRST + len(_bits)))
    for word in words:
        _whole[word] = _whole.get(word, 0) | bit
    return bit


def sought(pattern: re.Pattern[str], *words: str) -> Sought:
    """Return a pattern as `Document.scan_each` takes it. To be called where a module is read, not for each text."""
    return Sought(pattern, words, needs_as_sought(*words))


class NeedsAsked(dict[tuple[str, ...], Needs]):
    """The needs of words that are asked for while a text is read, remembered: to look them up is one step. Texts that
    were cut before know nothing of a bit that is new: see `limit`.
    """

    def __missing__(self, words: tuple[str, ...]) -> Needs:
        """Return the needs of words that are asked for the first time."""
        self[words] = needs_as_sought(*words)
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
    """Return the needed words that stand in the text in small letters, and which of its words are needed whole.

    Only words of which some rare signs stand in it are looked for.
    """
    words_of = [_long[four] for four in _fours.intersection(_numbers_of(lower, _SIZE))]
    words_of += [_short[pair] for pair in _pairs.intersection(_numbers_of(lower, _PAIR))]
    found = reduce(or_, [_bits[word] for row in (*words_of, _single) for word in row if word in lower], ANYTHING)
    return reduce(or_, map(_whole.__getitem__, _whole.keys() & words), found)
