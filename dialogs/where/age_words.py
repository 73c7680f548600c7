"""Reads an age in Norwegian words: `14 år`, `18 mnd`, `4-åring`, `halvannet år`. Counts months for the youngest.

A grade, `7. klasse`, tells an age band and no age.
"""

from __future__ import annotations

import re

from bot.content.ages import OLDEST, band_of, band_of_years
from bot.domain.number_words import NUMBER_WORDS, ORDINALS

_ARTICLES = dict.fromkeys(("en", "ein", "ei", "et", "eit"), 1)
"""One, where nothing else is told: «fravær en måned, 14 år» is no baby."""
_WORDS = NUMBER_WORDS | _ARTICLES
_TIME = re.compile(
    rf"(?P<lasting>\b(?:i|siste) )?\b(?P<number>\d{{1,2}}|{'|'.join(_WORDS)})[\s-]*"
    r"(?:(?P<months>mnd|måned|månad)|år)(?P<rest>\w*)(?P<ago> si(?:den|dan)\b)?"
)
"""An age, or how long something has lasted or how long ago it was: «i to år», «for en måned siden»."""
_GRADE = re.compile(
    rf"\b(?!andre klass(?!e\b))(\d{{1,2}}|{'|'.join(ORDINALS)})\.?\s*(?:trinn|klass)\w*"
    r"|\b(?:trinn|klasse)\s+(\d{1,2})\b"
)
"""«Andre klasser» are others."""
LAST_GRADE, BEFORE_SCHOOL = 10, 5
"""The grades of the primary school, and what is added to a grade: a child of the eighth turns thirteen that year."""


def age_in_months(words: str) -> int | None:
    """Return the age in whole months, or None when no age is named."""
    months = _months_in(words)
    years = _years_in(words) if months is None else None
    return years * 12 if years is not None else months


def age_band(words: str) -> str | None:
    """Return the age band that is named, or that of a grade; None when none is, and when it may be two: «1 år»."""
    months = _months_in(words)
    if months is not None:
        return band_of(months)
    years = _years_in(words)
    return band_of_years(years) if years is not None else grade_band(words)


def grade_band(words: str) -> str | None:
    """Return the age band of a grade of the primary school, by the age a child turns that year; None when none is
    named."""
    told = _GRADE.search(words.casefold())
    named = (told[1] or told[2]) if told else "0"
    grade = ORDINALS[named] if named in ORDINALS else int(named)
    return band_of_years(BEFORE_SCHOOL + grade) if 1 <= grade <= LAST_GRADE else None


def _months_in(words: str) -> int | None:
    if "halvannet år" in words:
        return 18
    return next((number for number, is_months in _ages_in(words) if is_months), None)


def _years_in(words: str) -> int | None:
    years = next((number for number, is_months in _ages_in(words) if not is_months), None)
    return years if years is not None and years <= OLDEST else None


def _ages_in(words: str) -> list[tuple[int, bool]]:
    """Return each number that may be an age, and whether it is of months."""
    found = [one for one in _TIME.finditer(words) if not one["ago"] and (not one["lasting"] or one["rest"][:1] == "s")]
    counted = [one for one in found if one["number"] not in _ARTICLES] or found
    return [(_number(one["number"]), one["months"] is not None) for one in counted]


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word]
