"""Working days and office hours in Norway, holidays known. Must not know any case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Protocol

from bot.domain.norway import OSLO

OPENS, CLOSES = time(8, 0), time(15, 30)
"""Office hours counted in «timer i arbeidstida»; the bot's own default."""


@lru_cache(maxsize=32)
def _holidays(year: int) -> frozenset[date]:
    import holidays  # a few megabytes, needed with the first case

    return frozenset(holidays.country_holidays("NO", years=year))


def is_working_day(day: date) -> bool:
    """Return whether it is Monday to Friday and no public holiday."""
    return day.weekday() < 5 and day not in _holidays(day.year)


def next_working_day(day: date) -> date:
    """Return the first working day after `day`."""
    day += timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def after_working_days(now: datetime, days: int) -> datetime:
    """Return the same time of day, kept inside office hours, so many working days later."""
    local = now.astimezone(OSLO)
    day = local.date()
    for _ in range(days):
        day = next_working_day(day)
    return datetime.combine(day, min(max(local.time(), OPENS), CLOSES), OSLO)


def after_office_hours(now: datetime, hours: float) -> datetime:
    """Return when so many office hours have passed."""
    return _after_office_hours(now.astimezone(OSLO), timedelta(hours=hours))


def office_time(start: datetime, end: datetime) -> timedelta:
    """Return how much office time lies between two moments; nothing when the second comes first."""
    at, until, total = start.astimezone(OSLO), end.astimezone(OSLO), timedelta()
    while at < until:
        at = _in_office_hours(at)
        closes = min(datetime.combine(at.date(), CLOSES, OSLO), until)
        total += max(closes - at, timedelta())
        at = datetime.combine(at.date() + timedelta(days=1), time(), OSLO)
    return total


def outside_quiet(day: date, quiet: Sequence[tuple[str, str]]) -> date:
    """Return the first working day from `day` on that is in no quiet period (`07-01` to `07-31`, may span New Year)."""
    while not is_working_day(day) or any(_within(day, first, last) for first, last in quiet):
        day += timedelta(days=1)
    return day


def before_quiet(day: date, quiet: Sequence[tuple[str, str]]) -> date:
    """Return the last working day up to `day` that is in no quiet period."""
    while not is_working_day(day) or any(_within(day, first, last) for first, last in quiet):
        day -= timedelta(days=1)
    return day


def _within(day: date, first: str, last: str) -> bool:
    today = f"{day:%m-%d}"
    return first <= today <= last if first <= last else today >= first or today <= last


class AnswersWithin(Protocol):
    """How long a team has to answer: as its profile says, or as it said when a case was sent."""

    @property
    def urgent_office_hours(self) -> int:
        """Office hours for an urgent case."""

    @property
    def ordinary_working_days(self) -> int:
        """Working days for any other."""


def due_at(now: datetime, *, urgent: bool, clock: AnswersWithin) -> datetime:
    """Return when the team should have answered: office hours for an urgent case, working days for others. What is
    sent while nobody works has waited no part of a day, so the days that follow are whole."""
    if urgent:
        return after_office_hours(now, clock.urgent_office_hours)
    day = now.astimezone(OSLO).date()
    start = now if is_working_day(day) else datetime.combine(day, CLOSES, OSLO)
    return after_working_days(start, clock.ordinary_working_days)


def _after_office_hours(start: datetime, left: timedelta) -> datetime:
    at = _in_office_hours(start)
    while at + left > datetime.combine(at.date(), CLOSES, OSLO):
        left -= datetime.combine(at.date(), CLOSES, OSLO) - at
        at = datetime.combine(next_working_day(at.date()), OPENS, OSLO)
    return at + left


def _in_office_hours(at: datetime) -> datetime:
    if not is_working_day(at.date()) or at.time() >= CLOSES:
        return datetime.combine(next_working_day(at.date()), OPENS, OSLO)
    return max(at, datetime.combine(at.date(), OPENS, OSLO))
