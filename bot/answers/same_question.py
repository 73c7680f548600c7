"""Puts questions together that ask for the same in other words. Must not know who asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from bot.answers.stem import stem
from bot.domain.published import OpenQuestion

ALIKE = 78
"""rapidfuzz score (0–100) of the stemmed words from which two questions count as the same."""
_WORD = re.compile(r"[a-zæøå0-9]+")
_SAYS_LITTLE = frozenset(
    {"jeg", "vi", "du", "han", "hun", "det", "den", "de", "en", "et", "er", "å", "og", "i", "på", "til", "for", "av"}
    | {"om", "som", "hva", "hvordan", "når", "kan", "skal", "må", "har", "med", "at", "ikke"}
)


@dataclass(frozen=True)
class Group:
    """Questions that are alike, the newest first; its wording is the shortest that says it."""

    questions: tuple[OpenQuestion, ...] = field(repr=False)

    @property
    def wording(self) -> str:
        """Return the wording to show."""
        return min((one.text for one in self.questions), key=len)

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of all of them."""
        return tuple(one.id for one in self.questions)


def grouped(questions: Sequence[OpenQuestion]) -> list[Group]:
    """Return the groups, the largest first, then the newest."""
    groups: list[tuple[str, list[OpenQuestion]]] = []
    for question in questions:
        words = _meaning(question.text)
        home = next((found for told, found in groups if fuzz.token_set_ratio(words, told) >= ALIKE), None)
        if home is None:
            groups.append((words, [question]))
        else:
            home.append(question)
    return [Group(tuple(found)) for _, found in sorted(groups, key=lambda one: -len(one[1]))]


def _meaning(text: str) -> str:
    words = [word for word in _WORD.findall(text.casefold()) if word not in _SAYS_LITTLE]
    return " ".join(stem(word) for word in words) or text.casefold()
