"""A large set of words that can only be asked whether a word is in it. Knows nothing about the words."""

from array import array
from collections.abc import Iterable

import numpy as np

_HIGH = 32
"""The bits of a hash from here on are its mark; the lowest tell where it stands."""


class PackedWords:
    """Keeps a mark of each word's hash in a table where a third or more of the places are free: at most twelve bytes a
    word, where a set keeps ninety.

    That a word nobody has listed should stand where one of the hundred thousand does, with the same 32 bits as its
    mark, is less likely than one in a hundred million.
    """

    def __init__(self, words: Iterable[str]) -> None:
        hashes = np.fromiter(set(map(hash, words)), np.int64)
        self._count = len(hashes)
        self._last = (1 << (self._count * 3 // 2).bit_length()) - 1
        waiting, at = (hashes >> _HIGH).astype(np.int32), hashes & self._last
        waiting[waiting == 0] = 1  # nothing is a free place
        table = np.zeros(self._last + 1, np.int32)
        while len(waiting):  # where several want the same place, or it is taken, the others go on to the next
            is_free = table[at] == 0
            table[at[is_free]] = waiting[is_free]
            is_left = table[at] != waiting
            waiting, at = waiting[is_left], (at[is_left] + 1) & self._last
        self._table = array("i", table.tobytes())

    def __contains__(self, word: str) -> bool:
        hashed, table = hash(word), self._table
        wanted, at = hashed >> _HIGH or 1, hashed & self._last
        while (found := table[at]) != wanted:
            if not found:
                return False
            at = (at + 1) & self._last
        return True

    def __len__(self) -> int:
        return self._count
