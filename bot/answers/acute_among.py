"""Puts dangers among calm texts, for the network to learn that a danger is one also there. Must not judge them."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import numpy as np
from numpy.typing import NDArray

EACH = 4
"""For so many examples one text is made with a danger in it, and one without."""
LONGEST_DANGER, SHORTEST_CALM, LONGEST_CALM = 25, 5, 60
"""Words of the examples that are put together."""
AROUND, TOGETHER = (1, 2, 2, 3), (2, 3, 3, 4)
"""How many calm texts stand around a danger, and how many together without one."""
SEED = 11


def among_calm(texts: Sequence[str], danger: NDArray[np.bool_]) -> list[tuple[str, bool]]:
    """Return long texts made of the examples, and whether there is danger in them. None where there is nothing to make
    them of."""
    chance, lengths = Random(SEED), [len(text.split()) for text in texts]
    told = list(zip(texts, danger.tolist(), lengths, strict=True))
    dangers = [text for text, is_one, length in told if is_one and length <= LONGEST_DANGER]
    calm = [text for text, is_one, length in told if not is_one and SHORTEST_CALM <= length <= LONGEST_CALM]
    if not dangers or len(calm) < max(TOGETHER):
        return []
    made, each = [], len(texts) // EACH
    for _ in range(each):
        around = chance.sample(calm, chance.choice(AROUND))
        around.insert(chance.randrange(len(around) + 1), chance.choice(dangers))
        made.append((_joined(around), True))
    return made + [(_joined(chance.sample(calm, chance.choice(TOGETHER))), False) for _ in range(each)]


def _joined(texts: Sequence[str]) -> str:
    return " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in texts)
