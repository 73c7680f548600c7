"""A large set of words that can only be asked whether a word is in it. Knows nothing about the words."""

from array import array
from collections.abc import Iterable

import numpy as np


class PackedWords:
    """Keeps the hashes of the words in a table where a third or more of the places are free: at most twenty-four bytes
    a word, where a set keeps ninety.

    That a word nobody has listed should share its 64 bits with one of the hundred thousand is less likely than one in
    ten billion.
    """

    def __init__(self, words: Iterable[str]) -> None:
        waiting = np.fromiter(set(map(hash, words)), np.int64)
        waiting[waiting == 0] = 1  # nothing is a free place
        self._count = len(waiting)
        self._last = (1 << (self._count * 3 // 2).bit_length()) - 1
        table, at = np.zeros(self._last + 1, np.int64), waiting & self._last
        while len(waiting):  # where several want the same place, or it is taken, the others go on to the next
            is_free = table[at] == 0
            table[at[is_free]] = waiting[is_free]
            is_left = table[at] != waiting
            waiting, at = waiting[is_left], (at[is_left] + 1) & self._last
        self._table = array("q", table.tobytes())

    def __contains__(self, word: str) -> bool:
        wanted, table = hash(word) or 1, self._table
        at = wanted & self._last
        while (found := table[at]) != wanted:
            if not found:
                return False
            at = (at + 1) & self._last
        return True

    def __len__(self) -> int:
        return self._count
