"""Learns what a line cannot tell: that two things together are danger, or that one of them makes the other calm.

A network with one small hidden layer over the features of a text, learned by adaptive gradient steps (J. Duchi and
others, Adaptive Subgradient Methods, JMLR 12, 2011). Must not know what the features mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.answers.sparse import Doc, Floats, Ints, Rows

HIDDEN = 8
"""Units of the hidden layer: with 16 and 32 nothing is told apart better."""
ROUNDS, AT_ONCE = 6, 256
"""How often all texts are learned from, and how many of them before the weights move; with ten rounds no better."""
PACE, LAST_PACE = 0.05, 0.3
"""How far the first step goes, and which share of it the last one."""
HELD_BACK = 1e-5
"""How strongly every step draws the weights of the features it moves towards nothing."""
SEED = 1
_SMALL, _LARGEST = 1e-6, 127


@dataclass(frozen=True)
class AcuteNet:
    """The network, packed: the weights of a feature are eight whole numbers, in steps of their own for each unit."""

    rows: NDArray[np.int8]
    steps: Floats
    bias: Floats
    out: Floats
    last: float

    def says(self, doc: Doc, begins: int = 0) -> float:
        """Return how acute a text is: above nothing when it is rather danger than not. Features with a number below
        `begins` are not looked at."""
        numbers, values = doc
        seen = numbers >= begins
        weights = self.rows[numbers[seen] - begins].astype(np.float32)
        units = np.maximum(values[seen] @ weights * self.steps + self.bias, 0)
        return float(units @ self.out) + self.last


_NOTHING = np.zeros(HIDDEN, np.float32)
NO_NET = AcuteNet(np.zeros((0, HIDDEN), np.int8), _NOTHING, _NOTHING, _NOTHING, 0.0)
"""A network that has learned nothing, and says so of every text."""


def learn_net(rows: Rows, features: int, danger: NDArray[np.bool_], worth: Floats) -> AcuteNet:
    """Return the network for documents some of which are `danger`; `worth` is how much each of them counts."""
    if not len(rows.lengths) or not features:
        return NO_NET
    learning = _Learning(features)
    for share, some in _steps(rows):
        learning.step(some, danger[some.at], worth[some.at], PACE * (1 - share * (1 - LAST_PACE)))
    steps = np.maximum(np.abs(learning.rows).max(axis=0), _SMALL) / _LARGEST
    packed = np.rint(learning.rows / steps).astype(np.int8)
    return AcuteNet(packed, steps, learning.bias, learning.out, float(learning.last[0]))


@dataclass(frozen=True)
class _Some:
    """Some of the documents, one after the other, none of them empty."""

    at: NDArray[np.int64]
    lengths: NDArray[np.int64]
    numbers: Ints
    values: Floats


def _steps(rows: Rows) -> Iterator[tuple[float, _Some]]:
    """Yield documents to learn from next, in an order of chance, and which share of the rounds is over."""
    chance = np.random.default_rng(SEED)
    starts = np.cumsum(rows.lengths) - rows.lengths
    filled = np.flatnonzero(rows.lengths)
    for number in range(ROUNDS):
        order = chance.permutation(filled)
        for begin in range(0, len(order), AT_ONCE):
            at = order[begin : begin + AT_ONCE]
            lengths = rows.lengths[at]
            places = np.arange(lengths.sum()) + (starts[at] - np.cumsum(lengths) + lengths).repeat(lengths)
            yield number / ROUNDS, _Some(at, lengths, rows.numbers[places], rows.values[places])


class _Learning:
    """The network while it learns: all weights, and how much each has moved."""

    def __init__(self, features: int) -> None:
        chance = np.random.default_rng(SEED)
        self.rows = (chance.standard_normal((features, HIDDEN)) * 0.1).astype(np.float32)
        self.bias = np.zeros(HIDDEN, np.float32)
        self.out = (chance.standard_normal(HIDDEN) * 0.3).astype(np.float32)
        self.last = np.zeros(1, np.float32)
        self._moved_rows = np.full(features, _SMALL, np.float32)
        self._moved = [np.full(len(one), _SMALL) for one in (self.bias, self.out, self.last)]

    def step(self, some: _Some, danger: NDArray[np.bool_], worth: Floats, pace: float) -> None:
        """Move all weights a little towards what would have been right of these documents."""
        begins = np.cumsum(some.lengths) - some.lengths
        before = np.add.reduceat(self.rows[some.numbers] * some.values[:, None], begins, axis=0) + self.bias
        units = np.maximum(before, 0)
        sure = 1 / (1 + np.exp(-(units @ self.out + self.last[0])))
        wrong = ((sure - danger) * worth).astype(np.float32)
        back = wrong[:, None] * self.out * (before > 0)
        self._move_rows(some, back, pace)
        ways = (back.sum(axis=0), units.T @ wrong, wrong.sum(keepdims=True))
        for weights, way, moved in zip((self.bias, self.out, self.last), ways, self._moved, strict=True):
            moved += way**2
            weights -= (pace * way / np.sqrt(moved)).astype(np.float32)

    def _move_rows(self, some: _Some, back: Floats, pace: float) -> None:
        """Move the weights of those features alone that stand in the documents."""
        features, at = np.unique(some.numbers, return_inverse=True)
        parts = back.repeat(some.lengths, axis=0) * some.values[:, None]
        cells = (at[:, None] * HIDDEN + np.arange(HIDDEN)).ravel()
        way = np.bincount(cells, parts.ravel(), len(features) * HIDDEN).reshape(-1, HIDDEN).astype(np.float32)
        way += HELD_BACK * AT_ONCE * self.rows[features]
        self._moved_rows[features] += (way**2).mean(axis=1)
        self.rows[features] -= pace * way / np.sqrt(self._moved_rows[features])[:, None]
