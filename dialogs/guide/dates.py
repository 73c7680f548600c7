"""Reads a date a person types in Norwegian: `18. januar`, `18.1.2027`, `om 6 uker`, `fredag`. Knows no clock."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

from bot.content.working_time import is_working_day, next_working_day
from bot.domain.norway import MONTHS, SHORT_MONTHS, WEEKDAYS
from bot.domain.number_words import NUMBER_WORDS

_NYNORSK_DAYS = {"måndag": "mandag", "tysdag": "tirsdag", "laurdag": "lørdag", "sundag": "søndag"}
_DAY_MONTH = re.compile(r"\b(\d{1,2})\.?\s*(?:([a-zæøå]{3,})\.?|\.\s*(\d{1,2}))(?:[.\s]+(\d{4}|\d{2}))?\b")
_NUMERIC = re.compile(r"\b(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?\b")
_CLOCK = re.compile(r"\b(?:kl|klokk[ae]n?)\b\.?\s*\d{1,2}(?:[.:]\d{2})?(?!\d)")
"""«Fredag kl. 9.10» is no day in October."""
_ENDS = r"(?=\s*(?:$|[,;:!?)–-]|(?:og|eller|så|da|at|for|om|på|er|passer|takk|hvis|med)\b))"
_DAY_ALONE = re.compile(
    rf"\b(?:den\s+(?P<den>\d{{1,2}})(?:\.(?!\d){_ENDS}|(?=\s*$))"
    rf"|(?:{'|'.join(WEEKDAYS)})\s+(?P<of>\d{{1,2}})\.(?!\d){_ENDS})"
)
"""«Torsdag den 10.», «den 10. på møtet»; «den 2. uka», «mandag 2. juledag» and «den 3. i januar» are no such day."""
_IN_A_MONTH = re.compile(
    rf"\bi\s+(?:neste\s+)?(?:måned(?:en)?|månad(?:en)?|{'|'.join((*MONTHS, *SHORT_MONTHS))})\b"
    r"|\bjul(?:a|en|e?dag\w*|e?aften)\b"
)
"""«Første mandag i januar», «mandag 2. juledag»: what is named is not the one that is next."""
_CHRISTMAS = re.compile(r"\bjul(?!i?\b)")
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(NUMBER_WORDS)})"
_IN = re.compile(rf"\bom\s+({_NUMBER})\s+(dag|uk|vek|måned|månad|mnd)")
_WEEK = re.compile(
    r"(?:(i løpet av |til |innen )|i |før )?(?:(denne|neste) (?:uk[ae]n?|vek[ae])|(?:uke|veke) (\d{1,2}))"
)
_BEFORE_A_DAY = ("på", "innen", "til", "denne", "nå", "førstkommende", "kommende")
LEAP = 9
"""Years in which every day of a calendar comes at least once, 29 February too."""
LONGEST_WITHOUT = 4
"""Months in which every number of a day comes at least once, 31 too, from the last day of one on."""
_SO_LONG = re.compile(rf"(?:innen |etter )?{_NUMBER}\s+(?:dag|uk|vek|måned|månad|mnd)\w*")
"""All that is said for a deadline: «to uker», «innen 14 dager»."""


def read_date(said: str, today: date) -> date | None:
    """Return the date meant, the next one when no year is given; None when there is none."""
    text = said.casefold().strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    text = _CLOCK.sub(" ", text)
    of_next = () if _IN_A_MONTH.search(text) else (_day_alone, _weekday)
    read_by = (_in_some_time, _numeric, _written, *of_next)
    return next((found for read in read_by if (found := read(text, today))), None)


def read_working_date(said: str, today: date) -> date | None:
    """Return the date meant; one that is counted, «om tre uker», is a working day."""
    when = read_date(said, today)
    is_off = when is not None and is_counted(said) and not is_working_day(when)
    return next_working_day(when) if when is not None and is_off else when


def is_counted(said: str) -> bool:
    """Tell whether a day is counted from today, «om to uker», and is not named as such."""
    return _IN.search(said.casefold()) is not None


def is_weekday_today(said: str, today: date) -> bool:
    """Tell whether nothing but today's own weekday is named as the day, «innen fredag» on a Friday: it may be today or
    in a week."""
    words = [_NYNORSK_DAYS.get(word, word) for word in re.findall(r"[a-zæøå]+|\d+", said.casefold())]
    return bool(words) and {*words} <= {WEEKDAYS[today.weekday()], *_BEFORE_A_DAY} and words[-1] in WEEKDAYS


def read_deadline(said: str, today: date) -> date | None:
    """Return the last day for something: a date, today, the last working day of this week and of one it is to be done
    within or by («innen neste uke»), the Monday of any other week, or the day before Christmas Eve; None when no day is
    meant, as with «så fort som mulig»."""
    text = said.casefold().strip(" .")
    week = _WEEK.fullmatch(text)
    if week:
        monday = _monday(week[2], week[3], today)
        is_last = bool(week[1]) or week[2] == "denne"
        return max(monday + timedelta(days=4 if is_last else 0), today) if monday else None
    if text == "i dag":
        return today
    if text == "før jul":
        before = date(today.year, 12, 23)
        return before if before >= today else date(today.year + 1, 12, 23)
    if _SO_LONG.fullmatch(text):
        return _in_some_time(f"om {text.removeprefix('innen ').removeprefix('etter ')}", today)
    return read_date(said, today)


def _monday(named: str | None, number: str | None, today: date) -> date | None:
    """Return the Monday of this or the next week, or of the next week of that number, which may be this one; None when
    no such week is near."""
    this = today - timedelta(days=today.weekday())
    if number is None:
        return this + timedelta(weeks=1 if named == "neste" else 0)
    for year in (this.isocalendar().year, this.isocalendar().year + 1):
        try:
            monday = date.fromisocalendar(year, int(number), 1)
        except ValueError:
            continue
        if monday >= this:
            return monday
    return None


def _in_some_time(text: str, today: date) -> date | None:
    match = _IN.search(text)
    if not match:
        return None
    count = NUMBER_WORDS[match[1]] if match[1] in NUMBER_WORDS else int(match[1])
    if match[2] == "dag":
        return today + timedelta(days=count)
    if match[2] not in ("uk", "vek"):
        return months_after(today, count)
    named = _weekday_in(text)  # «fredag om to uker»: so long after the Friday that is next, which may be today
    ahead = (named - today.weekday()) % 7 if named is not None else 0
    return today + timedelta(weeks=count, days=ahead)


def _numeric(text: str, today: date) -> date | None:
    match = _NUMERIC.search(text)
    return _day(int(match[1]), int(match[2]), match[3], today) if match else None


def _written(text: str, today: date) -> date | None:
    match = _DAY_MONTH.search(text)
    if not match or not match[2] or _CHRISTMAS.match(match[2]):
        return None
    month = next((number for number, name in enumerate(SHORT_MONTHS, 1) if match[2].startswith(name)), 0)
    return _day(int(match[1]), month, match[4], today) if month else None


def _day_alone(text: str, today: date) -> date | None:
    """Return the next day of that number, this month or the first that has one."""
    match = _DAY_ALONE.search(text)
    if match is None:
        return None
    for first in (months_after(today.replace(day=1), ahead) for ahead in range(LONGEST_WITHOUT)):
        with suppress(ValueError):
            if (found := first.replace(day=int(match["den"] or match["of"]))) >= today:
                return found
    return None


def _weekday(text: str, today: date) -> date | None:
    named = _weekday_in(text)
    if named is not None:
        return today + timedelta(days=(named - today.weekday()) % 7 or 7)
    return today + timedelta(days=1) if "i morgen" in text else None


def _weekday_in(text: str) -> int | None:
    for word in text.split():
        name = _NYNORSK_DAYS.get(word.strip(".,"), word.strip(".,"))
        if name in WEEKDAYS:
            return WEEKDAYS.index(name)
    return None


def _day(day: int, month: int, year: str | None, today: date) -> date | None:
    years = [int(year) if len(year) == 4 else 2000 + int(year)] if year else range(today.year, today.year + LEAP)
    for one in years:
        with suppress(ValueError):
            found = date(one, month, day)
            if year or found >= today:
                return found
    return None


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))
