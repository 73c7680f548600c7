"""Hears a word that denies, also where it is misspelt: «har ikek meldt» says that nobody has reported.

Must not judge what is denied.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.content.texts import Texts

NEAR = 1
"""Letters that may be wrong, missing, too many or in each other's place."""


def may_deny(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether one of the words denies, as it stands or misspelt."""
    return not texts.words("common.words_deny").isdisjoint(words) or has_misspelt_denial(words, texts)


def has_misspelt_denial(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether one of the words is none that denies, but so near to one that it may well be meant: «ikek», «aldir».
    Too many are better than one too few, for what is denied must never be heard as said."""
    denying = texts.words("common.words_deny")
    others = {word for word in words if word not in denying} - texts.words("common.words_not_deny")
    return any(_is_near(word, denying) for word in others)


def turns_round(said: Sequence[str], name: Sequence[str], texts: Texts) -> bool:
    """Tell whether words that are nearly a name say the opposite: one denies and the other does not, «følg med, jeg kan
    ikke snakke med foreldrene», or only one has the «u» of «usikker»."""
    return may_deny(said, texts) != may_deny(name, texts) or turned_by_a_letter(said, name)


def turned_by_a_letter(said: Sequence[str], name: Sequence[str]) -> bool:
    """Tell whether a word of one is the opposite of a word of the other by its first letter: «sikker» and «usikker»."""
    one, other = {*said}, {*name}
    return any(f"u{word}" in there - here for here, there in ((one, other), (other, one)) for word in here - there)


@lru_cache(maxsize=2_000)
def _is_near(word: str, denying: frozenset[str]) -> bool:
    return any(OSA.distance(word, one, score_cutoff=NEAR) <= NEAR for one in denying)
