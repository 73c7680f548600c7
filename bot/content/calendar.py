"""Works out the next meeting or consultation from an editor's words: `tirsdag 09:00 og torsdag 13:00`. Knows no clock.

Norwegian public holidays are skipped. Words it cannot read give no date: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.content.fact import known
from bot.content.team import Meets
from bot.content.working_time import OSLO, is_working_day

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_SLOT = re.compile(rf"({'|'.join(WEEKDAYS)})(?:er)?\s*(?:kl\.?\s*)?(\d{{1,2}})(?:[.:](\d{{2}}))?", re.IGNORECASE)
_BEFORE = re.compile(r"(\d{1,3})\s*(arbeidsdag|virkedag|dag|døgn|time|uke)", re.IGNORECASE)
_WEEKS_AHEAD = 9
"""Far enough to find two times over Christmas and Easter."""


@dataclass(frozen=True)
class Slot:
    """A weekly time, Norwegian time."""

    weekday: int
    at: time


def slots_in(words: str) -> tuple[Slot, ...]:
    """Return the weekly times that are named."""
    found = []
    for match in _SLOT.finditer(words):
        hour, minute = int(match[2]), int(match[3] or 0)
        if hour < 24 and minute < 60:
            found.append(Slot(WEEKDAYS.index(match[1].casefold()), time(hour, minute)))
    return tuple(found)


def next_times(words: str, now: datetime, count: int = 2) -> tuple[datetime, ...]:
    """Return the next times after `now`, holidays left out; nothing when no weekday and hour can be read."""
    slots = slots_in(words)
    local = now.astimezone(OSLO)
    days = (local.date() + timedelta(days=ahead) for ahead in range(7 * _WEEKS_AHEAD))
    times = (
        datetime.combine(day, slot.at, OSLO)
        for day in days
        if is_working_day(day)
        for slot in sorted(slots, key=lambda slot: slot.at)
        if slot.weekday == day.weekday()
    )
    ahead = [one for one in times if one > local]
    return tuple(ahead[:count])


@dataclass(frozen=True)
class Meeting:
    """The next meeting of a team, and until when a case can be put on it."""

    at: datetime
    deadline: datetime | None = None


def next_meeting(meets: Meets, now: datetime) -> Meeting | None:
    """Return the next meeting whose deadline has not passed; None while weekday or time is unknown, or not weekly."""
    words, rhythm = known(meets.weekday_and_time), known(meets.rhythm)
    if not words or not rhythm or "uke" not in rhythm.casefold() or "annenhver" in rhythm.casefold():
        return None
    before = known(meets.deadline_before_meeting)
    meetings = [Meeting(at, deadline_before(at, before)) for at in next_times(words, now, 4)]
    return next((one for one in meetings if one.deadline is None or one.deadline > now), None)


def deadline_before(meeting: datetime, words: str | None) -> datetime | None:
    """Return the deadline such as `2 arbeidsdager` or `24 timer` before; None when it cannot be read."""
    match = _BEFORE.search(words or "")
    if not match:
        return None
    count, unit = int(match[1]), match[2].casefold()
    if unit in ("arbeidsdag", "virkedag"):
        return _working_days_before(meeting, count)
    lengths = {"time": timedelta(hours=count), "uke": timedelta(weeks=count)}
    return meeting - lengths.get(unit, timedelta(days=count))


def _working_days_before(meeting: datetime, count: int) -> datetime:
    at = meeting
    while count > 0:
        at -= timedelta(days=1)
        count -= is_working_day(at.date())
    return at


def unreadable(words: Sequence[str]) -> tuple[str, ...]:
    """Return the texts that name no weekday with an hour, for the check."""
    return tuple(one for one in words if not slots_in(one))
