"""Reads an age in Norwegian words: `14 år`, `18 mnd`, `4-åring`, `halvannet år`. Counts months for the youngest."""

from __future__ import annotations

import re

_WORDS = {
    "ett": 1, "et": 1, "en": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8,
    "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16,
    "sytten": 17,
    "atten": 18, "nitten": 19, "tjue": 20,
}  # fmt: skip
_NUMBER = rf"(\d{{1,2}}|{'|'.join(_WORDS)})"
_MONTHS = re.compile(rf"\b{_NUMBER}[\s-]*(?:mnd|måned|månad)")
_YEARS = re.compile(rf"\b{_NUMBER}[\s-]*(?:år|åring)")
_OLDEST = 110


def age_in_months(words: str) -> int | None:
    """Return the age in whole months, or None when no age is named."""
    if "halvannet år" in words:
        return 18
    months = _MONTHS.search(words)
    if months:
        return _number(months[1])
    years = _YEARS.search(words)
    return _number(years[1]) * 12 if years and _number(years[1]) <= _OLDEST else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word]
