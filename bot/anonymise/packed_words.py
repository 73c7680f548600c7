"""A large set of words that can only be asked whether a word is in it. Knows nothing about the words."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable


class PackedWords:
    """Keeps eight bytes a word, its hash, where a set keeps ninety.

    That a word nobody has listed should share its 64 bits with one of the hundred thousand is less likely than one in
    ten billion.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._hashes = array("q", sorted({hash(word) for word in words}))

    def __contains__(self, word: str) -> bool:
        wanted = hash(word)
        at = bisect_left(self._hashes, wanted)
        return at < len(self._hashes) and self._hashes[at] == wanted

    def __len__(self) -> int:
        return len(self._hashes)
