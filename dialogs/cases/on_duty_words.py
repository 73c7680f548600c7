"""Hears a member of a team say that they have duty, until when, or not any more, and who asks who has it.

Only what is said in nothing but known words and a day counts, so nothing about a child is ever taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import dropwhile

from bot.content.texts import Texts
from bot.content.working_time import is_working_day, next_working_day
from bot.domain.norway import SHORT_MONTHS
from bot.domain.number_words import NUMBER_WORDS
from dialogs.guide.dates import is_weekday_today, read_date

TAKES, TAKES_OVER, LEAVES, ASKS = "on_duty_take", "on_duty_over", "on_duty_leave", "on_duty_show"
"""The verbs of what can be said."""
TODAY, WEEK = "today", "week"
LATER, WHICH = "later", "which"
"""In place of a day: a duty that has not begun, and a weekday that may be today or in a week."""
LONGEST = timedelta(days=31)
"""Who has duty says so themselves, so none is noted for longer than a month."""
LONGEST_SAID = 60
_LISTS = ("who", "no", "over", "takes", "small", "self")
"""Keys of the words that may stand beside «vakt», in texts `commands.duty_<key>`."""
_WORD = re.compile(r"[^\W_]+(?:[./][^\W_]+)*")
_GIVES_UP = re.compile(r"\b(?:gi|gir|gje|gjer|gav|ga) i?fr[aå] (?:deg|meg|mæ|seg)\b")
_DONE = "slutt"
"""What giving it up is read as, which stands among the words for it."""
_TODAY = re.compile(r"(?:bare |ut |resten av )?(?:i ?(?:dag|formiddag|ettermiddag|kveld)|dagen|kvelden)")
_WEEK = re.compile(r"(?:(?:i|ut|til|te|hele|resten av|denne) )*(?:uka|uken|uke|veka|veke|arbeidsuka)")
_UNTIL = re.compile(r"(?:frem |fram )?(?:til|te|t o m|t\.o\.m|tom|ut) (.+)")
_TOMORROW = re.compile(r"i (?:morgen|morgon|morra)")
_LATER = re.compile(r"neste|fra|frå|annenhver|hver|kvar|i|morgen|morgon|morra|uka|uken|veka|måned")
_OF_A_DATE = re.compile(
    r"\d{1,2}(?:[./]\d{1,2}(?:[./]\d{2,4})?)?|\d{4}"
    r"|(?:man|måne?|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag"
    rf"|(?:{'|'.join(SHORT_MONTHS)})[a-zæøå]*"
    rf"|den|om|til|te|{'|'.join(NUMBER_WORDS)}|uker?|veker?|dag[ea]r?"
)
_CLOCK = rf"(?:halv |kvart (?:på|over) )?(?:\d{{1,2}}(?:\.\d\d)?|{'|'.join(NUMBER_WORDS)})(?: \d\d)?"
_HOUR = re.compile(
    rf"\bfra (?:kl |klokk[ae]n? )?{_CLOCK} (?:til|te) (?:kl |klokk[ae]n? )?{_CLOCK}(?= |$)"
    rf"|(?:\b(?:frem |fram )?(?:til|te)|(?<=\w)) (?:kl|klokk[ae]n?) {_CLOCK}(?= |$)"
)
"""Until what hour: the day it is on is noted."""


@dataclass(frozen=True)
class Heard:
    """What was said: a verb of the team's, and until when (a day as ISO, or one of the names above)."""

    verb: str
    until: str = ""


def said_of_duty(said: str, today: date, texts: Texts) -> Heard | None:
    """Return what somebody says or asks of who has duty; None for everything with any other word in it."""
    words = _WORD.findall(_GIVES_UP.sub(_DONE, said.casefold())) if len(said) <= LONGEST_SAID else []
    own = texts.words("commands.duty_words")
    if own.isdisjoint(words):
        return None
    who, no, over, takes, small, self = (texts.words(f"commands.duty_{name}") for name in _LISTS)
    known = own | who | no | over | takes | small | self
    day_said = " ".join(word for word in words if word not in known)
    until = _until(day_said, today)
    if until is None:
        return None
    led = _led(words, texts)
    if "?" in said or {*words} <= own or not who.isdisjoint(words) or _is_question(led, texts):
        return Heard(ASKS)
    is_over, is_taken = not over.isdisjoint(words), not takes.isdisjoint(words)
    if not no.isdisjoint(words) or (is_over and not is_taken):
        return Heard(LEAVES if until in (TODAY, WEEK, today.isoformat()) else ASKS)
    if is_over:
        return Heard(TAKES_OVER, until if day_said else "")
    return Heard(TAKES, until) if led or not self.isdisjoint(words) else Heard(ASKS)


