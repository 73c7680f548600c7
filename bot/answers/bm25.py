"""Plain BM25 over whole articles: finds what only stands deep in the text. Must not know why it is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from bot.answers.sparse import Features, Floats, Postings
from bot.answers.stem import stem
from bot.answers.wording import Reading

K1, B = 1.2, 0.75
"""Robertson's usual values."""


class FullText:
    """The words of every article, ready to be scored."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.words: frozenset[str] = frozenset(word for reading in readings for word in reading.words)
        self._features = Features()
        counted = [Counter(stem(word) for word in reading.words) for reading in readings]
        lengths = np.array([sum(c.values()) for c in counted], np.float32)
        mean = float(lengths.mean()) if len(lengths) else 1.0
        docs = []
        for counts, length in zip(counted, lengths, strict=True):
            numbers, n = self._features.all(counts)
            docs.append((numbers, (n * (K1 + 1) / (n + K1 * (1 - B + B * length / max(mean, 1.0)))).astype(np.float32)))
        self._postings = Postings(docs, len(self._features))
        frequency = self._postings.document_frequency()
        self._rarity: Floats = np.log1p((len(docs) - frequency + 0.5) / (frequency + 0.5)).astype(np.float32)

    def scores(self, reading: Reading) -> Floats:
        """Return a score from 0 to 1 for every article; the best one gets 1, unless nothing is found."""
        numbers, counts = self._features.known(Counter(stem(word) for word in reading.words))
        scores = self._postings.scores((numbers, np.minimum(counts, 2) * self._rarity[numbers]))
        top = float(scores.max()) if len(scores) else 0.0
        return scores / np.float32(top) if top > 0 else scores
