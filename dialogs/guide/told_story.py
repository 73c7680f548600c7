"""What a story of a worry tells that the guide asks for later: how far they have come, and the child's age.

Ids of fixed choices only, which the button of the guide carries along: the story itself is kept nowhere.
"""

from __future__ import annotations

import re
from typing import Any

from bot.answers.story import names_someone
from bot.answers.wording import age_told
from bot.content.ages import band_of_years
from bot.content.guide import Guide
from dialogs.guide.level_named import LEVEL_AT_SCHOOL, levels_said
from dialogs.guide.sitting import LEVEL_STEP

AGE_STEP, AGE_FIELD = "om_barnet", "alder"
"""The step and the field that ask how old the child is."""
BEGINS = "fortalt"
"""What begins the id of a button that carries what was told."""
_ON_LEVEL = re.compile(r"(?P<before>[^.,;:!?\n]*)\bpå niv(?:å|aa|o)\b")
"""A level in its own clause."""
_OURS = re.compile(r"\b(?:vi|me|mi|jeg|eg|æ|saken|saka)\b")
_NOT_THERE = re.compile(r"\b(?:ikke|ikkje|itj|ittj|opp|over|videre|vidare|skal|bør|må|vil|før|fra|frå)\b")
"""Before a level: they are not there, or not any more."""
_CLAUSE = re.compile(r"[.,;:!?\n]|\b(?:og|men|å)\b")
_GRADE = re.compile(r"(?:\b\w+\.?\s*)?\b(?:trinn|klasse)\w*(?:\s*\d+)?")
"""«3. klasse» is no age of three."""
_AGE = re.compile(r"\w+[ -]?(?:år|åring|årig)|\b(?:jent|gutt?|elev|barn|[uo]ng)[a-zæøå]*\s+på\s+\d")
"""«14 år», «fireåring», «jente på 8»; «det er 5 uker siden» is none."""
_SOMEBODY_ELSE = re.compile(
    r"\b(?:(?:ste|beste)?(?:mor|far)(?:a|en|s)?|mamma\w*|pappa\w*|foreld\w*|søsk\w*|\w*s[øy]ster\w*|\w*bror\w*|onkel\w*"
    r"|tant[ea]\w*|tvilling\w*|kjæreste\w*|samboer\w*|venn\w*|mannen|kona|\w*lærer\w*|\w*assistent\w*|vikar\w*|ansatt\w*"
    r"|kollega\w*|(?:siden|sidan|da|når|før|fra|frå) (?:han|hun|hen|ho|hu|barnet|eleven|gutten|guten|jenta))\b"
)
"""Before an age in its clause: it is that of somebody else, or of an earlier time."""
_FOR_SO_LONG = re.compile(
    r"\b(?:i|siste|over|for|om|nesten|snart|hele|heile)\s+(?:de\s+)?\w+\s+(?:år|årene)\b"
    r"|\b\w+\s+år\s+(?:eldre|yngre|siden|sidan|forskjell|mellom)\b"
)
"""Years that something has lasted, or will take, or that are between two, and no age."""

Ahead = tuple[tuple[str, Any], ...]


def told_in(story: str) -> str:
    """Return the id of a button that carries on what a story tells; empty where it tells neither for sure."""
    told = {LEVEL_STEP: _level_in(story), AGE_FIELD: age_in(story)}
    return ".".join((BEGINS, *(f"{name}={one}" for name, one in told.items() if one))) if any(told.values()) else ""


def with_age(id: str, years: int) -> str:
    """Return the id of such a button with the age that was told since."""
    told = [part for part in id.split(".")[1:] if not part.startswith(f"{AGE_FIELD}=")]
    return ".".join((BEGINS, *told, f"{AGE_FIELD}={band_of_years(years)}"))


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
    text = LEVEL_AT_SCHOOL.sub(" ", story.casefold())
    if "på niv" not in text:
        return ""
    on, named = [*_ON_LEVEL.finditer(text)], {*levels_said(text)}
    if len(on) != 1 or len(named) != 1:
        return ""
    before = on[0]["before"]
    is_ours = _OURS.search(before) is not None and not names_someone(before)  # «hun ligger på nivå 1» is not
    return named.pop() if is_ours and not _NOT_THERE.search(before) else ""


def age_in(story: str) -> str:
    """Return the age band of the only age that is told, where it is not that of somebody else: «broren på 15 år»."""
    text = _FOR_SO_LONG.sub(" ", _GRADE.sub(" ", story.casefold()))
    years = age_told(text)
    told = [clause[: age.start()] for clause in _CLAUSE.split(text) if (age := _AGE.search(clause))]
    if years is None or not told or any(_SOMEBODY_ELSE.search(before) for before in told):
        return ""
    return band_of_years(years) or ""
