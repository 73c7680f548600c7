"""`python -m bot migrate`: brings the database to this version and wraps keys anew after a change of key."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.doctor_keys import about_keys
from bot.cli.open_store import opened_store, settings_for
from bot.inside import key_ring


def migrate(data: Annotated[Path | None, typer.Option(help="Mappe med databasen.")] = None) -> None:
    """Bring databasen til denne versjonen. Kan kjøres så ofte du vil, også mens andre kopier av boten går."""
    asyncio.run(_migrate(data))


async def _migrate(data: Path | None) -> None:
    settings = settings_for(data)
    async with opened_store(settings, migrate=True) as store:
        print(f"Databasen er i versjon {await store.database.revision()}.")
        changed = await store.rewrap_case_keys()
        if changed:
            print(f"{changed} nøkler er pakket inn med den nye krypteringsnøkkelen.")
        for _, words in await about_keys(store, key_ring(settings)):
            print(words)
