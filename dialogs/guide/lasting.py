"""Reads how long something has lasted as the choice it is, where a checklist asks: «tre uker», «i et halvt år»."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.content.guide import GuideStep
from bot.domain.number_words import NUMBER_WORDS

DAYS, WEEKS, MONTHS = "noen_dager", "noen_uker", "flere_maneder"
"""Ids of the choices of a field that asks how long."""
_MANY = {"par": 2, "noen": 3, "nokre": 3, "flere": 3, "fleire": 3, "mange": 3, "halvt": 0.5, "halvannen": 1.5}
_LONGS = {"d": 1, "u": 7, "v": 7, "m": 30, "å": 365}
"""Days of a unit by its first letter: dag, uke, veke, måned, år."""
A_WEEK_OR_SO, TWO_MONTHS = 10, 56
"""Up to so many days are days, and from so many they are months."""
_NUMBER = "|".join(sorted((*NUMBER_WORDS, *_MANY), key=len, reverse=True))
_LASTED = re.compile(
    r"(?:\b(?:det|har|hatt|vart|vært|pågått|holdt|på|i|for|de|siste|om lag|ca|cirka|omtrent|rundt|over|nesten|snart"
    r"|minst|kanskje)\b[\s.]*)*"
    rf"\b(?:(?:et|ett|en|ei|eit)\s+)?(?P<number>\d{{1,2}}|{_NUMBER})\s+"
    r"(?P<unit>dag(?:er|ar|a)?|uk(?:e|er|a)|vek(?:e|er|a)|måne?d(?:er|ar|a)?|mnd|år)\b(?:\s+(?:nå|no|tid|siden|sidan)\b)*",
    re.IGNORECASE,
)


def as_lasting(said: str, step: GuideStep) -> str:
    """Return what is said with how long it has lasted as the name of a choice, where the step has a field for that."""
    names = {choice.id: choice.say for field in step.fields for choice in field.choices}
    if not {WEEKS, MONTHS} <= names.keys():
        return said
    named = _LASTED.sub(lambda lasted: _named(lasted, names), said)
    return re.sub(r"[\s,]*,\s+", ", ", named).removeprefix(", ")


def _named(lasted: re.Match[str], names: Mapping[str, str]) -> str:
    number, unit = lasted["number"].casefold(), lasted["unit"].casefold()
    count = float(number) if number.isdecimal() else _MANY.get(number, NUMBER_WORDS.get(number, 1))
    days = count * _LONGS[unit[0]]
    choice = DAYS if days < A_WEEK_OR_SO else WEEKS if days < TWO_MONTHS else MONTHS
    return f", {names[choice]}" if choice in names else lasted[0]
