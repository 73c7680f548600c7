"""Finds dates of birth by what is said before them, however day, month and year are parted: "født 12,03,14", "fdato
12_3_2014", "kom til verden 12. i tredje 2014", "født 12.III.14", "DOB March 12, 2014".
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import sought
from bot.anonymise.words import whys
from bot.anonymise.words.months import MONTHS_OR_SHORT

_SAID = (
    r"(?:\b(?:fød(?:t|d|sels(?:dato|dag|data)\w*)|føst|f\.? ?dato(?:en)?|(?:ge)?bursdag\w*|dob|born|"
    r"kom(?:met)? til verd[ea]n?)\b(?:[^\d\n.]|\.(?!\d)){0,24}?|(?<![\w§])f[.:]{0,2} ?)"
)
"""What leads to a date of birth, with some words behind it: "født på St. Olavs"."""
_ORDINAL = (
    r"(?:første|andre|tredje|fjerde|femte|sjette|sj[ou]ende|syvende|åttende|niende|tiende|ellevte|tolvte|"
    r"(?:tret|fjor|fem|seks|syt|at|nit)tende|(?:tj(?:ue|uge)|tretti)(?:en|to|tre|fire|fem|seks|sju|åtte|ni)?"
    r"(?:ende|første|andre|tredje|fjerde|femte|sjette|sj[ou]ende|åttende|niende))"
)
_ABROAD = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|oct|dec)"
_NAMED = rf"(?:{MONTHS_OR_SHORT}|{_ABROAD})(?![a-zæøå])\.?"
_DAY = rf"(?:(?<!\d)\d{{1,2}}(?:[dt]e|nde|th|st|nd|rd)?|\b{_ORDINAL})"
_MONTH = rf"(?:\d{{1,2}}|(?:(?-i:I)|ii{{1,2}}|i?v|vi{{1,3}}|i?x|xi{{1,2}})(?!\w)|{_ORDINAL}|{_NAMED})"
_TEENS = (
    r"(?:ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|søtten|atten|nitten|"
    r"tjue(?: ?(?:en|to|tre|fire|fem|seks))?)"
)
_YEAR = rf"(?:(?:19|20)\d\d|\d\d|to ?tusen(?: ?og)? ?{_TEENS}|(?:tjue ?)?{_TEENS})"
_SIGN = r"[ .,/\-–—_:;*|+\\'’]"
_PARTED = rf"(?:{_SIGN}{{1,4}}(?:(?:i|den|of|the|året|år|dag i) )?)"
_NO_UNIT = (
    r"(?![\d%]|[.,:]\d|[a-zæøå]| ?(?:elever|barn|unger|gjester|år|prosent|timer|ganger|dager|uker|gram|g\b|kg|cm|kr\b|"
    r"kroner|minutter|min\b|måneder|stk))"
)
_BORN = re.compile(
    rf"{_SAID}(?:(?P<whole>{_DAY}{_PARTED}{_MONTH}{_PARTED}{_YEAR})|(?P<turned>(?:19|20)\d\d{_PARTED}{_MONTH}{_PARTED}"
    rf"{_DAY})|(?P<abroad>{_NAMED}{_PARTED}\d{{1,2}}(?:th|st|nd|rd)?{_PARTED}{_YEAR})){_NO_UNIT}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LAST_DAY, _LAST_MONTH = 31, 12
_BORN_THEN = sought(
    _BORN,
    *("født", "fødd", "fødsels", "føst", "dato", "bursdag", "dob", "born ", "verden", "verda", "f.", "f:", "f "),
)


@needing(_BORN_THEN.needs)
def find_birth_dates(document: Document) -> Iterator[Hit]:
    """Yield full dates of birth behind what says that somebody was born then."""
    for match in document.scan_each(_BORN_THEN):
        kind = match.lastgroup or "whole"
        if _is_a_day(match.group(kind), is_turned=kind == "turned"):
            yield direct(*match.span(kind), "fodselsdato", whys.BIRTH, 0.9, "[fødselsdato]")


def _is_a_day(date: str, *, is_turned: bool) -> bool:
    """Tell whether the figures beside the year can be a day and a month, in any order."""
    figures = [int(one) for one in _DIGITS.findall(date)]
    beside = figures[1:] if is_turned else figures[:-1]
    return all(0 < one <= _LAST_DAY for one in beside) and min(beside, default=1) <= (
        _LAST_MONTH if len(beside) > 1 else _LAST_DAY
    )
