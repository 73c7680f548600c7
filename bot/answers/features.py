"""Turns a reading into weighted features in three blocks: words, runs of characters, concepts.

Must not know the articles, except for the frequencies it is given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log

import numpy as np

from bot.answers.sparse import Doc, Features, Floats, Postings, inverse_frequency, joined, unit
from bot.answers.stem import stem
from bot.answers.wording import Reader, Reading, grams_of

BLOCK_SHARE = (0.40, 0.30, 0.30)
"""How much words, runs of characters and concepts count: best on the development questions."""
PAIR_WEIGHT = 0.5
"""Two words after each other count half a word."""
COMMON_SHARE = 0.12
"""In a large base, features in more than this share of the texts are left out: they tell little and cost most."""
LARGE = 6000
"""Texts above which a base is large."""

Counts = Mapping[str, float]
Blocks = tuple[Counts, ...]


@lru_cache(maxsize=50_000)
def _gram_features(word: str) -> tuple[str, ...]:
    return grams_of(word)


def blocks_of(reading: Reading, reader: Reader) -> Blocks:
    """Return how often each feature stands in the reading. Words, pairs, grams and concepts never share a name."""
    stems = [stem(word) for word in reading.words]
    words: Counter[str] = Counter("w:" + s for s in stems)
    if stems:
        for first, second in zip(["^", *stems], [*stems, "$"], strict=True):
            words[f"b:{first} {second}"] += 1
    grams = Counter(gram for word in reading.words for gram in _gram_features(word))
    concepts = Counter("k:" + concept for concept in reader.concepts(reading))
    return damped(words), damped(grams), damped(concepts)


def damped(counts: Counter[str]) -> dict[str, float]:
    """Return the counts so that a feature met many times does not drown the others."""
    return {f: (PAIR_WEIGHT if f.startswith("b:") else 1.0) * (1.0 + log(n)) for f, n in counts.items()}


class Weighting:
    """Knows how telling each feature is among a set of texts, and weighs new texts alike."""

    def __init__(self, texts: Sequence[Blocks], shares: Sequence[float] = BLOCK_SHARE) -> None:
        self._shares = tuple(shares)
        self.features = Features()
        self._counted = [tuple(self.features.all(block) for block in text) for text in texts]
        frequency = Postings([joined(blocks) for blocks in self._counted], len(self.features)).document_frequency()
        self._rarity: Floats = inverse_frequency(frequency, len(texts))
        if len(texts) > LARGE:
            self._rarity = np.where(frequency > COMMON_SHARE * len(texts), 0, self._rarity).astype(np.float32)

    def texts(self) -> list[Doc]:
        """Return the texts it was made of, weighed. May be asked once: the raw counts are let go."""
        weighed = [self._weighed(blocks) for blocks in self._counted]
        self._counted = []
        return weighed

    def weigh(self, blocks: Blocks) -> Doc:
        """Return a text as one document of length one; unknown features are left out."""
        return self._weighed([self.features.known(block) for block in blocks])

    def known_share(self, blocks: Blocks) -> float:
        """Return which share of the words of a text are known here, 0 to 1; pairs are not counted."""
        words = [f for f in blocks[0] if f.startswith("w:")]
        return sum(f in self.features for f in words) / len(words) if words else 0.0

    def _weighed(self, blocks: Sequence[Doc]) -> Doc:
        parts = []
        for (numbers, values), share in zip(blocks, self._shares, strict=True):
            rarity = self._rarity[numbers]
            told = rarity > 0
            numbers, values = unit((numbers[told], values[told] * rarity[told]))
            parts.append((numbers, values * np.float32(share**0.5)))
        return unit(joined(parts))
