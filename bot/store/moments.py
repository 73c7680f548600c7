"""Times in the database are whole microseconds since 1970 in UTC: the same, and comparable, in every database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_START = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_number(at: datetime) -> int:
    """Return the microseconds; a time without zone is refused."""
    return (at - _START) // _MICROSECOND


def to_number_or_none(at: datetime | None) -> int | None:
    """Return the microseconds, or None."""
    return None if at is None else to_number(at)


def from_number(number: int) -> datetime:
    """Return the time, in UTC."""
    return _START + timedelta(microseconds=number)


def from_number_or_none(number: int | None) -> datetime | None:
    """Return the time, or None."""
    return None if number is None else from_number(number)
