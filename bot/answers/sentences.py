"""Tells the sentences of a message apart and how much each counts beside the whole. Must not know what is searched.

A message that tells first and asks last is like no phrasing as a whole, but its last sentence, or one in the middle,
often is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from bot.answers.sparse import Floats

MOST = 8
"""Sentences looked up, the last ones: a question seldom stands first in a long story, and each costs a search."""
SHORTEST = 2
"""Words in a sentence that is looked up: «hei» and «takk» tell nothing."""
LAST_SHARE, ALL_SHARE = 0.2, 0.7
"""How much the last sentence and the mean of all sentences count beside the whole message (1): best on the
development questions, and little changes between .2 and .3 or .6 and 1."""
_NO_END = ("bvl", "fvl", "hpl", "jf", "kap", "nr", "ca", "kl", "st", "evt", "f.eks", "bl.a")
_ENDS = re.compile(
    r"(?<=[.!?])"  # first, because it is at once settled nearly everywhere
    + "".join(rf"(?<!\b{re.escape(short)}\.)" for short in _NO_END)
    + r"\s++(?!(?:trinn|klass|jan|feb|mars|apr|mai|jun|jul|aug|sept|okt|nov|des))|\s*\n\s*"
)
"""Between two sentences, in a text in lower case: not after «kl.» or in «7. trinn»."""
_MAY_END = re.compile(r"[.!?]\s|\n")
"""Without this no sentence ends, and it is quicker looked for."""


def split(text: str) -> list[str]:
    """Return the sentences and lines of a text in lower case; together they have all its words."""
    return _ENDS.split(text) if _MAY_END.search(text) else [text]


def looked_up(sentences: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the sentences, as words, that are looked up by themselves; none when there is only one to look up."""
    found = tuple(tuple(words) for words in sentences if len(words) >= SHORTEST)[-MOST:]
    return found if len(found) > 1 else ()


@lru_cache(maxsize=MOST + 1)
def shares(count: int) -> Floats:
    """Return how much the whole message and each of its `count` sentences count, together 1. Not to be changed."""
    if not count:
        return np.ones(1, np.float32)
    counted = np.array([1.0, *[ALL_SHARE / count] * count], np.float32)
    counted[-1] += LAST_SHARE
    counted /= counted.sum()
    return counted