def _led(words: Sequence[str], texts: Texts) -> Sequence[str]:
    """Return the sentence when it begins with its verb, as what one says of oneself («har vakt») or asks does."""
    hello, verbs = texts.words("commands.duty_hello"), texts.words("commands.duty_verbs")
    led = list(dropwhile(hello.__contains__, words))
    return led if verbs.intersection(led[:1]) else []


def _is_question(led: Sequence[str], texts: Texts) -> bool:
    """Tell whether a sentence that begins with its verb asks: «har jeg vakt», «er vakta mi over»."""
    no, subjects, own = (texts.words(f"commands.duty_{name}") for name in ("no", "subjects", "words"))
    after = [word for word in led[1:] if word not in no]
    if not subjects.isdisjoint(after[:1]):
        return True
    about = texts.words("commands.duty_self", "commands.duty_over")
    is_it = not texts.words("commands.duty_is").isdisjoint(led[:1]) and not own.isdisjoint(after[:1])
    return is_it and not about.isdisjoint(after)


def until_when(said: str, today: date) -> Heard | None:
    """Return until when somebody who has just said that they have duty has it: «til fredag», «ut uka»."""
    phrase = " ".join(_WORD.findall(said.casefold())) if len(said) <= LONGEST_SAID else ""
    until = _until(phrase, today) if phrase and "?" not in said else None
    return Heard(TAKES, until) if until is not None else None


def names_duty(said: str, texts: Texts) -> bool:
    """Tell whether somebody says something else of their duty, or of who has it, than what was understood."""
    words = {*_WORD.findall(said.casefold())} if len(said) <= LONGEST_SAID else set()
    asking = texts.words("commands.duty_who", "commands.duty_self")
    return not (texts.words("commands.duty_words").isdisjoint(words) or asking.isdisjoint(words))


def _until(phrase: str, today: date) -> str | None:
    """Return the day that is meant; today where none is, or only an hour; None where the words are no day."""
    phrase = " ".join(_HOUR.sub(" ", phrase).split())
    if phrase in ("", "i") or _TODAY.fullmatch(phrase):
        return TODAY
    if _WEEK.fullmatch(phrase):
        return WEEK
    lasting = _UNTIL.fullmatch(phrase)
    told = lasting[1] if lasting else phrase
    if lasting and _TOMORROW.fullmatch(told):
        return (today + timedelta(days=1)).isoformat()
    if all(map(_OF_A_DATE.fullmatch, told.split())):
        return _dated(told, today, is_last=lasting is not None)
    of_days = (_OF_A_DATE.fullmatch(word) or _LATER.fullmatch(word) for word in phrase.split())
    return LATER if all(of_days) else None


def _dated(told: str, today: date, *, is_last: bool) -> str | None:
    """Return the day told as the last one; told alone, the duty is on that day."""
    is_now = is_weekday_today(told, today)
    if is_now and is_last:
        return WHICH
    day = today if is_now else read_date(told, today)
    if day is None:
        return None
    return day.isoformat() if is_last or day == today else LATER


def last_day(until: str, today: date) -> date | None:
    """Return the last day of a duty that begins now; None for a day that is over, or too far ahead.

    «I dag» said on a day off is the next working day, and «denne uka» ends with its last working day.
    """
    first = today if is_working_day(today) else next_working_day(today)
    if until in ("", TODAY):
        return first
    if until == WEEK:
        days = [first + timedelta(days=ahead) for ahead in range(7 - first.weekday())]
        return max(day for day in days if is_working_day(day))
    try:
        day = date.fromisoformat(until)
    except ValueError:
        return None
    return day if today <= day <= today + LONGEST else None
