"""Working days and office hours in Norway, holidays known. Must not know any case."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from bot.content.team import Clock

OSLO = ZoneInfo("Europe/Oslo")
OPENS, CLOSES = time(8, 0), time(15, 30)
"""Office hours counted in «timer i arbeidstida»; the bot's own default."""


@lru_cache(maxsize=32)
def _holidays(year: int) -> frozenset[date]:
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


def due_at(now: datetime, *, urgent: bool, clock: Clock) -> datetime:
    """Return when the team should have answered: office hours for an urgent case, working days for others."""
    local = now.astimezone(OSLO)
    if urgent:
        return _after_office_hours(local, timedelta(hours=clock.urgent_office_hours))
    day = local.date()
    for _ in range(clock.ordinary_working_days):
        day = next_working_day(day)
    return datetime.combine(day, min(max(local.time(), OPENS), CLOSES), OSLO)


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
