"""An inverted index over weighted features, in a few numpy arrays. Must not know what the features mean."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Doc = tuple[Ints, Floats]
"""Feature numbers and their weights, each feature once."""
_STEPS, _TINY = np.iinfo(np.uint16).max, 1e-20
COMMON = 0.2
"""The share of the documents from which a feature is kept as a whole row."""
MANY = 200_000
"""Postings from which adding feature by feature is quicker than gathering them all, and numbers of the machine's own
size quicker than small ones (measured at 100 000 articles; the real base has fewer and stays small)."""
FEW = 1_000
"""Scores up to which all are put in order at once: among two hundred that takes half the time."""
_PLACE_BITS = 32
"""The bits of a key that tell where it stood; a number of a feature has 31."""
_AT_A_TIME = 10_000
"""Characters of lines that are read together."""


def lines_of(text: str) -> Iterator[str]:
    """Return the lines of a text, some hundreds at a time: sixty thousand names at once would take nine megabytes for a
    moment."""
    return chain.from_iterable(_some_lines(text))


def _some_lines(text: str) -> Iterator[list[str]]:
    at = 0
    while at < len(text):
        end = text.find("\n", at + _AT_A_TIME)
        end = end if end >= 0 else len(text)
        yield text[at:end].split("\n")
        at = end + 1


class NameSets:
    """Many packed sets of names in one array: small objects of a long life would keep the room they are made in."""

    def __init__(self, sets: Iterable[Iterable[str]]) -> None:
        packed = list(map(_sorted_hashes, sets))
        self._ends = np.cumsum([0, *map(len, packed)])
        self._hashes = np.concatenate([*packed, np.zeros(0, np.int64)])

    def has(self, number: int, names: Collection[str]) -> NDArray[np.bool_]:
        """Return for each name whether it is in the set of this number."""
        known = self._hashes[self._ends[number] : self._ends[number + 1]]
        hashes = np.fromiter(map(hash, names), np.int64, len(names))
        is_in: NDArray[np.bool_] = known[known.searchsorted(hashes)] == hashes
        return is_in


def _sorted_hashes(names: Iterable[str]) -> NDArray[np.int64]:
    last = (np.iinfo(np.int64).max,)  # so that every search ends at a place
    return np.sort(np.fromiter(chain(map(hash, names), last), np.int64))


class Features:
    """Gives every feature a number, first come first served. Packed, it knows them by their hash and takes no new ones.

    Sixty thousand names take nine megabytes, their hashes less than one; that two of them, or a word nobody has
    seen, should share 64 bits is less likely than one in a billion.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = defaultdict(count().__next__)
        self._hashes, self._order = np.zeros(0, np.int64), np.zeros(0, np.int32)
        self._is_packed = False

    @classmethod
    def of(cls, names: Iterable[str]) -> Features:
        """Return the features with these names, each given once, packed: the names are not kept for a moment."""
        made = cls()
        made._pack(names)
        return made

    def __len__(self) -> int:
        return len(self._order) - 1 if self._is_packed else len(self._numbers)

    def names(self) -> list[str]:
        """Return all features in the order of their numbers; none once it is packed."""
        return list(self._numbers)

    def known(self, counts: Mapping[str, float]) -> Doc:
        """Return the known features among `counts`; the others are left out."""
        numbers, is_known = self.look_up(counts)
        return numbers[is_known], np.fromiter(counts.values(), np.float32, len(counts))[is_known]

    def look_up(self, names: Collection[str]) -> tuple[Ints, NDArray[np.bool_]]:
        """Return the number of each feature and whether it is known; the number of an unknown one means nothing."""
        if not self._is_packed:
            numbers = np.array([self._numbers.get(name, -1) for name in names], np.int32)
            return numbers, numbers >= 0
        hashes = np.fromiter(map(hash, names), np.int64, len(names))
        at = self._hashes.searchsorted(hashes)
        return self._order[at], self._hashes[at] == hashes

    def extend(self, numbers: array[int], names: Iterable[str]) -> None:
        """Append the number of each feature to an array, numbering the new ones."""
        numbers.fromlist(list(map(self._numbers.__getitem__, names)))

    def pack(self) -> None:
        """Let go of the names."""
        if not self._is_packed:
            self._pack(self._numbers)

    def _pack(self, names: Iterable[str]) -> None:
        hashes = np.fromiter(map(hash, names), np.int64)
        order = np.argsort(hashes).astype(np.int32)
        self._hashes = np.append(hashes[order], np.iinfo(np.int64).max)  # so that every search ends at a place
        self._order = np.append(order, np.int32(-1))
        self._numbers, self._is_packed = {}, True


@dataclass(frozen=True)
class Rows:
    """Many documents in three flat arrays: document after document, each with its features and values."""

    lengths: NDArray[np.int64]
    numbers: Ints
    values: Floats

    @classmethod
    def of(cls, documents: Sequence[Doc]) -> Rows:
        """Return the documents as rows."""
        lengths = np.array([len(numbers) for numbers, _ in documents], np.int64)
        numbers = np.concatenate([np.zeros(0, np.int32), *(numbers for numbers, _ in documents)])
        return cls(lengths, numbers, np.concatenate([np.zeros(0, np.float32), *(values for _, values in documents)]))

    def followed_by(self, others: Rows) -> Rows:
        """Return these documents and then the others."""
        return Rows(
            np.append(self.lengths, others.lengths),
            np.append(self.numbers, others.numbers),
            np.append(self.values, others.values),
        )

    def only(self, wanted: NDArray[np.bool_]) -> Rows:
        """Return the wanted documents."""
        kept = wanted[self.owners()]
        return Rows(self.lengths[wanted], self.numbers[kept], self.values[kept])

    def documents(self) -> list[Doc]:
        """Return the documents one by one."""
        ends = np.cumsum(self.lengths)[:-1]
        return list(zip(np.split(self.numbers, ends), np.split(self.values, ends), strict=True))

    def owners(self) -> Ints:
        """Return for each feature the document it is in."""
        return np.repeat(np.arange(len(self.lengths), dtype=np.int32), self.lengths)


