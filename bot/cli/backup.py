"""`python -m bot backup` and `restore`: a copy of the database in two files, for SQLite and PostgreSQL alike."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.open_store import fail, opened_store, settings_for, store_of
from bot.cli.trouble import words_for
from bot.domain.norway import OSLO
from bot.store import SqlStore
from bot.store.backup import BackupUnreadable, DatabaseNotEmpty, KeysOlder, copied_at
from bot.store.database import DatabaseInUse, StoreUnopened
from bot.store.encryption import EncryptionError, KeyMissing
from bot.usecases.tell_restored import tell_restored

KEYS_NAME = "veilederen-keys.gz"
"""Always the same name, so that there is one copy only: a destroyed key must not live on in an old file."""
REFUSED: dict[type[Exception], str] = {
    BackupUnreadable: "Dette er ikke en hel kopi fra denne versjonen, eller fila med nøkler er gitt for den med rader. "
    "Bruk versjonen som laget den, og kjør så migrate.",
    KeysOlder: "Fila med nøkler er eldre enn fila med rader, så nøklene til de nyeste sakene mangler, og tekstene "
    "deres ville gått tapt. Bruk nøkkelfila som ble laget sammen med radene, eller en nyere.",
    DatabaseNotEmpty: "Databasen er tatt i bruk: det ligger saker, spørsmål, kanaler eller annet i den, og det ville "
    "gått tapt. Lag en ny, tom database (eller en ny mappe), og legg kopien der.",
    DatabaseInUse: "Boten går på denne databasen, eller noe annet fra Veilederen gjør det. Stopp alle kopier av boten.",
}
"""Why a copy is not put back."""
STOOD_STILL = timedelta(days=1)
"""How old a copy may be at most that the bot has stood still since, while it is moved."""
MOVED = (
    "Ingen får beskjed, for ingenting er gjort siden kopien ble tatt. Start aldri boten på den gamle databasen igjen: "
    "Da svarer to boter hver sitt.\n"
    "Det som kan være sendt, leter den etter i kanalene før den sender noe."
)


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
    print(f"Nøklene til sakene ligger i {to / KEYS_NAME}. Ha bare ÉN kopi av den fila, og la den skrives over:")
    print("da er saker som slettes, borte fra gamle kopier også.")
    print("Krypteringsnøkkelen er ikke med. Ta vare på den et annet sted.")


def restore(
    rows: Annotated[Path | None, typer.Argument(help="Filen med rader.")] = None,
    keys: Annotated[Path | None, typer.Option(help="Filen med nøkler; ellers den som ligger ved siden av.")] = None,
    data: Annotated[Path | None, typer.Option(help="Mappe med den tomme databasen.")] = None,
    put_back_to: Annotated[
        str,
        typer.Option(
            "--satt-tilbake-til",
            help="I stedet for filer: Azure (eller noe annet) har satt databasen tilbake, til dette tidspunktet, "
            "for eksempel 2026-11-28T03:10.",
        ),
    ] = "",
    moved: Annotated[
        bool,
        typer.Option(
            "--flyttet",
            help="Boten har stått stille siden kopien ble tatt, fordi den flyttes hit. Da er ingenting borte, og ingen "
            "får beskjed om det.",
        ),
    ] = False,
) -> None:
    """Legg en kopi tilbake i en tom database. Boten må ikke gå imens."""
    if (rows is None) is not bool(put_back_to) or (moved and put_back_to):
        raise typer.BadParameter("Gi enten fila med rader, eller --satt-tilbake-til. --flyttet hører til fila.")
    if rows is not None:
        asyncio.run(_restore(rows, keys or rows.with_name(KEYS_NAME), data, moved=moved))
    else:
        asyncio.run(_put_back(_moment(put_back_to), data))


def _moment(written: str) -> datetime:
    """Return the moment, in Norway unless it says where; raises BadParameter."""
    try:
        at = datetime.fromisoformat(written.strip())
    except ValueError:
        raise typer.BadParameter("Skriv dag og klokkeslett slik: 2026-11-28T03:10.") from None
    at = at if at.tzinfo else at.replace(tzinfo=OSLO)
    if at > datetime.now(UTC):
        raise typer.BadParameter("Tidspunktet har ikke vært ennå.")
    return at


async def _put_back(to: datetime, data: Path | None) -> None:
    """Do for a database that was put back by others what `_restore` does for its own copies."""
    async with opened_store(settings_for(data)) as store:
        try:
            await store.look_first()
        except DatabaseInUse as error:
            fail(f"{REFUSED[type(error)]} Ingenting er endret, så du kan prøve igjen.")
        await _tell(to, store)


async def _restore(rows_file: Path, keys_file: Path, data: Path | None, *, moved: bool) -> None:
    await asyncio.to_thread(_require_files, rows_file, keys_file)
    if moved:
        await asyncio.to_thread(_refuse_old, rows_file, keys_file)
    async with store_of(settings_for(data)) as store:  # not opened: a wrong key must leave nothing behind
        try:
            done = await store.restore(rows_file, keys_file)
        except (BackupUnreadable, KeysOlder, DatabaseInUse, DatabaseNotEmpty, EncryptionError, StoreUnopened) as error:
            fail(f"{_why_not(error)} Ingenting er lagt tilbake, så du kan prøve igjen.")
        print(f"{done.rows} rader er lagt tilbake. Saker: {done.cases}.")
        if done.without_text:
            print(f"Uten tekst: {done.without_text}. Den ble slettet etter at kopien ble tatt.")
        if moved:
            print(MOVED)
            return
        if done.keys_made_at == done.made_at:
            print("Nøklene er fra samme øyeblikk som radene. Tekster som er trukket eller slettet siden, er tilbake.")
            print(f"Har du en nyere {KEYS_NAME}, legg kopien heller i en ny, tom database med den.")
        try:
            await _tell(done.made_at, store)
        except Exception as error:  # the copy is in: whoever tries again is told that the database is in use
            fail(f"{words_for(error) or type(error).__name__}\n{_not_told(done.made_at)}")


def _require_files(*paths: Path) -> None:
    for path in paths:
        if not path.is_file():
            fail(f"{path} er en mappe. Skriv hele navnet på fila." if path.is_dir() else f"Finner ikke fila {path}.")


def _refuse_old(rows_file: Path, keys_file: Path) -> None:
    """Refuse a copy that the bot has hardly stood still since, an old one or one that a newer was made after: what was
    done since would be lost without a word."""
    try:
        made_at, keys_made_at = copied_at(rows_file), copied_at(keys_file)
    except BackupUnreadable as error:
        fail(f"{_why_not(error)} Ingenting er lagt tilbake, så du kan prøve igjen.")
    age = datetime.now(UTC) - made_at
    if keys_made_at > made_at:
        fail(
            "Nøklene er fra en nyere kopi enn radene, så boten kan ha gått siden radene ble kopiert. Bruk den nyeste "
            "kopien. Finnes den ikke lenger, legger du denne tilbake uten --flyttet: Da får team og administratorer "
            "vite hva som er borte."
        )
    if age > STOOD_STILL:
        fail(
            f"Kopien er {age.days} døgn gammel, og --flyttet er for en kopi som er tatt etter at boten ble stoppet. "
            "Ta en ny kopi av den gamle databasen. Finnes den ikke lenger, legger du kopien tilbake uten --flyttet: Da "
            "får team og administratorer vite hva som er borte."
        )


async def _tell(to: datetime, store: SqlStore) -> None:
    """Say what the database does not know any more, and let the bot say it to the teams and the administrators."""
    now = datetime.now(UTC)
    async with store.unit_of_work() as uow:
        channels = await tell_restored(to, uow, now)
        await uow.commit()
    at = to.astimezone(OSLO)
    print(f"Databasen er slik den var {at:%d.%m.%Y} kl. {at:%H.%M}. Det som er gjort siden, er borte:")
    print("- Saker som er sendt siden, finnes ikke. De som sendte dem, må sende dem på nytt: si fra til alle ansatte.")
    print("- Saker som er besvart, trukket eller avsluttet siden, står som de gjorde da. Teamene må se over kortene.")
    where = f"{channels} {'kanal' if channels == 1 else 'kanaler'}"
    print(f"Boten sier dette i {where}, og til administratorene i chatten, når den starter.")
    print("Det som kan være sendt siden, leter den etter i kanalene før den sender noe.")


def _not_told(made_at: datetime) -> str:
    command = f"python -m bot restore --satt-tilbake-til {made_at.astimezone(UTC):%Y-%m-%dT%H:%MZ}"
    return f"Kopien er lagt tilbake, men teamene og administratorene får ikke vite det før du kjører: {command}"


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
