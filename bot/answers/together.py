"""Tells how likely it is that all the phrasings of an article together make a question.

A multinomial naive Bayes classifier over weighted features (McCallum and Nigam, A comparison of event models for naive
Bayes text classification, 1998), kept as postings. Where likeness weighs what a question has in common with one
phrasing, this weighs everything in it by how much more it stands in one article than in others. Must not know what the
features mean.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from bot.answers.sparse import Doc, Floats, Postings, Rows

UNSEEN = 0.01
"""Weight added to every feature of every article, so that one it does not have does not decide alone. The features of
a phrasing weigh .1 each; between .003 and .03 little changes."""


class Together:
    """Knows how much of each feature stands in the phrasings of each article. Never changes."""

    def __init__(self, rows: Rows, owners: NDArray[np.int32], count: int, features: int) -> None:
        """`owners` has for each row the number of its article, below `count`; those of one article stand together."""
        if np.count_nonzero(np.diff(owners)) + 1 > max(len(set(owners.tolist())), 1):
            raise ValueError("the rows of an article must stand together")
        weight = np.bincount(owners.repeat(rows.lengths), rows.values, count)
        self._rare = np.log(weight + UNSEEN * max(features, 1)).astype(np.float32)
        have = Rows.of(list(_added_up(rows, owners, count)))
        likely = Rows(have.lengths, have.numbers, np.log1p(have.values / np.float32(UNSEEN)))
        self._postings = Postings(likely, features, common_share=1.0)

    def scores(self, doc: Doc) -> Floats:
        """Return for each article the log likelihood of a text, beside that of the articles on average."""
        found: Floats = self._postings.scores(doc) - doc[1].sum() * self._rare
        found -= found.sum() / np.float32(len(found))
        return found


def _added_up(rows: Rows, owners: NDArray[np.int32], count: int) -> Iterator[Doc]:
    """Yield for each article its features and how much of each its rows have."""
    ends = np.append(0, rows.lengths.cumsum())
    first = {owner: number for number, owner in reversed(list(enumerate(owners.tolist())))}
    sizes = np.bincount(owners, minlength=count)
    for owner in range(count):
        start = first.get(owner, 0)
        there = slice(ends[start], ends[start + sizes[owner]])
        numbers, at = np.unique(rows.numbers[there], return_inverse=True)
        yield numbers, np.bincount(at, rows.values[there], len(numbers)).astype(np.float32)
