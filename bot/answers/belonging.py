"""Tells how much more often what a text is made of stands in our own texts than in those that are off topic.

A naive Bayes classifier: it weighs everything in a text, where likeness to the nearest texts weighs what two have in
common. Must not know what the features mean.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.answers.sparse import Doc, Floats, Rows

UNSEEN = 0.3
"""Added to every count, so that a feature of one side only does not decide alone."""


class Belonging:
    """Knows in how many of our texts and of the others each feature stands."""

    def __init__(self, rows: Rows, is_ours: NDArray[np.bool_], is_other: NDArray[np.bool_], features: int) -> None:
        """What is neither, such as small talk, does not count."""
        self._ours, self._others = (
            np.bincount(rows.numbers[some.repeat(rows.lengths)], minlength=features).astype(np.float32)
            for some in (is_ours, is_other)
        )
        ours, others = int(np.count_nonzero(is_ours)), int(np.count_nonzero(is_other))
        self._usual = float(np.log(max(ours, 1) / max(others, 1)))
        self._odds = self._log_odds(self._ours, self._others)

    def odds(self, doc: Doc, forgotten: tuple[int, int] = (0, 0)) -> float:
        """Return the mean log odds of the features, weighed by how telling they are: above nought is ours.

        `forgotten` is how many of our texts and of the others to leave out that are the same as this one.
        """
        numbers, weights = doc
        if forgotten == (0, 0):
            return float(weights.dot(self._odds[numbers]))
        ours, others = self._ours[numbers] - forgotten[0], self._others[numbers] - forgotten[1]
        return float(weights @ self._log_odds(ours, others))

    def _log_odds(self, ours: Floats, others: Floats) -> Floats:
        odds: Floats = np.log(ours + UNSEEN) - np.log(others + UNSEEN) - self._usual
        return odds
