"""Opens the store of this installation for one command, or says in words why it cannot."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NoReturn

from pydantic import ValidationError

from bot.inside import key_ring
from bot.settings import Settings
from bot.store import SqlStore
from bot.store.encryption import EncryptionError
from bot.store.schema import SchemaNotCurrent


def settings_for(data: Path | None) -> Settings:
    """Return the settings from the environment, with another data folder if given; exits with words if wrong."""
    try:
        return Settings() if data is None else Settings(data=data)
    except ValidationError as error:
        names = sorted({"VEILEDEREN_" + "_".join(str(part) for part in one["loc"]).upper() for one in error.errors()})
        fail(f"Innstillingene er ikke riktige. Se på {', '.join(names)}.")


@asynccontextmanager
async def opened_store(settings: Settings, *, migrate: bool = False) -> AsyncIterator[SqlStore]:
    """Open the store; an old schema is refused unless `migrate`."""
    store = SqlStore(settings.url, key_ring(settings))
    try:
        try:
            await store.open(migrate=migrate)
        except SchemaNotCurrent:
            fail("Databasen hører til en annen versjon av programmet. Kjør først: python -m bot migrate")
        except EncryptionError as error:
            fail(f"Krypteringsnøkkelen passer ikke til databasen ({type(error).__name__}). Sett inn riktig nøkkel.")
        yield store
    finally:
        await store.close()


def fail(words: str) -> NoReturn:
    """Print the words and leave with exit code 1."""
    print(words, file=sys.stderr)
    raise SystemExit(1)
