"""Which knowledge a command looks at: what editors have published, or a folder; and says so, for they may differ."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.cli.open_store import opened_store
from bot.content.versions import Files, write_files
from bot.settings import Settings


@contextmanager
def knowledge_in_use(chosen: Path | None = None, settings: Settings | None = None) -> Iterator[tuple[Path, str]]:
    """Give a folder to read and the words for what it is. `chosen` is the folder somebody asked for by name."""
    if chosen is not None:
        yield chosen, f"Jeg ser på mappa {chosen}, ikke på det som er publisert i chatten."
        return
    settings = settings or Settings()
    try:
        number, files = asyncio.run(_published(settings))
    except Exception as error:  # whatever the driver or the key says, the folder can be read
        why = f"Databasen kan ikke åpnes ({type(error).__name__})"
        yield settings.knowledge, f"{why}, så jeg ser på mappa {settings.knowledge}. Publisert innhold er ikke med."
        return
    if not number:
        yield settings.knowledge, f"Jeg ser på mappa {settings.knowledge}. Ingenting er publisert i chatten."
        return
    with tempfile.TemporaryDirectory(prefix="veilederen-edition-") as folder:
        write_files(files, Path(folder))
        yield Path(folder), f"Jeg ser på utgave {number}, den siste som er publisert. Mappa: --knowledge knowledge."


async def _published(settings: Settings) -> tuple[int, Files]:
    """Return the newest edition; number 0 where nothing is published, or where there is no database yet."""
    if not settings.database_url and not (settings.data / "veilederen.db").exists():
        return 0, {}
    async with opened_store(settings) as store, store.unit_of_work() as uow:
        edition = await uow.editions.head()
        return (edition.number, await uow.editions.contents(edition)) if edition else (0, {})
