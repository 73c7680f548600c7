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
    """Knows how much more often each feature stands in our texts than in the others."""

    def __init__(self, rows: Rows, is_ours: NDArray[np.bool_], is_other: NDArray[np.bool_], features: int) -> None:
        """What is neither, such as small talk, does not count."""
        ours, others = int(np.count_nonzero(is_ours)), int(np.count_nonzero(is_other))
        in_ours, in_others = (
            np.bincount(rows.numbers[some.repeat(rows.lengths)], minlength=features).astype(np.float32)
            for some in (is_ours, is_other)
        )
        usual = float(np.log(max(ours, 1) / max(others, 1)))
        self._odds: Floats = np.log(in_ours + UNSEEN) - np.log(in_others + UNSEEN) - usual

    def odds(self, doc: Doc) -> float:
        """Return the mean log odds of the features, weighed by how telling they are: above nought is ours."""
        numbers, weights = doc
        return float(weights.dot(self._odds[numbers]))
