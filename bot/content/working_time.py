"""Working days and office hours in Norway, holidays known. Must not know any case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Protocol

from bot.domain.norway import OSLO

OPENS, CLOSES = time(8, 0), time(15, 30)
"""Office hours counted in «timer i arbeidstida»; the bot's own default."""
_LEAP_YEAR = 2028
_LONGER_THAN_A_YEAR = 380


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


Periods = Sequence[tuple[str, str]]
"""Periods of a year, as month and day: `07-01` to `07-31`. One may span New Year."""


def outside_quiet(day: date, quiet: Periods) -> date:
    """Return the first working day from `day` on that is in no quiet period."""
    return _looked_for(day, 1, quiet)


def before_quiet(day: date, quiet: Periods) -> date:
    """Return the last working day up to `day` that is in no quiet period."""
    return _looked_for(day, -1, quiet)


def longest_quiet(quiet: Periods) -> int:
    """Return the most days in a row that are in quiet periods; 366 when every day is."""
    year = [_is_quiet(date(_LEAP_YEAR, 1, 1) + timedelta(days=one), quiet) for one in range(366)]
    in_a_row = longest = 0
    for is_quiet in (*year, *year):  # twice: one that spans New Year is whole in the middle
        in_a_row = in_a_row + 1 if is_quiet else 0
        longest = max(longest, in_a_row)
    return min(longest, 366)


def _looked_for(day: date, step: int, quiet: Periods) -> date:
    """Return the first working day, one way or the other, that is not quiet. Where the whole year is quiet no day is
    found, and nobody may stand still looking for one: then any working day will do."""
    found = _next_that(day, step, lambda one: is_working_day(one) and not _is_quiet(one, quiet))
    return found or _next_that(day, step, is_working_day) or day


def _next_that(day: date, step: int, is_right: Callable[[date], bool]) -> date | None:
    days = (day + timedelta(days=step * ahead) for ahead in range(_LONGER_THAN_A_YEAR))
    return next((one for one in days if is_right(one)), None)


def _is_quiet(day: date, quiet: Periods) -> bool:
    return any(_within(day, first, last) for first, last in quiet)


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
