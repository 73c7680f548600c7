"""An inverted index over weighted features, in a few numpy arrays. Must not know what the features mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Doc = tuple[Ints, Floats]
"""Feature numbers and their weights, each feature once."""


class Features:
    """Gives every feature a number, first come first served."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, feature: object) -> bool:
        return feature in self._numbers

    def number(self, feature: str) -> int:
        """Return the number of a feature, new or old."""
        return self._numbers.setdefault(feature, len(self._numbers))

    def number_of(self, feature: str) -> int:
        """Return the number of a feature, or -1 when it is unknown."""
        return self._numbers.get(feature, -1)

    def known(self, counts: Mapping[str, float]) -> Doc:
        """Return the known features among `counts`; the others are left out."""
        pairs = [(self._numbers[f], c) for f, c in counts.items() if f in self._numbers]
        return np.array([n for n, _ in pairs], np.int32), np.array([c for _, c in pairs], np.float32)

    def all(self, counts: Mapping[str, float]) -> Doc:
        """Return all features, numbering the new ones."""
        return (
            np.fromiter((self.number(f) for f in counts), np.int32, len(counts)),
            np.fromiter(counts.values(), np.float32, len(counts)),
        )


class Postings:
    """For each feature, the documents that have it, and how much."""

    def __init__(self, docs: Sequence[Doc], features: int) -> None:
        lengths = np.array([len(numbers) for numbers, _ in docs], np.int64)
        numbers = np.concatenate([n for n, _ in docs]) if docs else np.zeros(0, np.int32)
        values = np.concatenate([v for _, v in docs]) if docs else np.zeros(0, np.float32)
        owners = np.repeat(np.arange(len(docs), dtype=np.int32), lengths)
        order = np.argsort(numbers, kind="stable")
        self._docs = owners[order]
        self._values = values[order]
        self._starts = np.zeros(features + 1, np.int64)
        np.cumsum(np.bincount(numbers, minlength=features), out=self._starts[1:])
        self.count = len(docs)

    def document_frequency(self) -> NDArray[np.int64]:
        """Return in how many documents each feature is."""
        return np.diff(self._starts)

    def scores(self, doc: Doc) -> Floats:
        """Return the dot product of `doc` with every document."""
        numbers, weights = doc
        if not len(numbers):
            return np.zeros(self.count, np.float32)
        starts = self._starts[numbers]
        lengths = self._starts[numbers + 1] - starts
        total = int(lengths.sum())
        offsets = np.repeat(starts - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
        picked = np.arange(total) + offsets
        sums = np.bincount(self._docs[picked], self._values[picked] * np.repeat(weights, lengths), self.count)
        return sums.astype(np.float32)


def inverse_frequency(frequency: NDArray[np.int64], count: int) -> Floats:
    """Return how telling each feature is: rare ones much, those in every document hardly at all."""
    weights: Floats = np.log1p((count - frequency + 0.5) / (frequency + 0.5)).astype(np.float32)
    return weights


def unit(doc: Doc) -> Doc:
    """Return the document scaled to length one."""
    numbers, values = doc
    length = float(np.sqrt((values * values).sum()))
    return (numbers, values / length) if length else doc


def joined(docs: Iterable[Doc]) -> Doc:
    """Return one document with the features of all; they must not share features."""
    parts = list(docs)
    return np.concatenate([n for n, _ in parts]), np.concatenate([v for _, v in parts])
