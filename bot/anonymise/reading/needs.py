"""Tells in one walk through a text which of the words that rules need stand in it. Knows letters, no rules.

Most texts hold none of the words that lead to, say, an accident or an employer. A rule names its words once, when it is
read, and asks for all of them together; a text is searched for the words of all rules at once. What a rule asks for is
a bit of a whole number: to ask is one step, and touches no list.
"""

import re
from array import array
from collections.abc import Set
from functools import reduce
from itertools import chain
from operator import or_
from typing import Final, NamedTuple

from bot.anonymise.words.phrases import PhraseBook

Needs = int
"""What rules need one of: a bit for each row of words, and one for each class of words and each thing below."""
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
"""The bit of the first question."""
_questions: dict[frozenset[str] | tuple[str, ...], Needs] = {}
_bits: dict[str, Needs] = {}
_whole: dict[str, Needs] = {}
"""What rules ask for, each with a bit of its own; for each word the bits of all that ask for it, anywhere in a text or
as a whole word."""
_long: dict[int, list[str]] = {}
_short: dict[int, list[str]] = {}
"""The words by four of their signs as one number, the shorter ones by two: lists of ours, never a text."""
_fours: set[int] = set()
_pairs: set[int] = set()
_signs: set[str] = set()
"""The numbers of these, and the words of a single sign: to look many up in a set is one call."""
_OFTEN_FIRST = " enrtasildogkmvfupbhåøyjæcwxzq-.,"
"""Signs of Norwegian, the ones that are written most first."""


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
    asked = frozenset(words)
    if asked and asked not in _questions:
        bit = _questions[asked] = _new_bit()
        for word in asked:
            if word not in _bits:
                _note(word)
            _bits[word] = _bits.get(word, 0) | bit
    return _questions.get(asked, 0)


def _new_bit() -> Needs:
    return 1 << (_FIRST + len(_questions))


def _note(word: str) -> None:
    """Put a word that is new where a text is searched for it."""
    if len(word) < _PAIR:
        _signs.add(word)
        return
    size, words_of, known = (_SIZE, _long, _fours) if len(word) >= _SIZE else (_PAIR, _short, _pairs)
    number = _numbers_of(_rarest(word, size), size)[0]
    known.add(number)
    words_of.setdefault(number, []).append(word)


def _rarest(word: str, size: int) -> str:
    """Return so many signs in a row of the word, the ones that fewest texts hold."""
    parts = [word[at : at + size] for at in range(len(word) - size + 1)]
    return max(parts, key=lambda part: sum(_OFTEN_FIRST.find(sign) % len(_OFTEN_FIRST) for sign in part))


def needs_one_of(words: Set[str]) -> Needs:
    """Return words of which one must be a word of the text, not stand inside another. To be called as `needs_of`."""
    asked = tuple(sorted(words))
    if asked not in _questions:
        bit = _questions[asked] = _new_bit()
        for word in words:
            _whole[word] = _whole.get(word, 0) | bit
    return _questions[asked]


def sought(pattern: re.Pattern[str], *words: str) -> Sought:
    """Return a pattern as `Document.scan_each` takes it. To be called where a module is read, not for each text."""
    return Sought(pattern, words, needs_as_sought(*words))


class NeedsAsked(dict[tuple[str, ...], Needs]):
    """The needs of words that are asked for while a text is read, remembered: to look them up is one step. Texts that
    were cut before know nothing of a bit that is new: see `limit`.
    """

    def __missing__(self, words: tuple[str, ...]) -> Needs:
        """Return the needs of words that are asked for the first time."""
        self[words] = needs_as_sought(*words) if words else ANYTHING
        return self[words]


def needs_of_book(book: PhraseBook) -> Needs:
    """Return the needs of a book of phrases, of which each opens with one of its words or with the stem of one: found
    once, and kept with the book."""
    if not book.needs:
        book.needs = needs_one_of(book.first_words) | needs_as_sought(*book.stems)
    return book.needs


def limit() -> Needs:
    """Return what every bit that is known now is smaller than."""
    return _new_bit()


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
    fours = _fours.intersection(_numbers_of(lower, _SIZE))
    pairs = _pairs.intersection(_numbers_of(lower, _PAIR))
    found = ANYTHING
    for word in _signs.intersection(lower):
        found |= _bits[word]
    for word in chain.from_iterable((*map(_long.__getitem__, fours), *map(_short.__getitem__, pairs))):
        if word in lower:
            found |= _bits[word]
    return reduce(or_, map(_whole.__getitem__, _whole.keys() & words), found)
