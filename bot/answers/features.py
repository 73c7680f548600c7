"""Turns a reading into weighted features in three blocks: words, runs of characters, concepts.

Must not know the articles, except for the frequencies it is given.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain, islice
from math import log, sqrt
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.answers.sparse import Doc, Features, Floats, Ints, Rows, inverse_frequency, lines_of
from bot.answers.stem import stem
from bot.answers.wording import Reader, Reading, grams_of, may_mark

BLOCK_SHARE = (0.40, 0.30, 0.30)
"""How much words, runs of characters and concepts count: best on the development questions."""
PAIR_WEIGHT = 0.5
"""Two words after each other count half a word."""
COMMON_SHARE = 0.12
"""Among many texts, features in more than this share of them are left out: they tell little and cost most."""
MANY = 1000
"""Texts above which they are many. Among the real ones nothing is found better or worse for it."""

Counts = Mapping[str, float]
Uncounted = tuple[str, ...]
"""The words of a text, whose runs of characters are to be counted and damped by a `Weighting`."""
Blocks = Sequence[Counts | Uncounted]
PORTION = 500
"""Texts whose names are counted at once."""
_Named = TypeVar("_Named", str, int)


LATELY = 2000
"""Of so many words met lately the numbers of their runs of characters are remembered; some 300 bytes each."""


def forget_words() -> None:
    """Let go of the words of an index that has just been made."""
    for known in (stem, may_mark):
        known.cache_clear()


def by_name(blocks: Blocks) -> list[Counts]:
    """Return the blocks with the runs of characters counted too, by their names."""
    return [
        damped(list(chain.from_iterable(map(grams_of, block)))) if isinstance(block, tuple) else block
        for block in blocks
    ]


def names_of(reading: Reading, reader: Reader) -> tuple[Counts, Uncounted, Counts]:
    """Return how often each feature stands in the reading. Words, pairs, runs of characters and concepts never share a
    name."""
    stems = list(map(stem, reading.words))
    pairs = [f"b:{a} {b}" for a, b in zip(["^", *stems], [*stems, "$"], strict=True)] if stems else []
    words = {**damped(["w:" + s for s in stems]), **damped(pairs, PAIR_WEIGHT)}
    concepts = ["k:" + concept for concept in reader.concepts(reading)]
    return words, reading.words, damped(concepts)


def damped(names: Sequence[_Named], weight: float = 1.0) -> dict[_Named, float]:
    """Return how much each feature counts, so that one met many times does not drown the others."""
    once = dict.fromkeys(names, weight)
    if len(once) < len(names):
        once.update((name, weight * (1.0 + log(n))) for name, n in Counter(names).items() if n > 1)
    return once


class Weighting:
    """Knows how telling each feature is among a set of texts, and weighs new texts alike."""

    def __init__(self, texts: Iterable[Sequence[Counts | Uncounted]], shares: Sequence[float] = BLOCK_SHARE) -> None:
        self._shares = np.sqrt(np.array(shares, np.float32))
        self.features = Features()
        grams = _GramNumbers(self.features)
        flat, values, lengths = _joined([_counted(some, self.features, grams) for some in _portions(texts)])
        count = len(lengths) // len(self._shares)
        frequency = np.bincount(flat, minlength=len(self.features))
        self._rarity: Floats = inverse_frequency(frequency, count)
        if count > MANY:
            self._rarity = np.where(frequency > COMMON_SHARE * count, 0, self._rarity).astype(np.float32)
        self._rarity = _and_unknown(self._rarity)
        self._rarest = _rarest(count)
        self.rows = self._weighed(flat, values, lengths)
        """The texts it was made of, weighed."""
        self._remember_runs()

    @classmethod
    def remembered(cls, names: str, rarity: Floats, shares: Sequence[float], count: int = 0) -> Weighting:
        """Return a weighting made earlier of `count` texts, packed, from the names (one on each line) and rarity of
        its features."""
        made = cls([], shares)
        made.features, made._rarity = Features.of(lines_of(names)), _and_unknown(rarity)
        made._rarest = _rarest(count)
        made._remember_runs()
        return made

    def _remember_runs(self) -> None:
        """Begin to remember the runs of words met, and how telling they are; what remembers does not hold the
        weighting, which goes when its index does."""
        self._runs = lru_cache(maxsize=LATELY)(partial(_runs_of, self.features, self._rarity))
        self._telling = lru_cache(maxsize=LATELY)(partial(_telling_of, self.features, self._rarity))

    def remember(self) -> tuple[list[str], Floats]:
        """Return what `remembered` needs."""
        return self.features.names(), self._rarity[:-1]

    def weigh(self, blocks: Blocks) -> Doc:
        """Return a text as one document of length one; features that are unknown or tell nothing are left out."""
        counted = [damped(self._runs_in(block)) if isinstance(block, tuple) else block for block in blocks]
        numbers = np.concatenate(list(self._numbered(blocks, counted)))
        values = np.fromiter(chain.from_iterable(block.values() for block in counted), np.float32, len(numbers))
        values *= self._rarity[numbers]
        counts = values > 0
        squares, end = 0.0, 0
        for share, block in zip(self._shares.tolist(), counted, strict=True):
            part = values[end : end + len(block)]
            end += len(block)
            if (size := sqrt(part.dot(part))) > 0:  # the same as by the sign for it, in half the time
                part *= share / size
                squares += share * share
        return numbers[counts], values[counts] / np.float32(sqrt(squares) or 1)

    def _numbered(self, blocks: Blocks, counted: Sequence[Mapping[str, float] | Mapping[int, float]]) -> Iterator[Ints]:
        """Yield the numbers of the features in each block, -1 for those that are unknown."""
        names = list(chain.from_iterable(block for block in blocks if not isinstance(block, tuple)))
        looked_up, is_known = self.features.look_up(names)
        looked_up[~is_known] = -1
        end = 0
        for block, some in zip(blocks, counted, strict=True):
            if isinstance(block, tuple):
                yield np.fromiter(some, np.int32, len(some))
            else:
                yield looked_up[end : end + len(block)]
                end += len(block)

    def _runs_in(self, words: Uncounted) -> list[int]:
        return list(chain.from_iterable(map(self._runs, words)))

    def words_in(self, counts: Counts) -> tuple[dict[str, float], float]:
        """Return how telling the stem of each word of a text is, and which share of them is known here, 0 to 1.

        An unknown one is as rare as can be; pairs are not counted.
        """
        known = {name[2:]: self._telling(name) for name in counts if name.startswith("w:")}
        rarity = {form: self._rarest if telling is None else telling for form, telling in known.items()}
        return rarity, sum(telling is not None for telling in known.values()) / max(1, len(known))

    def _weighed(self, numbers: Ints, values: Floats, block_lengths: NDArray[np.int64]) -> Rows:
        """Scale every block to its share and every text to length one."""
        kinds = len(self._shares)
        weighed = values * self._rarity[numbers]
        block = np.repeat(np.arange(len(block_lengths)), block_lengths)
        size = np.sqrt(np.bincount(block, weighed * weighed, len(block_lengths)))
        share = np.tile(self._shares, len(block_lengths) // kinds)
        length = np.sqrt(((share * (size > 0)) ** 2).reshape(-1, kinds).sum(axis=1))
        factor = share / np.maximum(size, _TINY) / np.repeat(np.maximum(length, _TINY), kinds)
        document = block // kinds
        counts = weighed > 0
        lengths = np.bincount(document[counts], minlength=len(block_lengths) // kinds)
        return Rows(lengths, numbers[counts], (weighed * factor[block])[counts].astype(np.float32))


def _and_unknown(rarity: Floats) -> Floats:
    """Return how telling each feature is, and last, for the number -1, that one nobody knows tells nothing."""
    return np.append(rarity, np.float32(0))


def _rarest(count: int) -> float:
    """Return how telling what stands in none of so many texts is."""
    return float(np.float32(np.log1p(2 * count + 1)))


def _portions(texts: Iterable[Sequence[Counts | Uncounted]]) -> Iterator[list[Sequence[Counts | Uncounted]]]:
    """Yield the texts some at a time, so that few of them are in memory."""
    left = iter(texts)
    while some := list(islice(left, PORTION)):
        yield some


class _GramNumbers(dict[str, "array[int]"]):
    """The numbers of the runs of characters in each word: texts have few words, and each many times."""

    def __init__(self, features: Features) -> None:
        self._features = features

    def __missing__(self, word: str) -> array[int]:
        numbers = self[word] = array("i")
        self._features.extend(numbers, grams_of(word))
        return numbers


def _counted(texts: Iterable[Sequence[Counts | Uncounted]], features: Features, grams: _GramNumbers) -> _Flat:
    """Return the features of some texts, numbering the new ones; as `damped` does it."""
    numbers, values, lengths = array("i"), array("f"), array("i")
    once = array("f", (1.0,))
    is_counted = True
    for block in chain.from_iterable(texts):
        before = len(numbers)
        if isinstance(block, tuple):
            for run in map(grams.__getitem__, block):
                numbers += run
            values += once * (len(numbers) - before)
            is_counted = False
        else:
            features.extend(numbers, block)
            values.fromlist(list(block.values()))
        lengths.append(len(numbers) - before)
    flat = np.array(numbers, np.int32), np.array(values, np.float32), np.array(lengths, np.int64)
    return flat if is_counted else _damped(*flat, len(features))


def _damped(numbers: Ints, values: Floats, lengths: NDArray[np.int64], features: int) -> _Flat:
    block = np.arange(len(lengths)).repeat(lengths)
    place = block * features + numbers
    order = place.argsort()
    first = np.flatnonzero(np.diff(place[order], prepend=-1))
    times = np.diff(first, append=len(order))
    once = order[first]
    damped_values = values[once] * (1.0 + np.log(times)).astype(np.float32)
    return numbers[once], damped_values, np.bincount(block[once], minlength=len(lengths))


def _joined(parts: Sequence[_Flat]) -> _Flat:
    empty = np.zeros(0, np.int32), np.zeros(0, np.float32), np.zeros(0, np.int64)
    numbers, values, lengths = zip(empty, *parts, strict=True)
    return np.concatenate(numbers), np.concatenate(values), np.concatenate(lengths)


_Flat = tuple[Ints, Floats, NDArray[np.int64]]
"""Number and value of each feature, block after block, and how many features each block has."""
_TINY = 1e-9


def _telling_of(features: Features, rarity: Floats, name: str) -> float | None:
    """Return how telling a feature is; None for one that is unknown."""
    numbers, is_known = features.look_up((name,))
    return float(rarity[numbers[0]]) if is_known[0] else None


def _runs_of(features: Features, rarity: Floats, word: str) -> array[int]:
    """Return the numbers of the runs of characters in a word that are known and tell something."""
    numbers, is_known = features.look_up(grams_of(word))
    telling = numbers[is_known]
    return array("i", telling[rarity[telling] > 0].tobytes())
