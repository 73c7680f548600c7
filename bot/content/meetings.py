"""When a team meets next, and when a service can be asked, read from what the municipality has filled in.

Norwegian public holidays are skipped. Words it cannot read give no date: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from bot.content.fact import known
from bot.content.team import Meets
from bot.content.working_time import is_working_day
from bot.domain.norway import OSLO, SHORT_MONTHS, WEEKDAYS, day_of
from bot.domain.number_words import NUMBER_WORDS

LOOK_AHEAD = timedelta(days=400)
_MONTH_NAMED = rf"\.?\s*(?:{'|'.join(SHORT_MONTHS)})"
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
_WHEN = re.compile(
    rf"({_DAY}(?:(?:er)?(?:,|/| og)\s*{_DAY})*)(?:er)?,?\s*(?:(?:kl\.?|klokk[ae]n?)\s*)?"
    rf"(\d{{1,2}})(?:[.:]?(\d{{2}}))?(?!\d)(?!{_MONTH_NAMED})",
    re.IGNORECASE,
)
"""«torsdag 12:00», «torsdager kl. 12», «torsdag klokka 0900»; days may share an hour, «tirsdag og torsdag 12:00».
«Torsdag 12. mars» is a day, not an hour."""
_MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
_DATED = re.compile(
    rf"{_DAY}(?:er)?,?\s*(?:den\s*)?\d{{1,2}}(?:\.(?!\d)|\s*[./]\s*{_MONTH}|/|\s+\d|{_MONTH_NAMED})", re.IGNORECASE
)
"""«Torsdag 10.12.», «torsdag 10/12», «torsdag 1. og 3. uke kl. 12»: days of a month. «Torsdag 9.10» may be one, so no
hour is read there; «torsdag kl. 9.10» is one."""
_BEFORE = re.compile(
    rf"(?<!\w)(\d{{1,3}}|{'|'.join(NUMBER_WORDS)})\s*(arbeidsdag|virkedag|dag|døgn|tim|uk|vek)(?:e|er|ar)?s?(?!\w)",
    re.IGNORECASE,
)
"""«To arbeidsdager», «24 timer». «Kl. 12 dagen før» is an hour and a day, not twelve days."""
_WEEKLY = re.compile(
    rf"\b(?:hver|kvar) (?:uke|veke|{'|'.join(WEEKDAYS)})|(?<![\w-])ukentlig|\b(?:en|én|1) gang i (?:uk|vek)"
)
_EVERY_OTHER = re.compile(
    rf"\b(?:annen ?hver|annankvar|annakvar|hver (?:andre|annen|2\.)) (?:uke|veke|{'|'.join(WEEKDAYS)})|\bhver 14\. dag"
)
_NOT_EACH = ("partal", "oddetal", "måned", "månad", "kvartal")
"""What a rhythm may name that no weeks are counted by: «hver torsdag i partallsuker»."""
_SHOWN_TIMES = 2

Slots = Mapping[int, tuple[time, ...]]
"""The hours of a week by weekday (Monday = 0), earliest first."""


@dataclass(frozen=True)
class Meeting:
    """One meeting of a team."""

    at: datetime
    deadline: datetime | None = None
    """Last moment a case can be put on it; None when no deadline is filled in."""


def next_meeting(meets: Meets | None, now: datetime) -> Meeting | None:
    """Return the first meeting a case can still be put on; None when day, time or rhythm is not filled in."""
    if meets is None:
        return None
    for day in _days(meets, day_of(now)):
        meeting = meeting_on(meets, day)
        if meeting is not None and (meeting.deadline or meeting.at) > now and is_working_day(day):
            return meeting
    return None


def meeting_on(meets: Meets | None, day: date | None) -> Meeting | None:
    """Return the meeting of that day with its time and deadline; None while the time is not filled in, and when the
    team does not meet that day (any more)."""
    slots = _slots(known(meets.weekday_and_time) or "") if meets else {}
    if meets is None or day is None or not slots or not is_meeting(meets, day):
        return None
    at = datetime.combine(day, (slots.get(day.weekday()) or next(iter(slots.values())))[0], OSLO)
    return Meeting(at, _deadline(meets, at))


def is_meeting(meets: Meets, day: date) -> bool:
    """Tell whether the team meets that day."""
    return next(_days(meets, day), None) == day and is_working_day(day)


def next_times(words: str, now: datetime) -> tuple[datetime, ...]:
    """Return the next two times from words such as `tirsdag 09:00 og torsdag 13:00`; nothing when none can be read."""
    slots, local = _slots(words), now.astimezone(OSLO)
    days = (local.date() + timedelta(days=ahead) for ahead in range(LOOK_AHEAD.days if slots else 0))
    working = (day for day in days if day.weekday() in slots and is_working_day(day))
    times = (datetime.combine(day, at, OSLO) for day in working for at in slots[day.weekday()])
    return tuple(islice((one for one in times if one > local), _SHOWN_TIMES))


def _slots(words: str) -> Slots:
    if _DATED.search(words):  # a day of one month, beside which no hour is to be taken for every week
        return {}
    found = [
        (WEEKDAYS.index(day), int(one[2]), int(one[3] or 0))
        for one in _WHEN.finditer(words)
        for day in re.findall(_DAY, one[1].lower())
    ]
    slots: dict[int, tuple[time, ...]] = {}
    for weekday, hour, minute in sorted(found):
        if hour < 24 and minute < 60:
            slots[weekday] = (*slots.get(weekday, ()), time(hour, minute))
    return slots


def _days(meets: Meets, today: date) -> Iterator[date]:
    """Yield the days of meetings from today on, exceptions left out."""
    if meets.dates:
        yield from (day for day in sorted(meets.dates) if day >= today)
        return
    weeks, weekdays = _weeks_between(known(meets.rhythm) or ""), _slots(known(meets.weekday_and_time) or "")
    if weeks is None or (weeks > 1 and meets.starts_on is None):
        return
    first = meets.starts_on or today
    monday = first - timedelta(days=first.weekday())
    monday += timedelta(weeks=max((today - monday).days // (7 * weeks), 0) * weeks)  # at once: a year may be mistyped
    while monday <= today + LOOK_AHEAD:
        days = (monday + timedelta(days=weekday) for weekday in sorted(weekdays))
        yield from (day for day in days if day >= max(today, first) and day not in meets.not_on)
        monday += timedelta(weeks=weeks)


def _weeks_between(rhythm: str) -> int | None:
    said = rhythm.lower()
    if any(one in said for one in _NOT_EACH):
        return None
    if _EVERY_OTHER.search(said):
        return 2
    return 1 if _WEEKLY.search(said) else None


def unread(meets: Meets) -> str:
    """Return the field of what is filled in that cannot be read, so that no day, or no deadline, is known of the
    meetings; an empty string when all can, or when somebody knows that it is missing."""
    when, rhythm, before = map(known, (meets.weekday_and_time, meets.rhythm, meets.deadline_before_meeting))
    if before and _BEFORE.search(before) is None:
        return "deadline_before_meeting"
    if not when:
        return ""
    if not _slots(when):
        return "weekday_and_time"
    weeks = _weeks_between(rhythm or "")
    if meets.dates or not rhythm:
        return ""
    return "rhythm" if weeks is None else "starts_on" if weeks > 1 and meets.starts_on is None else ""


def _deadline(meets: Meets, at: datetime) -> datetime | None:
    found = _BEFORE.search(known(meets.deadline_before_meeting) or "")
    if found is None:
        return None
    number = NUMBER_WORDS[word] if (word := found[1].lower()) in NUMBER_WORDS else int(word)
    match found[2].lower():
        case "tim":
            return at - timedelta(hours=number)
        case "uk" | "vek":
            return at - timedelta(weeks=number)
        case "dag" | "døgn":
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
