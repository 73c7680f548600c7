"""An inverted index over weighted features, in a few numpy arrays. Must not know what the features mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableSequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Doc = tuple[Ints, Floats]
"""Feature numbers and their weights, each feature once."""
MANY = 200_000
"""Postings from which adding feature by feature is quicker than gathering them all, and numbers of the machine's own
size quicker than small ones (measured at 100 000 articles; the real base has fewer and stays small)."""


class Features:
    """Gives every feature a number, first come first served. Packed, it knows them by their hash and takes no new ones.

    Sixty thousand names take nine megabytes, their hashes less than one; that two of them, or a word nobody has
    seen, should share 64 bits is less likely than one in a billion.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._hashes, self._order = np.zeros(0, np.int64), np.zeros(0, np.int32)
        self._is_packed = False

    def __len__(self) -> int:
        return len(self._order) if self._is_packed else len(self._numbers)

    def names(self) -> list[str]:
        """Return all features in the order of their numbers; none once it is packed."""
        return list(self._numbers)

    def number_of(self, feature: str) -> int:
        """Return the number of a feature, or -1 when it is unknown."""
        numbers, _ = self.known({feature: 1.0})
        return int(numbers[0]) if len(numbers) else -1

    def known(self, counts: Mapping[str, float]) -> Doc:
        """Return the known features among `counts`; the others are left out."""
        if not self._is_packed:
            pairs = [(self._numbers[f], c) for f, c in counts.items() if f in self._numbers]
            return np.array([n for n, _ in pairs], np.int32), np.array([c for _, c in pairs], np.float32)
        if not len(self._hashes):
            return np.zeros(0, np.int32), np.zeros(0, np.float32)
        hashes = np.fromiter(map(hash, counts), np.int64, len(counts))
        at = np.minimum(np.searchsorted(self._hashes, hashes), len(self._hashes) - 1)
        is_known = self._hashes[at] == hashes
        return self._order[at[is_known]], np.fromiter(counts.values(), np.float32, len(counts))[is_known]

    def extend(self, numbers: MutableSequence[int], names: Iterable[str]) -> None:
        """Append the number of each feature to a list, numbering the new ones."""
        known = self._numbers
        for name in names:
            number = known.get(name)
            if number is None:
                number = known[name] = len(known)
            numbers.append(number)

    def pack(self) -> None:
        """Let go of the names."""
        hashes = np.fromiter(map(hash, self._numbers), np.int64, len(self._numbers))
        self._order = np.argsort(hashes).astype(np.int32)
        self._hashes = hashes[self._order]
        self._numbers, self._is_packed = {}, True


@dataclass(frozen=True)
class Rows:
    """Many documents in three flat arrays: document after document, each with its features and values."""

    lengths: NDArray[np.int64]
    numbers: Ints
    values: Floats

    def documents(self) -> list[Doc]:
        """Return the documents one by one."""
        ends = np.cumsum(self.lengths)[:-1]
        return list(zip(np.split(self.numbers, ends), np.split(self.values, ends), strict=True))

    def owners(self) -> Ints:
        """Return for each feature the document it is in."""
        return np.repeat(np.arange(len(self.lengths), dtype=np.int32), self.lengths)


class Postings:
    """For each feature, the documents that have it, and how much."""

    def __init__(self, rows: Rows, features: int) -> None:
        order = np.argsort(rows.numbers, kind="stable")
        docs = rows.owners()[order]
        self._docs = docs.astype(np.intp) if len(docs) > 10 * MANY else docs
        self._values = rows.values[order]
        self._starts = np.zeros(features + 1, np.int64)
        np.cumsum(np.bincount(rows.numbers, minlength=features), out=self._starts[1:])
        self.count = len(rows.lengths)

    def scores(self, doc: Doc) -> Floats:
        """Return the dot product of `doc` with every document."""
        numbers, weights = doc
        if not len(numbers):
            return np.zeros(self.count, np.float32)
        starts = self._starts[numbers]
        lengths = self._starts[numbers + 1] - starts
        total = int(lengths.sum())
        if total > MANY:
            return self._added_up(starts, lengths, weights)
        offsets = np.repeat(starts - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
        picked = np.arange(total) + offsets
        sums = np.bincount(self._docs[picked], self._values[picked] * np.repeat(weights, lengths), self.count)
        return sums.astype(np.float32)

    def _added_up(self, starts: NDArray[np.int64], lengths: NDArray[np.int64], weights: Floats) -> Floats:
        """Return the same scores, feature by feature: long lists are read in order, and nothing is copied twice."""
        sums = np.zeros(self.count, np.float32)
        for start, length, weight in zip(starts.tolist(), lengths.tolist(), weights, strict=True):
            there = slice(start, start + length)
            np.add.at(sums, self._docs[there], self._values[there] * weight)
        return sums


def highest(scores: Floats, count: int) -> NDArray[np.intp]:
    """Return the numbers of the `count` highest scores, best first, the earliest first among equals."""
    if len(scores) > count:
        least = np.partition(scores, -count)[-count]
        among = np.flatnonzero(scores >= least)
    else:
        among = np.arange(len(scores))
    return among[np.argsort(-scores[among], kind="stable")[:count]]


def inverse_frequency(frequency: NDArray[np.int64], count: int) -> Floats:
    """Return how telling each feature is: rare ones much, those in every document hardly at all."""
    weights: Floats = np.log1p((count - frequency + 0.5) / (frequency + 0.5)).astype(np.float32)
    return weights
