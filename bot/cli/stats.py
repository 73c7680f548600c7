"""`python -m bot stats`: how many cases, by team, month, theme and age, and how many have finished the introduction.

Counts too small to be safe are not shown.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.open_store import opened_store, settings_for
from bot.content.texts import Texts, load_texts
from bot.content.working_time import office_time
from bot.domain.figures import SMALLEST, CaseCount, CaseFigure, CourseCount, shown_count
from bot.settings import Settings
from dialogs.cases.words import how_long

GROUPS = {"team": "Team", "month": "Måned", "theme": "Tema", "age": "Alder", "status": "Status"}


def stats(
    data: Annotated[Path | None, typer.Option(help="Mappe med databasen.")] = None,
    kommune: Annotated[str, typer.Option(help="Bare denne kommunen.")] = "",
) -> None:
    """Vis tall uten innhold. Små tall vises ikke, og resten er rundet av til nærmeste fem."""
    asyncio.run(_stats(settings_for(data), kommune))


async def _stats(settings: Settings, kommune: str) -> None:
    texts = load_texts(settings.knowledge)
    async with opened_store(settings) as store, store.unit_of_work() as uow:
        figures = [one for one in await uow.cases.figures() if kommune in ("", one.municipality)]
        counted = [one for one in await uow.cases.counted() if kommune in ("", one.municipality)]
        finished = [one for one in await uow.course_counts.all() if kommune in ("", one.municipality)]
    for part in report(figures, texts, kommune, counted):
        Console().print(part)
    Console().print(course_table(finished) if finished else "Ingen har fullført opplæringen «Ny her?» ennå.")


def report(
    figures: Sequence[CaseFigure], texts: Texts, kommune: str = "", counted: Sequence[CaseCount] = ()
) -> Iterable[Table | str]:
    """Yield the tables, and one sentence instead of each that would be empty. `counted` is what is left of cases that
    are deleted."""
    if not figures and not counted:
        where = f"fra kommunen «{kommune}»" if kommune else "ennå"
        yield f"Ingen saker er sendt {where}, så det er ingen tall å vise."
        return
    yield from tables(figures, texts, counted)
    if any(one.answered_at is not None for one in figures):
        yield pace_table(figures, texts)
    elif counted:
        yield "Tid til svar vises ikke: Den er ikke tatt vare på for saker som er slettet, og ingen andre er besvart."
    else:
        yield "Ingen saker er besvart ennå, så tid til svar vises ikke."


def tables(figures: Sequence[CaseFigure], texts: Texts, counted: Sequence[CaseCount] = ()) -> Iterable[Table]:
    """Yield one table for each way of grouping."""
    for group, title in GROUPS.items():
        counts = Counter(key for one in figures for key in one.keys(group))
        for before in counted:
            if before.group == group:
                counts[before.name] += before.number
        table = Table(title=title, title_justify="left")
        table.add_column(title)
        table.add_column("Saker", justify="right")
        for key, count in sorted(counts.items()):
            table.add_row(_named(group, key, texts), shown_count(count))
        yield table


def pace_table(figures: Sequence[CaseFigure], texts: Texts) -> Table:
    """Return the median office time from sent to answered for each team; hidden while the answered cases are few."""
    times: dict[str, list[float]] = {}
    for one in figures:
        if one.answered_at is not None:
            times.setdefault(one.team, []).append(office_time(one.created_at, one.answered_at).total_seconds())
    table = Table(title="Tid til svar", title_justify="left")
    table.add_column("Team")
    table.add_column("Median", justify="right")
    for team, seconds in sorted(times.items()):
        is_shown = len(seconds) >= SMALLEST
        median_time = how_long(timedelta(seconds=median(seconds)), texts) if is_shown else shown_count(len(seconds))
        table.add_row(team, median_time)
    return table


def course_table(counts: Sequence[CourseCount]) -> Table:
    """Return how many have finished the introduction, by municipality and month; small numbers are hidden."""
    together: Counter[tuple[str, str]] = Counter()
    for one in counts:
        together[one.municipality, one.month] += one.number
    table = Table(title="Fullført «Ny her?»", title_justify="left")
    for column in ("Kommune", "Måned"):
        table.add_column(column)
    table.add_column("Fullført", justify="right")
    for (municipality, month), number in sorted(together.items()):
        table.add_row(municipality, month, shown_count(number))
    return table


def _named(group: str, key: str, texts: Texts) -> str:
    text_key = {"theme": f"names.theme_{key}", "age": f"names.age_{key}", "status": f"case.status_{key}"}.get(group, "")
    return texts(text_key) if text_key in texts else key
