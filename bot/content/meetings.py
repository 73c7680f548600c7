"""When a consultation team meets next, read from what the municipality has filled in. Guesses nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.content.fact import known
from bot.content.team import Meets
from bot.content.working_time import OSLO, is_working_day

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag")
LOOK_AHEAD = timedelta(days=400)
_WHEN = re.compile(rf"({'|'.join(WEEKDAYS)})(?:er)?\s+(?:kl\.?\s*)?(\d{{1,2}})[:.](\d{{2}})", re.IGNORECASE)
_BEFORE = re.compile(r"(\d+|en|én|ett|to|tre|fire|fem)\s+(arbeidsdag|dag|time|uke)", re.IGNORECASE)
_NUMBERS = {"en": 1, "én": 1, "ett": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5}


@dataclass(frozen=True)
class Meeting:
    """One meeting of a team."""

    at: datetime
    deadline: datetime | None = None
    """Last moment a case can be put on it; None when no deadline is filled in."""


def next_meeting(meets: Meets | None, now: datetime) -> Meeting | None:
    """Return the first meeting a case can still be put on; None when day, time or rhythm is not filled in."""
    when = weekday_and_time(meets) if meets else None
    if meets is None or when is None:
        return None
    for day in _days(meets, when[0], now.astimezone(OSLO).date()):
        meeting = meeting_on(meets, day)
        if meeting is not None and (meeting.deadline or meeting.at) > now and is_working_day(day):
            return meeting
    return None


def meeting_on(meets: Meets | None, day: date | None) -> Meeting | None:
    """Return the meeting of that day with its time and deadline; None while the time is not filled in."""
    when = weekday_and_time(meets) if meets else None
    if meets is None or when is None or day is None:
        return None
    at = datetime.combine(day, when[1], OSLO)
    return Meeting(at, _deadline(meets, at))


def weekday_and_time(meets: Meets) -> tuple[int, time] | None:
    """Return weekday (Monday = 0) and time from «torsdag 12:00»; None when unknown or unreadable."""
    found = _WHEN.search(known(meets.weekday_and_time) or "")
    if found is None or int(found[2]) > 23 or int(found[3]) > 59:
        return None
    return WEEKDAYS.index(found[1].lower()), time(int(found[2]), int(found[3]))


def _days(meets: Meets, weekday: int, today: date) -> Iterator[date]:
    """Yield the days of meetings from today on, exceptions left out."""
    if meets.dates:
        yield from (day for day in sorted(meets.dates) if day >= today)
        return
    weeks = _weeks_between(known(meets.rhythm) or "")
    if weeks is None or (weeks > 1 and meets.starts_on is None):
        return
    day = meets.starts_on or today + timedelta(days=(weekday - today.weekday()) % 7)
    while day <= today + LOOK_AHEAD:
        if day >= today and day not in meets.not_on:
            yield day
        day += timedelta(weeks=weeks)


def _weeks_between(rhythm: str) -> int | None:
    said = rhythm.lower()
    if "annenhver uke" in said or "hver andre uke" in said:
        return 2
    return 1 if "hver uke" in said or "ukentlig" in said else None


def _deadline(meets: Meets, at: datetime) -> datetime | None:
    found = _BEFORE.search(known(meets.deadline_before_meeting) or "")
    if found is None:
        return None
    number = _NUMBERS.get(found[1].lower()) or int(found[1])
    match found[2].lower():
        case "time":
            return at - timedelta(hours=number)
        case "uke":
            return at - timedelta(weeks=number)
        case "dag":
            return at - timedelta(days=number)
    day = at.date()
    while number:
        day -= timedelta(days=1)
        number -= is_working_day(day)
    return datetime.combine(day, at.timetz())


def calendar_file(
    uid: str, title: str, meeting: Meeting, *, minutes: int | None, where: str, made_at: datetime
) -> bytes:
    """Return the meeting as an iCalendar file. Without `minutes` the event has a beginning only."""
    from icalendar import Calendar, Event  # a few megabytes, needed with the first invitation

    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", made_at)
    event.add("summary", title)
    event.add("dtstart", meeting.at.astimezone(UTC))
    if minutes:
        event.add("dtend", meeting.at.astimezone(UTC) + timedelta(minutes=minutes))
    if where:
        event.add("location", where)
    calendar = Calendar()
    calendar.add("prodid", "-//Veilederen//NO")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
