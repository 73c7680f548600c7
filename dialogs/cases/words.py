"""How ids, times and tasks of a case are said in Norwegian."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from bot.content.texts import Texts
from bot.domain.case import Case, Task
from bot.domain.norway import OSLO, WEEKDAYS
from dialogs.days import month, weekday

OFFICE_DAY = 7.5
"""Hours."""
BOTH_LEVELS = ("hv_niva_0", "hv_niva_1")


def themes_of(themes: Iterable[str], text: Texts) -> str:
    """Return «Skolefravær og utenforskap»."""
    names = [text(f"names.theme_{theme}") for theme in themes if f"names.theme_{theme}" in text]
    names = [*names[:1], *(lower_first(name) for name in names[1:])]
    return listing(names)


def lower_first(name: str) -> str:
    """Return the name as it stands inside a sentence: «skolefravær», but «PPT»."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def within(texts: Sequence[str], room: int) -> tuple[str, ...]:
    """Return the texts, the longest of them cut at a word so that together they take no more than `room` bytes."""
    most = max((_bytes(one) for one in texts), default=0)
    while sum(min(_bytes(one), most) for one in texts) > max(room, 0):
        most -= 1
    return tuple(one if _bytes(one) <= most else _cut(one, most) for one in texts)


def _bytes(said: str) -> int:
    return len(said.encode())


def _cut(said: str, most: int) -> str:
    kept = said.encode()[: max(most - len(" …".encode()), 0)].decode(errors="ignore")
    return f"{kept.rpartition(' ')[0] or kept} …"


def listing(names: Sequence[str]) -> str:
    """Return «a, b og c»."""
    return ", ".join(names[:-1]) + " og " + names[-1] if len(names) > 1 else "".join(names)


def named(kind: str, ids: Iterable[str], text: Texts) -> str:
    """Return the display names of fixed choices, joined by comma."""
    return ", ".join(text(f"names.{kind}_{one}") for one in ids if f"names.{kind}_{one}" in text)


def done_of(ids: Iterable[str], text: Texts) -> str:
    """Return what was done before the case: «Handlingsveilederen nivå 0 og 1, samtykke»."""
    done = list(ids)
    if not set(BOTH_LEVELS) <= set(done):
        return named("level", done, text)
    rest = named("level", [one for one in done if one not in BOTH_LEVELS], text)
    return ", ".join(one for one in (text("names.levels_hv_niva_0_og_1"), rest) if one)


def child_of(case: Case, text: Texts) -> str:
    """Return «10–12 år, skole»."""
    return f"{named('age', [case.form.age_band], text)}, {named('arena', [case.form.arena], text).lower()}"


def day_and_time(at: datetime) -> str:
    """Return «onsdag 9. desember kl. 14.10»."""
    here = at.astimezone(OSLO)
    return f"{day(here)} kl. {here:%H.%M}"


def day(on: date) -> str:
    """Return «onsdag 9. desember»."""
    return f"{weekday(on)} {on.day}. {month(on)}"


def long_date(on: date) -> str:
    """Return «9. desember 2026»."""
    return f"{on.day}. {month(on)} {on.year}"


def on_duty(case: Case, today: date, text: Texts) -> str:
    """Return «Dagens vakt: PPT.», or nothing when the team has told of none for the day."""
    role = dict(case.pace.on_duty).get(WEEKDAYS[today.weekday()])
    return text("team.on_duty", role=role) if role else ""


def how_long(office_time: timedelta, text: Texts) -> str:
    """Return office time as «3 timer i arbeidstida» or «1,5 arbeidsdager»."""
    hours = office_time.total_seconds() / 3600
    if hours < OFFICE_DAY:
        return text("team.hours", number=max(1, round(hours)))
    return text("team.days", number=f"{hours / OFFICE_DAY:.1f}".replace(".", ",").removesuffix(",0"))


def result_of(case: Case, text: Texts) -> str:
    """Return «Resultat: Rådet er gitt», or nothing while the case is not closed."""
    return text("team.result", result=text(f"team.close_{case.close_reason}")) if case.close_reason else ""


def task_line(task: Task, text: Texts) -> str:
    """Return «kontaktlærer – snakker med barnet – innen 14. desember 2026»."""
    if task.by_on is None:
        return text("case.task", role=task.role, what=task.what)
    return text("case.task_by", role=task.role, what=task.what, date=long_date(task.by_on))
