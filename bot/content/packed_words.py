"""A large set of words that can only be asked whether a word is in it, or what it is. Knows nothing about the words."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

_REMEMBERED, _FOUND = 8_192, 1_000
"""So many words are remembered with their number, and of those that are only asked for."""
_HIGH, _MARK = 32, 0xFFFF_FFFF
"""The bits of a hash from here on are its mark; the lowest tell where it stands."""
_IN_A_DRAWER = 16
"""Marks that stand in one drawer, at most, on average."""


class PackedWords:
    """Keeps a mark of each word's hash, in order, in drawers by the lowest bits of the hashes: four bytes and a little
    for each, where a set keeps ninety.

    That a word nobody has listed should have the mark and the drawer of one of two hundred thousand is less likely than
    one in a hundred million. What was found is remembered, but never a word that is not there.
    """

    def __init__(self, words: Iterable[str]) -> None:
        hashes = np.fromiter(map(hash, words), np.int64)
        self._last = (1 << (len(hashes) // _IN_A_DRAWER).bit_length()) - 1
        packed = np.sort((hashes & self._last) << _HIGH | hashes >> _HIGH & _MARK)
        packed = packed[np.diff(packed, prepend=-1) > 0]  # each once
        ends = np.searchsorted(packed >> _HIGH, np.arange(self._last + 2))
        self._ends = array("i", ends.astype(np.int32).tobytes())
        self._marks = array("I", (packed & _MARK).astype(np.uint32).tobytes())
        self._met: set[str] = set()

    def __contains__(self, word: str) -> bool:
        if word in self._met:
            return True
        hashed, marks = hash(word), self._marks
        drawer, wanted = hashed & self._last, hashed >> _HIGH & _MARK
        end = self._ends[drawer + 1]
        at = bisect_left(marks, wanted, self._ends[drawer], end)
        is_listed = at < end and marks[at] == wanted
        if is_listed and len(self._met) < _FOUND:
            self._met.add(word)
        return is_listed

    def __len__(self) -> int:
        return len(self._marks)


class PackedNumbers:
    """A number for each word, at most 65 535 different ones, kept as `PackedWords` keeps its words.

    What was looked up is remembered, but never a word that has none: it may be a name nobody has listed.
    """

    def __init__(self, numbers: Mapping[str, int]) -> None:
        table, places = _places(numbers)
        self._last = len(table) - 1
        self._table = array("i", table.tobytes())
        kinds = {0: 0}
        which = np.zeros(len(table), np.uint16)
        which[places] = [kinds.setdefault(number, len(kinds)) for number in numbers.values()]
        self._which, self._kinds = array("H", which.tobytes()), tuple(kinds)
        self._met: dict[str, int] = {}

    def get(self, word: str) -> int:
        """Return the number of the word, or 0."""
        return self._met.get(word) or self._look_up(word)

    def _look_up(self, word: str) -> int:
        hashed, table = hash(word), self._table
        wanted, at = hashed >> _HIGH or 1, hashed & self._last
        while (found := table[at]) != wanted:
            if not found:
                return 0
            at = (at + 1) & self._last
        number = self._kinds[self._which[at]]
        if len(self._met) < _REMEMBERED:
            self._met[word] = number
        return number


def _places(words: Iterable[str]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the table of marks, and where each word, none of them twice, has its mark."""
    hashes = np.fromiter(map(hash, words), np.int64)
    last = (1 << (len(hashes) * 3 // 2).bit_length()) - 1
    marks, at = (hashes >> _HIGH).astype(np.int32), hashes & last
    marks[marks == 0] = 1  # nothing is a free place
    table = np.zeros(last + 1, np.int32)
    waiting = np.arange(len(hashes))
    while len(waiting):  # where several want the same place, or it is taken, the others go on to the next
        is_free = table[at[waiting]] == 0
        table[at[waiting[is_free]]] = marks[waiting[is_free]]
        waiting = waiting[table[at[waiting]] != marks[waiting]]
        at[waiting] = (at[waiting] + 1) & last
    return table, at
