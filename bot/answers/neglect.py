"""Notices that a text tells of what may be neglect: food, clothes, hygiene, illness, children left alone, grown-ups who
drink, children who are humiliated (barnevernsloven § 13-2 a and b). Reads `words/omsorgssvikt.yaml`.

Must not know what is said of it. It is no danger right now, and no judgement: one sign on one day is not enough.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from bot.answers.acute_sentences import NO_SENTENCES, AcuteSentences
from bot.answers.acute_sentences_file import load_sentences
from bot.answers.wording import fold_to

WORDS = "words/omsorgssvikt.yaml"
ENOUGH, LASTS = "nok", "vedvarer"
"""What is enough by itself, and what tells that something goes on."""
AREAS = frozenset(["mat", "klær", "stell", "helse", "tilsyn", "voksne", "krenket"])
"""What a child may go without: two of them, or one that goes on."""
LONGEST = 4_000
"""Characters of a sentence that are read."""
_BETWEEN_SENTENCES = re.compile(r"[.!?\n]+")


class NeglectSigns:
    """Looks for the signs. Made by `load_neglect`; never changes."""

    def __init__(self, sentences: AcuteSentences = NO_SENTENCES) -> None:
        self._sentences = sentences

    def may_be_in(self, text: str) -> bool:
        """Tell whether what is told may be neglect."""
        pieces = (fold_to(piece, LONGEST) for piece in _BETWEEN_SENTENCES.split(text) if piece.strip())
        told = [self._sentences.kinds_in(piece) for piece in pieces]
        everything = frozenset().union(*told)
        if ENOUGH in everything or len(everything & AREAS) > 1:
            return True
        beside = (one | after for one, after in pairwise([*told, frozenset()]))
        return any(LASTS in one and not AREAS.isdisjoint(one) for one in beside)


def load_neglect(knowledge: Path) -> NeglectSigns:
    """Read the words; an edition from before there were any has none. Raises KnowledgeError with every problem."""
    if not (knowledge / WORDS).exists():
        return NeglectSigns()
    return NeglectSigns(load_sentences(knowledge, (ENOUGH, *sorted(AREAS), LASTS), WORDS))
