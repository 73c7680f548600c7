"""Plain BM25 over whole articles: finds what only stands deep in the text. Must not know why it is asked."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial

import numpy as np

from bot.answers.sparse import Features, Floats, Postings, Rows, inverse_frequency
from bot.answers.stem import stem
from bot.answers.wording import Reading

LATELY = 2000
"""Of so many words met lately the number is remembered."""
_UNKNOWN = -1
K1, B = 1.2, 0.75
"""Robertson's usual values."""


class FullText:
    """The words of every article, ready to be scored."""

    def __init__(self, articles: Iterable[Sequence[str]]) -> None:
        """Each article as its words."""
        self._features = Features()
        counted = [Counter(map(stem, words)) for words in articles]
        numbers = array("i")
        for counts in counted:
            self._features.extend(numbers, counts)
        flat = np.array(numbers, np.int32)
        n = np.array([count for counts in counted for count in counts.values()], np.float32)
        lengths = np.array([len(counts) for counts in counted], np.int64)
        words = np.array([sum(counts.values()) for counts in counted], np.float32)
        mean = max(float(words.mean()), 1.0) if len(words) else 1.0
        room = np.repeat(K1 * (1 - B + B * words / mean), lengths)
        self._postings = Postings(
            Rows(lengths, flat, (n * (K1 + 1) / (n + room)).astype(np.float32)), len(self._features)
        )
        self._rarity: Floats = inverse_frequency(np.bincount(flat, minlength=len(self._features)), len(counted))
        self._features.pack()
        self._number_of = lru_cache(maxsize=LATELY)(partial(_number_of, self._features))

    def scores(self, reading: Reading) -> Floats:
        """Return a score from 0 to 1 for every article; the best one gets 1, unless nothing is found."""
        met: dict[int, float] = {}
        for number in map(self._number_of, map(stem, reading.words)):
            met[number] = 2.0 if number in met else 1.0
        met.pop(_UNKNOWN, None)
        numbers = np.fromiter(met, np.int32, len(met))
        counts = np.fromiter(met.values(), np.float32, len(met))
        scores = self._postings.scores((numbers, counts * self._rarity[numbers]))
        top = float(scores.max()) if len(scores) else 0.0
        return scores / np.float32(top) if top > 0 else scores


def _number_of(features: Features, name: str) -> int:
    """Return the number of a word, -1 for one that is in no article."""
    numbers, is_known = features.look_up((name,))
    return int(numbers[0]) if is_known[0] else _UNKNOWN
