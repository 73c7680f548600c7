"""Opens the store of this installation for one command, or says in words why it cannot."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NoReturn

from bot.inside import key_ring
from bot.settings import Settings
from bot.store import SqlStore


def settings_for(data: Path | None) -> Settings:
    """Return the settings from the environment, with another data folder if given."""
    return Settings() if data is None else Settings(data=data)


@asynccontextmanager
async def opened_store(settings: Settings, *, migrate: bool = False) -> AsyncIterator[SqlStore]:
    """Open the store; an old schema is refused unless `migrate`."""
    async with store_of(settings) as store:
        await store.open(migrate=migrate)
        yield store


@asynccontextmanager
async def store_of(settings: Settings) -> AsyncIterator[SqlStore]:
    """Return the store, not opened yet; it is closed whatever happens."""
    store = SqlStore(settings.url, key_ring(settings), accepts=settings.newer_database)
    try:
        yield store
    finally:
        await store.close()


def fail(words: str) -> NoReturn:
    """Print the words and leave with exit code 1."""
    print(words, file=sys.stderr)
    raise SystemExit(1)
