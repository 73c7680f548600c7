"""Learns what tells two kinds of documents apart: one weight for each feature, and one for having none of them.

A linear support vector machine with squared slack, which is ridge regression over those documents alone that are not
yet clearly on their own side, repeated until they stay the same (Mangasarian's finite Newton method, as in O. Chapelle,
Training a Support Vector Machine in the Primal, Neural Computation 19, 2007). Must not know what the features mean.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.answers.sparse import Floats, Rows

CLOSE_ENOUGH = 1e-3
"""Part of the answers that may be left unexplained by one solving: the last round starts from the one before."""
ROUGHLY = 1e-2
"""The same for `regress`."""
HELD_BACK = 0.5
"""How little a single document may decide."""
MOST_ROUNDS, MOST_STEPS = 20, 1000
"""The documents that count stay the same after about eight rounds, and each round takes about a hundred steps. Where
they do not, the last line found is near enough: it is better in each round."""

Doubles = NDArray[np.float64]


def separate(rows: Rows, features: int, answers: Floats, worth: Floats) -> Doubles:
    """Return one weight for each feature, and last the one that every document has.

    `answers` is 1 or -1 for each document, `worth` how much it counts.
    """
    everyone = _with_constant(rows, features)
    held_back = HELD_BACK / worth.astype(np.float64)
    share = np.zeros(len(answers))
    counts = np.ones(len(answers), bool)
    weights = np.zeros(features + 1)
    for _ in range(MOST_ROUNDS):
        chosen = everyone.only(counts)
        share[counts] = _solve(chosen, features + 1, answers[counts], held_back[counts], share[counts])
        share[~counts] = 0.0
        weights = _summed(chosen.numbers, chosen.values * share[counts][chosen.owners()], features + 1)
        clear = answers * _summed(everyone.owners(), everyone.values * weights[everyone.numbers], len(answers)) >= 1.0
        if np.array_equal(counts, ~clear):
            break
        counts = ~clear
    return weights


def regress(rows: Rows, features: int, answers: Floats) -> Doubles:
    """Return one weight for each feature, so that documents come as near to their answers as one ridge regression can:
    quicker than `separate`, and good enough to compare documents of one kind."""
    share = _solve(rows, features, answers, np.full(len(answers), HELD_BACK), np.zeros(len(answers)), ROUGHLY)
    return _summed(rows.numbers, rows.values * share[rows.owners()], features)


def _solve(
    rows: Rows, features: int, answers: Floats, held_back: Doubles, share: Doubles, enough: float = CLOSE_ENOUGH
) -> Doubles:
    """Return how much each document decides, so that the likenesses times it, plus the ridge, give the answers.

    Conjugate gradients from what was known before: the likeness of every two documents is never written down (it would
    take gigabytes).
    """
    owners = rows.owners()

    def explained(by: Doubles) -> Doubles:
        weights = _summed(rows.numbers, rows.values * by[owners], features)
        return _summed(owners, rows.values * weights[rows.numbers], len(answers)) + held_back * by

    rest = answers - explained(share)
    way, size = rest.copy(), rest @ rest
    for _ in range(MOST_STEPS):
        if size <= len(answers) * enough**2:
            break
        step = explained(way)
        far = size / (way @ step)
        share = share + far * way
        rest -= far * step
        size, before = rest @ rest, size
        way = rest + size / before * way
    return share


def _with_constant(rows: Rows, features: int) -> Rows:
    """Return the documents with one more feature that all of them have."""
    ends = np.cumsum(rows.lengths)
    return Rows(
        rows.lengths + 1,
        np.insert(rows.numbers, ends, np.int32(features)),
        np.insert(rows.values, ends, np.float32(1.0)),
    )


def _summed(at: NDArray[np.int32], values: NDArray[np.float64], count: int) -> Doubles:
    return np.bincount(at, values, count).astype(np.float64, copy=False)
