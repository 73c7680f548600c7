"""What `/readyz` and `doctor` tell of a bot that runs but cannot keep, open or use something; and how it stops."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.cli import doctor_edition
from bot.content.versions import changed, version_of
from bot.domain.outbox import Kind
from bot.domain.ports import StoreAway
from bot.domain.published import Edition
from bot.ready import Ready
from bot.settings import Settings
from bot.store import KeyRing, SqlStore
from bot.store.encryption import Sealer
from bot.store.leases import SqlLeases
from bot.teams.taking_turns import Readiness
from bot.turns.library import Library
from bot.turns.publishing import PublishingDesk
from tests.fakes.connector import FakeConnector
from tests.fakes.knowledge import KNOWLEDGE, shelf
from tests.fakes.stores import MovableClock, clock, sql_store
from tests.store.people import AT, a_case, an_item, requester
from tests.whole_bot.service import serving

__all__ = ["clock", "sql_store"]

BROKEN = {"kommuner/frosta.yaml": b"municipality: frosta\n"}


def desk_of(store: SqlStore, clock: MovableClock, folder: Path) -> PublishingDesk:
    library = Library(KNOWLEDGE, shelf(), ("frosta",), lambda _person, _place: frozenset(), clock)
    return PublishingDesk(store, library, clock, folder)


@pytest.fixture
def ready(sql_store: SqlStore, clock: MovableClock, tmp_path: Path) -> Ready:
    return Ready(sql_store, desk_of(sql_store, clock, tmp_path / "editions"), clock)


async def publish(store: SqlStore, clock: MovableClock, number: int, changes: dict[str, bytes | None]) -> None:
    files = changed(shelf().files, changes)
    hashes = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    async with store.unit_of_work() as uow:
        await uow.editions.add(Edition(number, version_of(files), hashes, clock.now(), "skjema", "", ()), files, None)
        await uow.commit()


async def test_a_bot_that_can_keep_open_and_use_everything_has_nothing_to_tell(ready: Ready) -> None:
    await ready.look()
    assert await ready() == Readiness(True)


async def test_a_database_that_takes_nothing_in_is_told_until_it_does_again(
    ready: Ready, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def full(*_: object) -> bool:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(SqlLeases, "take", full)
        for _ in range(2):
            await ready.look()
    found = await ready()
    assert found.can_work, "who writes is told to call instead of getting nothing"
    assert found.remarks == ("Ingenting kan lagres. Er disken full? Se: python -m bot doctor",)
    assert caplog.messages.count("nothing_kept") == 1
    await ready.look()
    assert await ready() == Readiness(True)


async def test_messages_that_nobody_sends_are_told_and_those_that_wait_for_something_are_not(
    ready: Ready, sql_store: SqlStore, clock: MovableClock
) -> None:
    async def look() -> tuple[str, ...]:
        await ready.look()
        first = (await ready()).remarks
        await ready.look()
        assert first in ((), (await ready()).remarks)
        return (await ready()).remarks

    started, told = clock.now(), ("Meldinger har ventet et kvarter uten at noen sender dem. Se: python -m bot outbox",)
    async with sql_store.unit_of_work() as uow:
        await uow.outbox.add(an_item("card", kind=Kind.CASE_CARD, due_at=started - timedelta(days=1)))
        await uow.outbox.add(an_item("below", due_at=started - timedelta(days=1)))
        await uow.commit()
    assert await look() == (), "what came while no bot ran has its time first"
    clock.advance(minutes=16)
    assert await look() == told
    async with sql_store.unit_of_work() as uow:
        (row,) = await uow.queue.lease("w", clock.now(), clock.now() + timedelta(minutes=1), 9)
        await uow.commit()
    assert await look() == ()
    async with sql_store.unit_of_work() as uow:
        await uow.queue.park(row.id, "w", "403", clock.now())
        await uow.commit()
    clock.advance(minutes=16)
    assert await look() == (), "the one below waits for the card that stands fast"
    async with sql_store.unit_of_work() as uow:
        await uow.queue.retry(row.id, clock.now())
        await uow.queue.lease("w", clock.now(), clock.now(), 9)
        await uow.queue.postpone(row.id, "w", clock.now() + timedelta(minutes=40), "503", ambiguous=False)
        await uow.commit()
    clock.advance(minutes=30)
    assert await look() == (), "it is to be tried again later"
    clock.advance(minutes=30)
    assert await look() == told


async def test_a_case_whose_key_is_locked_with_another_key_is_told(
    ready: Ready, sql_store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sql_store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(), "s1")
        await uow.commit()
    monkeypatch.setattr(sql_store, "_ring", KeyRing({"second": b"2" * 32}, "second"))
    await ready.look()
    assert (await ready()).remarks == (
        "Noen saker kan ikke åpnes: en krypteringsnøkkel mangler. Se: python -m bot doctor",
    )


async def test_to_be_asked_whether_it_is_ready_opens_nothing_that_is_sealed(
    ready: Ready, sql_store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sql_store.unit_of_work() as uow:
        await uow.outbox.add(an_item())
        (row,) = await uow.queue.lease("w", AT, AT, 1)
        await uow.queue.park(row.id, "w", "403", AT)
        await uow.commit()
    monkeypatch.setattr(Sealer, "open", lambda *_: pytest.fail("opened"))
    assert await ready() == Readiness(True)


async def test_a_database_that_is_away_means_not_ready(ready: Ready, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise StoreAway

    monkeypatch.setattr(SqlStore, "unit_of_work", away)
    assert not (await ready()).can_work


async def test_a_crowd_that_asks_at_once_holds_one_connection(
    ready: Ready, sql_store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, real = [], sql_store.unit_of_work
    monkeypatch.setattr(sql_store, "unit_of_work", lambda *given: opened.append(1) or real(*given))
    assert {*await asyncio.gather(*(ready() for _ in range(500)))} == {Readiness(True)}
    assert len(opened) == 1
    await ready()
    assert len(opened) == 2, "who asks afterwards is told how it is then"


async def test_a_published_edition_that_cannot_be_read_is_told_and_so_is_the_next_one_that_can(
    sql_store: SqlStore, clock: MovableClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    settings = Settings(_env_file=None, development=True, knowledge=KNOWLEDGE)
    monkeypatch.setattr(doctor_edition, "read_folder", lambda _: shelf())
    desk = desk_of(sql_store, clock, tmp_path / "editions")
    ready = Ready(sql_store, desk, clock)
    assert await doctor_edition.about_edition(sql_store, settings) == ()
    await publish(sql_store, clock, 1, dict(BROKEN))
    assert not await desk.follow()
    assert await ready() == Readiness(
        True, ("Utgave 1 av kunnskapen er publisert, men ikke i bruk. Se: python -m bot doctor",)
    )
    assert "edition_not_in_use" in caplog.messages
    ((kind, words),) = await doctor_edition.about_edition(sql_store, settings)
    assert kind == "feil"
    assert "Utgave 1, som redaktørene har publisert, er ikke i bruk" in words
    assert "deploy/README.md" in words
    assert "kommuner/frosta.yaml" in words
    await publish(sql_store, clock, 2, {"guides/ny.txt": b"x"})  # not among the articles: the same search fits
    assert await desk.follow()
    assert await ready() == Readiness(True)
    assert await doctor_edition.about_edition(sql_store, settings) == (
        ("god", "Utgave 2, som redaktørene har publisert, er i bruk."),
    )


async def test_the_bot_stops_when_it_is_told_to_although_a_round_has_hours_left(
    tmp_path: Path, connector: FakeConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_up = asyncio.Event()

    async def all_night(*_: object) -> None:
        try:
            await asyncio.sleep(6 * 3600)
        except asyncio.CancelledError:
            given_up.set()
            raise

    monkeypatch.setattr("bot.main.LEAVE_SECONDS", 0.05)
    monkeypatch.setattr("bot.main.run_retention", all_night)
    async with asyncio.timeout(60), serving(tmp_path, connector):
        pass
    assert given_up.is_set()
