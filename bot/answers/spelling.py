"""Finds the known word a misspelt one was meant to be, and the known parts of a compound.

Must not know the articles, only their words.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from rapidfuzz import fuzz, process

from bot.content.packed_words import PackedWords

SHORTEST = 5
"""Shorter words are not corrected: too many others are near."""
CLOSE_ENOUGH = 80.0
"""Likeness in percent (rapidfuzz ratio): one or two wrong letters in an ordinary word."""
MOST_UNKNOWN = 6
"""Words corrected in one question; the rest of a text in another language is left alone."""
_PART = 4


class Spelling:
    """Knows the words of the articles. Words that are `left_alone` are good Norwegian for something else.

    They are kept as marks and as long strings, and taken apart where somebody misspells: seventeen thousand separate
    words with their table take two megabytes.
    """

    def __init__(self, words: Iterable[str], left_alone: Iterable[str] = ()) -> None:
        known = {word for word in words if word.isalpha()}
        self._words = PackedWords(known)
        self._alike = _alike(known)
        self._left_alone = PackedWords(left_alone)
        self._near = lru_cache(maxsize=8)(self._near_in_length)
        self.meant = lru_cache(maxsize=10_000)(self._meant)
        self.parts = lru_cache(maxsize=10_000)(self._parts)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def _meant(self, word: str) -> str | None:
        """Return the known word nearest to an unknown one, or None."""
        if len(word) < SHORTEST or word in self._words or not word.isalpha() or word in self._left_alone:
            return None
        found = process.extractOne(word, self._near(word[0], len(word)), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
        return found[0] if found else None

    def _near_in_length(self, first: str, length: int) -> list[str]:
        """Return the words that begin so and are two letters shorter or longer at most, in alphabetical order."""
        lengths = range(length - 2, length + 3)
        return sorted(chain.from_iterable(self._alike.get((first, one), "").split() for one in lengths))

    def _parts(self, word: str) -> tuple[str, ...]:
        """Return the two known words a compound is made of (`taushets|erklæring`), or nothing."""
        for cut in range(len(word) - _PART, _PART - 1, -1):
            tail = word[cut:]
            if tail in self._words:
                head = word[:cut]
                for known in (head, head.removesuffix("s"), head.removesuffix("e")):
                    if len(known) >= _PART and known in self._words:
                        return known, tail
        return ()


def _alike(words: Iterable[str]) -> dict[tuple[str, int], str]:
    """Return the words by their first letter and their length, with a space between."""
    alike: dict[tuple[str, int], list[str]] = {}
    for word in words:
        if len(word) >= SHORTEST:
            alike.setdefault((word[0], len(word)), []).append(word)
    return {key: " ".join(some) for key, some in alike.items()}
