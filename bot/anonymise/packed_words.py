"""A large set of words that can only be asked whether a word is in it. Knows nothing about the words."""

from array import array
from collections.abc import Iterable


class PackedWords:
    """Keeps the hashes of the words in a table where a third or more of the places are free: at most twenty-four bytes
    a word, where a set keeps ninety.

    That a word nobody has listed should share its 64 bits with one of the hundred thousand is less likely than one in
    ten billion.
    """

    def __init__(self, words: Iterable[str]) -> None:
        hashes = {hash(word) or 1 for word in words}
        self._count = len(hashes)
        self._last = (1 << (self._count * 3 // 2).bit_length()) - 1
        self._table = table = array("q", [0]) * (self._last + 1)
        for one in hashes:
            at = one & self._last
            while table[at]:  # taken: the next free place, where a search comes to as well
                at = (at + 1) & self._last
            table[at] = one

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
