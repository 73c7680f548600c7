"""`python -m bot backup` and `restore`: a copy of the database in two files, for SQLite and PostgreSQL alike."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.open_store import fail, opened_store, settings_for, store_of
from bot.cli.trouble import words_for
from bot.store import SqlStore
from bot.store.backup import BackupUnreadable, DatabaseNotEmpty
from bot.store.database import DatabaseInUse, StoreUnopened
from bot.store.encryption import EncryptionError, KeyMissing

KEYS_NAME = "veilederen-keys.gz"
"""Always the same name, so that there is one copy only: a destroyed key must not live on in an old file."""
REFUSED: dict[type[Exception], str] = {
    BackupUnreadable: "Dette er ikke en hel kopi fra denne versjonen, eller fila med nøkler er gitt for den med rader. "
    "Bruk versjonen som laget den, og kjør så migrate.",
    DatabaseNotEmpty: "Databasen er tatt i bruk: det ligger saker, spørsmål, kanaler eller annet i den, og det ville "
    "gått tapt. Lag en ny, tom database (eller en ny mappe), og legg kopien der.",
    DatabaseInUse: "Boten går på denne databasen, eller noe annet fra Veilederen gjør det. Stopp alle kopier av boten.",
}
"""Why a copy is not put back."""


def backup(
    to: Annotated[Path, typer.Option(help="Mappe kopien skal ligge i.")] = Path("backup"),
    data: Annotated[Path | None, typer.Option(help="Mappe med databasen.")] = None,
) -> None:
    """Ta en kopi av databasen: én fil med rader og én med nøklene til sakene."""
    asyncio.run(_backup(to, data))


async def _backup(to: Path, data: Path | None) -> None:
    rows_file = to / f"veilederen-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.gz"
    async with opened_store(settings_for(data)) as store:
        rows = await store.back_up(rows_file, to / KEYS_NAME)
        await _note("backup.taken", store)
    print(f"{rows} rader er kopiert til {rows_file}")
    print(f"Nøklene til sakene ligger i {to / KEYS_NAME}. Ha bare ÉN kopi av den filen, og la den skrives over:")
    print("da er saker som slettes, borte fra gamle kopier også.")
    print("Krypteringsnøkkelen er ikke med. Ta vare på den et annet sted.")


def restore(
    rows: Annotated[Path, typer.Argument(help="Filen med rader.")],
    keys: Annotated[Path | None, typer.Option(help="Filen med nøkler; ellers den som ligger ved siden av.")] = None,
    data: Annotated[Path | None, typer.Option(help="Mappe med den tomme databasen.")] = None,
) -> None:
    """Legg en kopi tilbake i en tom database. Boten må ikke gå imens."""
    asyncio.run(_restore(rows, keys or rows.with_name(KEYS_NAME), data))


async def _restore(rows_file: Path, keys_file: Path, data: Path | None) -> None:
    for path in (rows_file, keys_file):
        if not await asyncio.to_thread(path.is_file):
            fail(f"Finner ikke filen {path}.")
    async with store_of(settings_for(data)) as store:  # not opened: a wrong key must leave nothing behind
        try:
            done = await store.restore(rows_file, keys_file)
        except (BackupUnreadable, DatabaseInUse, DatabaseNotEmpty, EncryptionError, StoreUnopened) as error:
            fail(f"{_why_not(error)} Ingenting er lagt tilbake, så du kan prøve igjen.")
    print(f"{done.rows} rader er lagt tilbake, {done.cases} saker.")
    if done.without_text:
        print(f"{done.without_text} saker er uten tekst: den ble slettet etter at kopien ble tatt.")
    print("Det som kan være sendt etter at kopien ble tatt, leter boten etter i kanalene før den sender noe.")


def _why_not(error: Exception) -> str:
    if type(error) in REFUSED:
        return REFUSED[type(error)]
    if not isinstance(error, EncryptionError):
        return words_for(error)
    ids = ", ".join(f"«{one}»" for one in error.key_ids) if isinstance(error, KeyMissing) else ""
    which = f"Kopien er låst med nøkkelen {ids}." if ids else "Id-en er riktig, nøkkelen er en annen."
    return (
        f"VEILEDEREN_ENCRYPTION_KEY passer ikke til kopien. {which} Sett inn den som gjaldt da kopien ble tatt; "
        "er den byttet siden, står den gamle bak den nye."
    )


async def _note(what: str, store: SqlStore) -> None:
    async with store.unit_of_work() as uow:
        await uow.audit.note(what, datetime.now(UTC), by="operator")
        await uow.commit()
