"""Puts questions that ask for the same thing together, so that an editor reads each once. Must not store anything."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.answers.features import Weighting, blocks_of
from bot.answers.lexicon import Lexicon
from bot.answers.sparse import Postings
from bot.answers.wording import Reader

ALIKE = 0.42
"""Likeness (0 to 1) from which two questions are taken to ask the same: nynorsk, dialect and typos count as bokmål."""


def grouped(questions: Sequence[str], lexicon: Lexicon) -> tuple[tuple[int, ...], ...]:
    """Return the places of the questions in groups of like ones: largest group first, oldest place first in each.

    A question joins the group it is most like; deterministic, and quick for the few thousand a list may hold.
    """
    if not questions:
        return ()
    reader = Reader(lexicon)
    weighting = Weighting(blocks_of(reader.read(question), reader) for question in questions)
    postings = Postings(weighting.rows, len(weighting.features))
    group_of = np.full(len(questions), -1)
    groups: list[list[int]] = []
    for place, doc in enumerate(weighting.rows.documents()):
        likeness = postings.scores(doc)
        likeness[place:] = 0.0
        nearest = int(np.argmax(likeness)) if place else 0
        if place and likeness[nearest] >= ALIKE:
            group_of[place] = group_of[nearest]
            groups[group_of[place]].append(place)
        else:
            group_of[place] = len(groups)
            groups.append([place])
    return tuple(tuple(group) for group in sorted(groups, key=lambda group: (-len(group), group[0])))
