"""Names of days and months in bokmål. Who reads nynorsk gets them as well: some of them are spelt otherwise there."""

from __future__ import annotations

from datetime import date

from bot.domain.norway import MONTHS, WEEKDAYS


def weekday(on: date) -> str:
    """Return «onsdag»."""
    return WEEKDAYS[on.weekday()]


def month(on: date) -> str:
    """Return «desember»."""
    return MONTHS[on.month - 1]


def long_day(on: date) -> str:
    """Return «onsdag 9. desember 2026»."""
    return f"{weekday(on)} {on.day}. {month(on)} {on.year}"


def short_date(on: date) -> str:
    """Return «9.12.2026»."""
    return f"{on.day}.{on.month}.{on.year}"


def month_and_year(counted: str) -> str:
    """Return «desember 2026» of the month things are counted in, «2026-12»."""
    first = date.fromisoformat(f"{counted}-01")
    return f"{month(first)} {first.year}"
