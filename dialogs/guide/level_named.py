"""Hears the level that is named by its number: «jeg er på nivå 2 allerede». What is told of is `level_told.py`."""

from __future__ import annotations

import re

from bot.domain.number_words import NUMBER_WORDS

_HIGHEST = 3
_NUMBERS = {word: str(number) for word, number in NUMBER_WORDS.items() if number <= _HIGHEST}
_LEVEL = re.compile(rf"\b(?:niv[åa] ?({'|'.join(_NUMBERS)})|(?:niv[åa]|trinn) ?([0-3]))\b")
LEVEL_AT_SCHOOL = re.compile(
    r"\btrinn\s*\d+|\bniv(?:å|aa|o)\s*\w+ (?:i (?:les|norsk|matte|rekn|regn|engelsk|språk|svømm)|på (?:nasjon|kartl))"
)
"""A class of the school, or how well a child does in it: «jeg er lærer på trinn 3», «hun er på nivå 1 i lesing»."""


def level_said(said: str) -> str | None:
    """Return the answer to «hvor langt har dere kommet» that words such as «jeg er på nivå 2 allerede» hold."""
    return next(iter(levels_said(said)), None)


def levels_said(said: str) -> tuple[str, ...]:
    """Return every such answer that is named, in the order they are named."""
    numbers = (_NUMBERS[level[1]] if level[1] else level[2] for level in _LEVEL.finditer(said.casefold()))
    return tuple("ny" if number == "0" else f"niva_{number}" for number in numbers)
