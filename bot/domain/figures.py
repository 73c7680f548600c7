"""Counts that can never identify anyone: small ones are hidden, the rest is rounded against subtraction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.case import Case
from bot.domain.norway import OSLO

SMALLEST = 5
"""Fewer than this and a person could be meant (OsloMet's and Helsedirektoratet's yardsticks are four to five)."""


@dataclass(frozen=True)
class CaseFigure:
    """What is left of a case as a figure."""

    municipality: str
    team: str
    age_band: str
    themes: tuple[str, ...]
    status: str
    created_at: datetime
    answered_at: datetime | None = None
    levels: tuple[str, ...] = ()
    """What was done before the case was sent, `hv_niva_1` for instance."""

    def keys(self, group: str) -> Iterable[str]:
        """Return what the case counts under: `team`, `month` (Norwegian time), `theme`, `level`, `age` or `status`."""
        if group in ("theme", "level"):
            return self.themes if group == "theme" else self.levels
        month = f"{self.created_at.astimezone(OSLO):%Y-%m}"
        return ({"team": self.team, "month": month, "age": self.age_band, "status": self.status}[group],)


def figure_of(case: Case) -> CaseFigure:
    """Return what is left of the case as a figure."""
    form = case.form
    return CaseFigure(
        case.municipality,
        case.team,
        form.age_band,
        form.themes,
        case.status,
        case.created_at,
        case.answer_since,
        form.levels_done,
    )


GROUPS = ("team", "month", "theme", "level", "age", "status")
"""What cases are counted under."""


@dataclass(frozen=True)
class CaseCount:
    """How many deleted cases of one year stand under one name of a group; which of them also stand under a name of
    another group is not known any more."""

    municipality: str
    year: str
    """`2026`, Norwegian time."""
    group: str
    name: str
    number: int


def counted(cases: Iterable[CaseFigure]) -> Sequence[CaseCount]:
    """Return the cases as counts."""
    counts = Counter(
        (one.municipality, f"{one.created_at.astimezone(OSLO):%Y}", group, name)
        for one in cases
        for group in GROUPS
        for name in one.keys(group)
    )
    return [CaseCount(*where, number) for where, number in sorted(counts.items())]


@dataclass(frozen=True)
class CourseCount:
    """How many have finished a version of a course in one month; nothing tells who."""

    municipality: str
    month: str
    """`2026-11`, Norwegian time."""
    course: str
    version: str
    number: int


@dataclass(frozen=True)
class GuideCount:
    """How often a guide was begun, or came to an outcome, in one month; nothing tells who."""

    municipality: str
    """Empty when the person has not said where they work."""
    month: str
    """`2026-11`, Norwegian time."""
    guide: str
    outcome: str
    """Id of the outcome; empty for «begun»."""
    number: int


def shown_count(count: int) -> str:
    """Return the count as it may be shown: «færre enn 5», else rounded to the nearest five."""
    if count == 0:
        return "0"
    return f"færre enn {SMALLEST}" if count < SMALLEST else str(SMALLEST * round(count / SMALLEST))


class CourseCounts(Protocol):
    """How many have finished a course, by municipality, month and version. Nobody is in it."""

    async def add(self, municipality: str, month: str, course: str, version: str) -> None:
        """Count one more."""

    async def all(self) -> Sequence[CourseCount]:
        """Return every count, oldest month first."""


class GuideCounts(Protocol):
    """How often guides are begun and where they end, by municipality and month. Nobody is in it."""

    async def add(self, municipality: str, month: str, guide: str, outcome: str) -> None:
        """Count one more; an empty outcome is one begun."""

    async def all(self) -> Sequence[GuideCount]:
        """Return every count, oldest month first."""
