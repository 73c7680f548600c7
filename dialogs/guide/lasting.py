"""Reads how long something has lasted as the choice it is, where a checklist asks: «tre uker», «i et halvt år».

How old the child is, how often something happens, how long ago or in how long is none of that: «jente 14 år», «2 dager
i uka», «skilt for 2 år siden», «om to uker».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.content.guide import GuideStep
from bot.domain.number_words import NUMBER_WORDS
from dialogs.guide.since_when import since_as_long

DAYS, WEEKS, MONTHS = "noen_dager", "noen_uker", "flere_maneder"
"""Ids of the choices of a field that asks how long."""
_MANY = {"par": 2, "noen": 3, "nokre": 3, "flere": 3, "fleire": 3, "mange": 3, "halvt": 0.5, "halvannen": 1.5}
_LONGS = {"d": 1, "u": 7, "v": 7, "m": 30, "å": 365}
"""Days of a unit by its first letter: dag, uke, veke, måned, år."""
A_WEEK_OR_SO, TWO_MONTHS = 10, 56
"""Up to so many days are days, and from so many they are months."""
FEW_YEARS = 5
"""More years than this, and nothing that says they have lasted, are an age."""
BEGINS = ":\n·"
"""What a choice begins behind: a label, or the line or the field before it."""
FAR = 60
"""Characters before a time that may tell what it is of."""
_NUMBER = "|".join(sorted((*NUMBER_WORDS, *_MANY), key=len, reverse=True))
_LASTED = re.compile(
    rf"\b(?:(?:et|ett|en|ei|eit)\s+)?(?:(?:\d{{1,2}}|{_NUMBER})\s*(?:[-–]|til|eller)\s*)?"
    rf"(?P<number>\d{{1,2}}|{_NUMBER})(?:,\d)?\s+"
    r"(?P<unit>dag(?:er|ar|a)?|uk(?:e|er|a)|vek(?:e|er|a)|måne?d(?:er|ar|a)?|mnd|år)\b"
    r"(?!\s+(?:gam|eldre|yngre|(?:i|om|per|pr)\.?\s+(?:dag|uk|vek|mån|mnd|gang|år|semester)|hver|kvar|av\s+\d))"
    r"(?P<since>(?:\s+(?:nå|no|tid|siden|sidan)\b)*)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:\b(?:det|har|hatt|vart|vært|pågått|holdt|på|i|for|de|siste|om lag|ca|cirka|omtrent|rundt|over|nesten|snart"
    r"|minst|kanskje)\b[\s.]{0,5})+$",
    re.IGNORECASE,
)
"""What stands before a time and belongs to it: «har vart i», «for ca.»."""
_CHILD = r"(?:han|hun|ho|hu|hen|barnet|eleven|gut+(?:en)?|jent[ea]n?|ungen|baby(?:en)?|\w*s[øy]ster\w*|\w*bror\w*)"
_IS_SO_OLD = re.compile(rf"\b{_CHILD}\s+(?:er|e|æ|var|va|ble|blei|vart|fylte|fyller)\s*$", re.IGNORECASE)
"""Right before an age: «hun er»."""
_OF_A_CHILD = re.compile(r"\b(?:gut+|jente|barn|elev|unge|baby)\b(?:\s+på)?[\s,]*$", re.IGNORECASE)
"""Right before years: «jente», «gutt på»."""
_BEGAN = re.compile(r"\b(?:begyn|start|oppst|merk|oppdag|så det|såg)\w*", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:om|ikke|ikkje|itj|ittj|innen)\s*$", re.IGNORECASE)
"""Right before what is not over, or never was: «om to uker», «ikke tre uker»."""


def as_lasting(said: str, step: GuideStep, today: date) -> str:
    """Return what is said with how long it has lasted as the name of a choice, where the step has a field for that."""
    names = {choice.id: choice.say for field in step.fields for choice in field.choices}
    if not {WEEKS, MONTHS} <= names.keys():
        return said
    said = since_as_long(said, today)
    told, end = "", 0
    for lasted in _LASTED.finditer(said):
        before = said[max(end, lasted.start() - FAR) : lasted.start()]
        lead = found[0] if (found := _LEAD.search(before)) is not None else ""
        choice = _choice(lasted)
        if choice in names and _has_lasted(lasted, before.removesuffix(lead), lead.casefold().split()):
            told += said[end : lasted.start() - len(lead)].rstrip(" \t,")
            told += f"{'' if not told or told[-1] in BEGINS else ', '}{names[choice]}"
            end = lasted.end()
    return told + said[end:]


def _has_lasted(lasted: re.Match[str], before: str, lead: Sequence[str]) -> bool:
    """Tell whether a time is that of what is going on, and no age, nothing to come and nothing long past."""
    if _NOT_YET.search(before) or _IS_SO_OLD.search(before):
        return False
    is_bare = not lead or lead == ["på"]
    if lasted["unit"].casefold() == "år" and is_bare:
        return _count(lasted) <= FEW_YEARS and not _OF_A_CHILD.search(before)
    is_ago = "sid" in lasted["since"].casefold() and (not lead or lead[-1] == "for")
    part = re.split(r"[,.;:\n]", before)[-1]
    return not is_ago or not part.strip() or _BEGAN.search(part) is not None


def _count(lasted: re.Match[str]) -> float:
    number = lasted["number"].casefold()
    return float(number) if number.isdecimal() else _MANY.get(number, NUMBER_WORDS.get(number, 1))


def _choice(lasted: re.Match[str]) -> str:
    days = _count(lasted) * _LONGS[lasted["unit"][0].casefold()]
    return DAYS if days < A_WEEK_OR_SO else WEEKS if days < TWO_MONTHS else MONTHS
