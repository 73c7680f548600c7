"""`python -m bot check`: reads the knowledge folder as the bot would, and says in Norwegian what to mend."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from bot.cli.check_persons import check_persons
from bot.cli.check_words import check_words
from bot.content.article_file import read_articles
from bot.content.check import FILL_IN, check_knowledge
from bot.content.problem import Problem
from bot.domain.norway import OSLO
from dialogs.guide.needed import NEEDED
from dialogs.guide.rules import NAMED


def check(knowledge: Path, *, today: date, only: str = "", quiet: bool = False) -> int:
    """Print every problem and return 1 when one is an error. `only`: those of files with that in their name, and of
    that row in a file that has one for each municipality. `quiet` counts warnings instead of listing them."""
    console = Console(highlight=False, soft_wrap=True)
    found = check_knowledge(knowledge, today=today, rules=NAMED, needed=NEEDED)
    found = [*dict.fromkeys((*found, *check_words(knowledge))), *check_persons(knowledge, only)]
    problems = [one for one in found if only in one.file or only in one.where.split(".")]
    errors = [one for one in problems if one.severity == "feil"]
    missing = [one for one in problems if one.severity != "feil" and one.message.startswith(FILL_IN)]
    warnings = [one for one in problems if one not in errors and one not in missing]
    _list(console, "Feil", "red", errors)
    if not quiet:
        _list(console, "Advarsler", "yellow", warnings)
        _list(console, "Må fylles ut av kommunen", "cyan", missing)
    console.print(f"{len(errors)} feil, {len(warnings)} advarsler, {len(missing)} må fylles ut av kommunen.")
    _lawyers_list(console, knowledge, only, quiet=quiet)
    return 1 if errors else 0


def _lawyers_list(console: Console, knowledge: Path, only: str, *, quiet: bool) -> None:
    """Say how many answers a lawyer should read first, and which."""
    articles, _ = read_articles(knowledge)
    waiting = sorted(slug for slug, one in articles.items() if one.review_list and only in f"articles/{slug}.md")
    if waiting:
        which = "" if quiet else f": {', '.join(waiting)}"
        console.print(f"{len(waiting)} svar bør en jurist lese først (python -m bot export){escape(which)}.")


def _list(console: Console, heading: str, colour: str, problems: Sequence[Problem]) -> None:
    if problems:
        console.print(f"[bold {colour}]{heading}[/]")
    for problem in problems:
        console.print(f"  {escape(str(problem))}")


def command(
    knowledge: Annotated[Path | None, typer.Option(help="En mappe, i stedet for det som er publisert.")] = None,
    only: Annotated[
        str, typer.Option(help="Vis bare filer der navnet inneholder dette, og rader med det navnet.")
    ] = "",
    kort: Annotated[bool, typer.Option("--kort", help="Vis bare feil; advarsler telles.")] = False,
) -> None:
    """Sjekk alle kunnskapsfiler."""
    from bot.cli.knowledge_in_use import knowledge_in_use  # the store and its drivers, which `check` itself needs not

    with knowledge_in_use(knowledge) as (folder, words):
        print(words)
        if check(folder, today=datetime.now(OSLO).date(), only=only, quiet=kort):
            raise SystemExit(1)
