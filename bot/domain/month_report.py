"""The figures a municipality gets every month: of the month, and of the year up to its end. Small ones are hidden."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from bot.domain.figures import SMALLEST, CaseFigure, CourseCount, GuideCount, shown_count
from bot.domain.norway import OSLO

FIGURES = "tall"
"""What stands for a team in the key of a channel that gets figures and no cases: `stjordal/tall`."""
Shown = tuple[tuple[str, str], ...]
"""(what, count as it may be shown), the most frequent first."""


def gets_figures(team: str) -> str:
    """Return the municipality whose figures a connected channel gets; empty when it is a team's channel."""
    municipality, _, name = team.partition("/")
    return municipality if name == FIGURES else ""


@dataclass(frozen=True)
class MonthReport:
    """Counts as they may be shown: «færre enn 5», or rounded to the nearest five."""

    municipality: str
    month: str
    """`2026-11`."""
    sent: str
    """Cases sent to a team this month."""
    sent_this_year: str
    themes: Shown
    """Of the year, in whole batches; a theme of fewer than five cases is left out, as if there were none."""
    ages: Shown
    levels: Shown
    begun: str
    """Guides begun this month."""
    begun_this_year: str
    ended_this_year: str
    """Guides that came to an outcome."""
    learned_this_year: str
    """Introductions finished."""


def report_of(
    municipality: str,
    month: str,
    cases: Iterable[CaseFigure],
    guides: Iterable[GuideCount],
    courses: Iterable[CourseCount],
) -> MonthReport:
    """Count the month, and the year from January to the end of that month (Norwegian time)."""
    year = [one for one in cases if one.municipality == municipality and _is_so_far(_month(one), month)]
    used = [one for one in guides if one.municipality == municipality and _is_so_far(one.month, month)]
    learned = (one.number for one in courses if one.municipality == municipality and _is_so_far(one.month, month))
    begun = [one for one in used if not one.outcome]
    spread = _whole_batches(year)
    return MonthReport(
        municipality,
        month,
        sent=shown_count(sum(_month(one) == month for one in year)),
        sent_this_year=shown_count(len(year)),
        themes=_shown(spread, "theme"),
        ages=_shown(spread, "age"),
        levels=_shown(spread, "level"),
        begun=shown_count(sum(one.number for one in begun if one.month == month)),
        begun_this_year=shown_count(sum(one.number for one in begun)),
        ended_this_year=shown_count(sum(one.number for one in used if one.outcome)),
        learned_this_year=shown_count(sum(learned)),
    )


def _month(one: CaseFigure) -> str:
    return f"{one.created_at.astimezone(OSLO):%Y-%m}"


def _is_so_far(month: str, until: str) -> bool:
    return until[:4] == month[:4] and month <= until


def _whole_batches(cases: Sequence[CaseFigure]) -> Sequence[CaseFigure]:
    """Return the oldest cases in batches of five: what is newest waits until five can be told of at once.

    Rounding alone hides a count, not a change: whoever looks before and after one case would see its theme, age and
    level pass a step in the same moment. Between two looks there are now no new cases, or at least five.
    """
    in_order = sorted(cases, key=lambda one: one.created_at)
    return in_order[: len(in_order) - len(in_order) % SMALLEST]


def _shown(cases: Sequence[CaseFigure], group: str) -> Shown:
    counts = Counter(key for one in cases for key in one.keys(group))
    often = sorted((one for one in counts.items() if one[1] >= SMALLEST), key=lambda one: (-one[1], one[0]))
    return tuple((key, shown_count(count)) for key, count in often)


def written(report: MonthReport) -> str:
    """Return the report as text that a row can carry; `read_report` reads it."""
    return json.dumps(asdict(report))


def read_report(text: str) -> MonthReport:
    """Return the report that was written."""
    values = json.loads(text)
    lists = {name: tuple((key, count) for key, count in values[name]) for name in ("themes", "ages", "levels")}
    return MonthReport(**{**values, **lists})
