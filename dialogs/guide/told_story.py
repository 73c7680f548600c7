"""What a story of a worry tells that the guide asks for later: how far they have come, and the child's age.

Ids of fixed choices only, which the button of the guide carries along: the story itself is kept nowhere.
"""

from __future__ import annotations

import re
from typing import Any

from bot.answers.wording import age_told
from bot.content.ages import band_of_years
from bot.content.guide import Guide
from dialogs.guide.hear import levels_said
from dialogs.guide.sitting import LEVEL_STEP

AGE_STEP, AGE_FIELD = "om_barnet", "alder"
"""The step and the field that ask how old the child is."""
BEGINS = "fortalt"
"""What begins the id of a button that carries what was told."""
_ON_LEVEL = re.compile(r"(?P<before>(?:[^\s.,;:!?]+\s+){0,3})\bpå (?:niv(?:å|aa|o)|trinn)\b")
_NOT_THERE = re.compile(r"\b(?:ikke|ikkje|itj|ittj|opp|over|videre|vidare|skal|bør|må|vil|før|fra|frå)\b")
"""Right before a level: they are not there, or not any more."""
_FOR_SO_LONG = re.compile(r"\b(?:i|siste|over|for|om|nesten|snart|hele|heile)\s+(?:de\s+)?\w+\s+(?:år|årene)\b")
"""Years that something has lasted, or will take, and no age."""

Ahead = tuple[tuple[str, Any], ...]


def told_in(story: str) -> str:
    """Return the id of a button that carries on what a story tells; empty where it tells neither for sure."""
    told = {LEVEL_STEP: _level_in(story), AGE_FIELD: _age_in(story)}
    return ".".join((BEGINS, *(f"{name}={one}" for name, one in told.items() if one))) if any(told.values()) else ""


def told_by(id: str, guide: Guide) -> Ahead:
    """Return the answers that the id of a button carries, as far as the guide knows them. Nothing in it is trusted."""
    begins, *parts = id.split(".")
    said = dict(part.split("=", 1) for part in parts if "=" in part) if begins == BEGINS else {}
    level, age = guide.steps.get(LEVEL_STEP), guide.steps.get(AGE_STEP)
    known: list[tuple[str, Any]] = []
    if level is not None and level.option(said.get(LEVEL_STEP, "")) is not None:
        known.append((LEVEL_STEP, said[LEVEL_STEP]))
    ages = {
        one.id for field in (age.fields if age is not None else ()) if field.id == AGE_FIELD for one in field.choices
    }
    if said.get(AGE_FIELD) in ages:
        known.append((AGE_STEP, {AGE_FIELD: said[AGE_FIELD]}))
    return tuple(known)


def _level_in(story: str) -> str:
    """Return the only level somebody says they are on: «vi har vært på nivå 1 i to måneder»."""
    text = story.casefold()
    on, named = [*_ON_LEVEL.finditer(text)], {*levels_said(text)}
    is_there = len(on) == 1 and not _NOT_THERE.search(on[0]["before"])
    return named.pop() if is_there and len(named) == 1 else ""


def _age_in(story: str) -> str:
    years = age_told(_FOR_SO_LONG.sub(" ", story.casefold()))
    return (band_of_years(years) if years is not None else None) or ""
