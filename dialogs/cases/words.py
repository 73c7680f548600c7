"""How ids, times and tasks of a case are said in Norwegian."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

from bot.content.texts import Texts
from bot.domain.case import Case, Task

OSLO = ZoneInfo("Europe/Oslo")
RETENTION_DAYS = 90


def themes_of(themes: Iterable[str], text: Texts) -> str:
    """Return «Skolefravær og utenforskap»."""
    names = [text(f"names.theme_{theme}") for theme in themes if f"names.theme_{theme}" in text]
    names = (
        [names[0], *(name[0].lower() + name[1:] if name[1:2].islower() else name for name in names[1:])]
        if names
        else []
    )
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " og " + names[-1] if names else ""


def named(kind: str, ids: Iterable[str], text: Texts) -> str:
    """Return the display names of fixed choices, joined by comma."""
    return ", ".join(text(f"names.{kind}_{one}") for one in ids if f"names.{kind}_{one}" in text)


def child_of(case: Case, text: Texts) -> str:
    """Return «10–12 år, skole»."""
    return f"{named('age', [case.form.age_band], text)}, {named('arena', [case.form.arena], text).lower()}"


def day_and_time(at: datetime) -> str:
    """Return «onsdag 9. desember kl. 14.10»."""
    return format_datetime(at.astimezone(OSLO), "EEEE d. MMMM 'kl.' HH.mm", locale="nb")


def day(on: date) -> str:
    """Return «onsdag 9. desember»."""
    return format_date(on, "EEEE d. MMMM", locale="nb")


def long_date(on: date) -> str:
    """Return «9. desember 2026»."""
    return format_date(on, "d. MMMM yyyy", locale="nb")


def task_line(task: Task, text: Texts) -> str:
    """Return «kontaktlærer – snakker med barnet – innen 14. desember 2026»."""
    if task.by_on is None:
        return text("case.task", role=task.role, what=task.what)
    return text("case.task_by", role=task.role, what=task.what, date=long_date(task.by_on))
