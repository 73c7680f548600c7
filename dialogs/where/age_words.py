"""Reads an age in Norwegian words: `14 år`, `18 mnd`, `4-åring`, `halvannet år`. Counts months for the youngest."""

from __future__ import annotations

import re

from bot.content.ages import OLDEST, band_of, band_of_years
from bot.domain.number_words import NUMBER_WORDS

_WORDS = NUMBER_WORDS | {"et": 1, "eit": 1}
_NUMBER = rf"(\d{{1,2}}|{'|'.join(_WORDS)})"
_MONTHS = re.compile(rf"\b{_NUMBER}[\s-]*(?:mnd|måned|månad)")
_YEARS = re.compile(rf"\b{_NUMBER}[\s-]*(?:år|åring)")


def age_in_months(words: str) -> int | None:
    """Return the age in whole months, or None when no age is named."""
    months = _months_in(words)
    years = _years_in(words) if months is None else None
    return years * 12 if years is not None else months


def age_band(words: str) -> str | None:
    """Return the age band that is named; None when none is, and when it may be two: «1 år»."""
    months = _months_in(words)
    if months is not None:
        return band_of(months)
    years = _years_in(words)
    return band_of_years(years) if years is not None else None


def _months_in(words: str) -> int | None:
    if "halvannet år" in words:
        return 18
    months = _MONTHS.search(words)
    return _number(months[1]) if months else None


def _years_in(words: str) -> int | None:
    years = _YEARS.search(words)
    return _number(years[1]) if years and _number(years[1]) <= OLDEST else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word]