class Postings:
    """For each feature, the documents that have it, and how much.

    The few features that stand in many of the documents make up most of the work: they are kept as whole rows,
    which are added much faster than lists are looked up. Values in lists are kept in 16 bits, in steps of a 65 535th
    of the highest, unless there are very many.
    """

    def __init__(self, rows: Rows, features: int, common_share: float = COMMON) -> None:
        self.count = len(rows.lengths)
        frequency = np.bincount(rows.numbers, minlength=features)
        common = np.flatnonzero(frequency > common_share * max(self.count, 1))
        row_of = _nowhere(features, len(common))
        row_of[common] = np.arange(len(common))
        self._row_of = row_of if len(common) else row_of[:0]
        self._common = np.zeros((len(common), self.count), np.float32)
        owners, in_row = rows.owners(), row_of[rows.numbers]
        is_common = in_row >= 0
        self._common[in_row[is_common], owners[is_common]] = rows.values[is_common]
        numbers = rows.numbers[~is_common]
        order = _in_order(numbers)
        docs = owners[~is_common][order]
        self._docs = _Lists(docs.astype(np.intp if len(docs) > 10 * MANY else np.min_scalar_type(self.count)))
        values, self._step = _packed(rows.values[~is_common][order])
        self._values = _Lists(values)
        self._starts = np.zeros(features + 1, np.int32)
        np.cumsum(np.bincount(numbers, minlength=features), out=self._starts[1:])

    def scores(self, doc: Doc) -> Floats:
        """Return the dot product of `doc` with every document."""
        numbers, weights = doc
        if not len(self._common):
            return self._in_lists(numbers, weights)
        in_row = self._row_of[numbers]
        is_common = in_row >= 0
        added: Floats = weights[is_common] @ self._common[in_row[is_common]]
        return added + self._in_lists(numbers[~is_common], weights[~is_common])

    def _in_lists(self, numbers: Ints, weights: Floats) -> Floats:
        weights = weights * self._step
        starts, ends = self._starts[numbers], self._starts[numbers + 1]
        lengths, spans = ends - starts, list(zip(starts.tolist(), ends.tolist(), strict=True))
        if lengths.sum() > MANY:
            return self._added_up(spans, weights)
        values = weights.repeat(lengths)
        values *= self._values.joined(spans)
        sums = np.zeros(self.count, np.float32)
        np.add.at(sums, self._docs.joined(spans), values)  # quicker than to count them in doubles
        return sums

    def _added_up(self, spans: Sequence[tuple[int, int]], weights: Floats) -> Floats:
        """Return the same scores, feature by feature: long lists are read in order, and nothing is copied twice."""
        sums = np.zeros(self.count, np.float32)
        for (start, end), weight in zip(spans, weights, strict=True):
            np.add.at(sums, self._docs.numbers[start:end], self._values.numbers[start:end] * weight)
        return sums


class _Lists:
    """Numbers, list after list, as bytes: to join slices of them takes less time than to gather the numbers by their
    places, which are four times as large and push what the rest of a turn needs out of the processor's cache."""

    def __init__(self, numbers: NDArray[Any]) -> None:
        self._bytes = numbers.tobytes()
        self._size = numbers.itemsize
        self.numbers = np.frombuffer(self._bytes, numbers.dtype)
        """All of them."""

    def joined(self, spans: Iterable[tuple[int, int]]) -> NDArray[Any]:
        """Return the numbers from each first place to before each second, in a row."""
        size, kept = self._size, self._bytes
        return np.frombuffer(b"".join([kept[start * size : end * size] for start, end in spans]), self.numbers.dtype)


def _in_order(numbers: Ints) -> NDArray[np.int64]:
    """Return the places of numbers, none below nought, in rising order, the earliest first among equals: a number and
    its place sorted as one take a quarter of the time of a stable sort of the numbers."""
    keys = numbers.astype(np.int64) << _PLACE_BITS | np.arange(len(numbers))
    keys.sort()
    return keys & ((1 << _PLACE_BITS) - 1)


def _nowhere(features: int, rows: int) -> NDArray[np.int16] | Ints:
    """Return for each feature that it has none of the rows, in numbers that can tell all rows apart."""
    return np.full(features, -1, np.int16) if rows <= np.iinfo(np.int16).max else np.full(features, -1, np.int32)


def _packed(values: Floats) -> tuple[Floats | NDArray[np.uint16], np.float32]:
    """Return the values in 16 bits and what one step of them is worth; as they are where time counts more than room."""
    if len(values) > 10 * MANY:
        return values, np.float32(1)
    step = np.float32(max(values.max(initial=0.0), _TINY) / _STEPS)
    return np.rint(values / step).astype(np.uint16), step


def highest(scores: Floats, count: int) -> NDArray[np.intp]:
    """Return the numbers of the `count` highest scores, best first, the earliest first among equals."""
    if len(scores) <= max(count, FEW):
        return np.argsort(-scores, kind="stable")[:count]
    least = np.partition(scores, -count)[-count]
    among = np.flatnonzero(scores >= least)
    return among[np.argsort(-scores[among], kind="stable")[:count]]


def inverse_frequency(frequency: NDArray[np.int64], count: int) -> Floats:
    """Return how telling each feature is: rare ones much, those in every document hardly at all."""
    weights: Floats = np.log1p((count - frequency + 0.5) / (frequency + 0.5)).astype(np.float32)
    return weights
