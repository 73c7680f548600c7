"""What `doctor` says of what editors have published: whether this version of the program can use it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from bot.cli.trouble import words_for
from bot.clock import SystemClock
from bot.content.problem import Problem
from bot.settings import Settings
from bot.store import SqlStore
from bot.turns.library import Library, read_folder
from bot.turns.publishing import PublishingDesk

SHOWN = 3
WHAT_TO_DO = (
    "Sett inn forrige utgave av programmet igjen (deploy/README.md, «Back»), rett dette i boten der, og oppgrader så"
)
Said = tuple[str, str]
"""`god` or `feil`, and the words."""


async def about_edition(store: SqlStore, settings: Settings) -> Sequence[Said]:
    """Return what is to be said; nothing when nothing has been published. The bot's own way of taking it up is gone."""
    async with store.unit_of_work() as uow:
        number = await uow.editions.head_number()
    if not number:
        return ()
    with tempfile.TemporaryDirectory() as folder:
        try:
            unused = await _not_in_use(store, settings, Path(folder))
        except Exception as error:  # whatever is wrong with it, the other checks come too
            unused = (Problem("", "", words_for(error) or f"Den kan ikke leses ({type(error).__name__})."),)
    if unused is None:
        return (("god", f"Utgave {number}, som redaktørene har publisert, er i bruk."),)
    why = " ".join(str(problem).removeprefix(": ") for problem in unused[:SHOWN])
    return (
        (
            "feil",
            f"Utgave {number}, som redaktørene har publisert, er ikke i bruk. Boten svarer fra kunnskapsmappa, eller "
            f"fra forrige utgave som var hel. {WHAT_TO_DO}: {why}",
        ),
    )


async def _not_in_use(store: SqlStore, settings: Settings, folder: Path) -> Sequence[Problem] | None:
    """Return why the newest edition cannot be used; None when it can."""
    clock, shelf = SystemClock(), read_folder(settings.knowledge)
    library = Library(settings.knowledge, shelf, settings.municipalities, lambda _person, _place: frozenset(), clock)
    desk = PublishingDesk(store, library, clock, folder)
    await desk.follow()
    return desk.not_in_use.problems if desk.not_in_use else None
