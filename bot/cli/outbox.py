"""`python -m bot outbox`: what waits to be delivered and what stands fast. Shows no content and no names."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.open_store import fail, opened_store, settings_for
from bot.domain.outbox import Kind, OutboxRow, RowState
from bot.store import SqlStore

KINDS = {
    Kind.CASE_CARD: "ny sak i kanalen",
    Kind.CASE_CARD_UPDATE: "oppdatert kort",
    Kind.THREAD_LINE: "linje under kortet",
    Kind.RELAYED_LINE: "videresendt til tråden",
    Kind.REQUESTER_NOTICE: "beskjed til innmelder",
    Kind.RECEIPT_UPDATE: "oppdatert kvittering",
    Kind.RELAYED_NOTICE: "videresendt til innmelder",
    Kind.MEMBER_NOTICE: "beskjed til medlem",
    Kind.ERASE: "sletting av tekst",
    Kind.TEAM_POST: "kort i kanalen",
    Kind.REMINDER: "påminnelse",
}
STATES = {
    RowState.WAITING: "venter",
    RowState.AMBIGUOUS: "kanskje framme",
    RowState.PARKED: "STÅR FAST",
    RowState.DELIVERED: "levert",
    RowState.CANCELLED: "avlyst",
}


def outbox(
    retry: Annotated[str, typer.Option(help="Prøv en melding som står fast, på nytt: id fra listen.")] = "",
    data: Annotated[Path | None, typer.Option(help="Mappe med databasen.")] = None,
) -> None:
    """Vis meldinger som venter eller står fast, uten innhold."""
    asyncio.run(_outbox(retry, data))


async def _outbox(retry: str, data: Path | None) -> None:
    async with opened_store(settings_for(data)) as store:
        if retry:
            await _retry(store, retry)
        else:
            await _show(store)


async def _retry(store: SqlStore, row_id: str) -> None:
    now = datetime.now(UTC)
    async with store.unit_of_work() as uow:
        was_parked = await uow.queue.retry(row_id, now)
        await uow.audit.note("outbox.retried", now, by="operator")
        await uow.commit()
    if not was_parked:
        fail(f"Ingen melding som står fast, har id {row_id}. Se listen: python -m bot outbox")
    print("Meldingen blir prøvd på nytt. Hvis den kan ha kommet fram før, leter boten etter den i kanalen først.")


async def _show(store: SqlStore) -> None:
    async with store.unit_of_work() as uow:
        parked, waiting, counts = await uow.outbox.parked(), await uow.queue.waiting(), await uow.queue.counts()
    console = Console()
    if not counts:
        print("Utboksen er tom.")
        return
    if parked or waiting:
        console.print(_table([*parked, *waiting]))
    print(", ".join(f"{STATES[state]}: {count}" for state, count in sorted(counts.items())))
    if parked:
        print("Rett det koden forteller om, og kjør: python -m bot outbox --retry ID")


def _table(rows: Sequence[OutboxRow]) -> Table:
    table = Table("Id", "Hva", "Tilstand", "Når", "Forsøk", "Siste kode")
    for row in rows:
        due = row.item.due_at.astimezone().strftime("%d.%m.%Y %H:%M")
        table.add_row(
            row.id,
            KINDS[row.item.kind],
            STATES[row.state],
            due,
            str(row.attempt),
            row.last_code or "",
            end_section=False,
        )
    return table
