"""Days off among the days somebody asks to be reminded on: what they are called, and the working day after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.content.texts import Texts
from bot.content.working_time import is_working_day, next_working_day
from bot.domain.reply import Button
from dialogs.by_words import words_of
from dialogs.days import long_day, weekday
from dialogs.guide.dates import is_counted

RATHER = "guide_reminder_on"
"""The verb that moves a reminder from a day off to the working day after it."""
FRIDAY = 4


@dataclass(frozen=True)
class Reminded:
    """The day somebody is reminded on, and what is said of it."""

    on: date
    off: str = ""
    """What day off was asked for; empty when it was a working day."""
    rather: date | None = None
    """The working day that is offered instead, where the very day off was named and is kept."""

    @property
    def key(self) -> str:
        """Return the key of the receipt."""
        return (
            "guide.reminder_done" if not self.off else "guide.reminder_off" if self.rather else "guide.reminder_moved"
        )


def reminded_on(when: date, said: str, last: date, text: Texts) -> Reminded:
    """Return the day to remind on. One that is counted, «om to uker», is a working day; one that is named is kept."""
    later = next_working_day(when)
    if is_working_day(when) or later > last:
        return Reminded(when)
    off = text("guide.reminder_" + ("weekend" if when.weekday() > FRIDAY else "holiday"), day=weekday(when))
    return Reminded(later, off) if is_counted(said) else Reminded(when, off, later)


def rather_button(of: str, day: date | None, text: Texts) -> tuple[Button, ...]:
    """Return the way to the working day that is offered, of a reminder («concern.kind»)."""
    return (
        (Button(text("guide.reminder_rather", date=long_day(day)), RATHER, f"{of}.{day.isoformat()}"),) if day else ()
    )


def names_only(said: str, day: date) -> bool:
    """Tell whether the weekday of a day is named, and no number: «heller mandag»."""
    words = words_of(said)
    return weekday(day) in words and not any(word.isdecimal() for word in words)
