"""`python -m bot lists`: what waits for the editors, as in the monthly overview, with every name. Changes nothing."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.knowledge_in_use import knowledge_in_use
from bot.cli.open_store import opened_store, settings_for
from bot.content.knowledge import load_knowledge
from bot.content.versions import read_files
from bot.domain.norway import day_of
from bot.settings import Settings
from bot.turns.digest import digest_lines, what_was_asked

EVERY_ONE = 10_000


def lists(data: Annotated[Path | None, typer.Option(help="Mappe med databasen.")] = None) -> None:
    """Vis det redaktørene skal følge med på."""
    settings = settings_for(data)
    with knowledge_in_use(settings=settings) as (folder, words):
        print(words)
        for line in asyncio.run(_waiting(settings, folder)):
            print(f"- {line}")


async def _waiting(settings: Settings, folder: Path) -> list[str]:
    now, knowledge = datetime.now(UTC), load_knowledge(folder)
    async with opened_store(settings) as store:
        asked = await what_was_asked(store, now)
    return list(digest_lines(knowledge, read_files(folder), asked, day_of(now), named=EVERY_ONE)) or [
        knowledge.texts("library.digest_nothing")
    ]
