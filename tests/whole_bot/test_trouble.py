"""The database is busy, full, cut off; the process is told to stop: nothing is lost and nobody waits in vain."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import asyncpg
import pytest

from bot import main
from bot.domain.ports import StoreAway
from bot.domain.turn import Said, Turn
from bot.settings import Settings
from tests.delivery.team import Team
from tests.fakes.connector import FakeConnector, Fault
from tests.fakes.ports import free_port
from tests.fakes.postgres import new_migrated_database
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.store.people import ANSATT, PERSONAL
from tests.turns.desk import WORDS
from tests.whole_bot.service import KNOWLEDGE, Service, connect_the_channel, serving, until


async def test_while_another_process_locks_the_database_turns_wait_and_none_is_lost(
    service: Service, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "veilederen.db", isolation_level=None, check_same_thread=False)
    await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")  # the bot may be in the middle of a round of its own
    waiting = [asyncio.create_task(service.deliver(service.message(f"person-{n}", "hei"))) for n in range(5)]
    await asyncio.sleep(1.5)
    assert service.connector.visible() == []
    other.execute("ROLLBACK")
    other.close()
    assert [status for status, _ in await asyncio.gather(*waiting)] == [200] * 5
    await until(lambda: len(service.connector.visible()) == 5)


async def test_on_a_full_disk_the_person_is_told_and_the_same_press_works_when_there_is_room(
    tmp_path: Path, connector: FakeConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.store.sqlite import SqliteTransaction

    async with serving(tmp_path, connector) as service:
        await service.deliver(service.message("kari", "hei"))
        is_full = True
        commit = SqliteTransaction.commit

        async def full(self: SqliteTransaction) -> None:
            if is_full:
                raise sqlite3.OperationalError("database or disk is full")
            await commit(self)

        monkeypatch.setattr(SqliteTransaction, "commit", full)
        activity = service.message("kari", "Stjørdal")
        assert (await service.deliver(activity))[0] in (200, 503)
        await until(lambda: any("gikk galt" in kept.text for kept in connector.visible()))
        is_full = False
        status, _ = await service.deliver(activity)
        assert status == 200
        await until(lambda: any("Stjørdal" in kept.text for kept in connector.visible()))


async def test_on_a_full_disk_a_window_stays_open_with_what_was_written_in_it(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.store.sqlite import SqliteTransaction

    async def full(_self: SqliteTransaction) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    await service.go_to_the_form("kari")
    with monkeypatch.context() as broken:
        broken.setattr(SqliteTransaction, "commit", full)
        data = {**WORDS, "verb": "case_review", "urgency": "snart"}
        window = await service.deliver(service.press("kari", "", name="task/submit", value={"data": data}))
    assert window[1]["task"]["type"] == "continue", "closed, it takes the whole case with it"
    card = window[1]["task"]["value"]["card"]["content"]
    assert {one["value"] for one in card["body"] if one["type"] == "Input.Text"} == {*WORDS.values()}
    (again,) = (one["actions"][0]["data"] for one in card["body"] if one["type"] == "ActionSet")
    assert again["urgency"] == "snart", "what was chosen goes along"
    _, body = await service.deliver(service.press("kari", "", name="task/submit", value={"data": {**again, **WORDS}}))
    assert "Hva prøver vi?" in json.dumps(body, ensure_ascii=False)
    assert "gikk galt" not in json.dumps(body, ensure_ascii=False)


@pytest.mark.postgres
async def test_a_restart_of_postgres_under_way_costs_no_case(tmp_path: Path, connector: FakeConnector) -> None:
    url = await new_migrated_database()
    async with serving(tmp_path, connector, url) as service:
        await connect_the_channel(service)
        await _cut_all_connections(url)
        await service.send_a_case("kari")
        await _cut_all_connections(url)
        await until(service.cards)
        await asyncio.sleep(1.0)
        assert len(service.cards()) == 1


async def test_which_message_shows_a_case_is_noted_also_when_the_server_is_away_for_two_minutes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = MovableClock()
    team = Team(FakeStore(clock.now), clock)
    await team.connect()
    await team.submit()
    back_at, unit_of_work = clock.now() + timedelta(minutes=2), team.store.unit_of_work

    async def sleep(seconds: float) -> None:
        clock.advance(seconds=seconds)

    def away(*given: Any) -> Any:
        if clock.now() < back_at:
            raise StoreAway
        return unit_of_work(*given)

    monkeypatch.setattr(main.asyncio, "sleep", sleep)
    monkeypatch.setattr(team.store, "unit_of_work", away)
    inside: Any = SimpleNamespace(store=team.store, clock=clock)
    turn = Turn("a1", ANSATT, PERSONAL, Said("vis saken"), clock.now())
    await main._note(inside)(turn, "case1", "shown1")
    async with unit_of_work() as uow:
        assert [row.activity_id for row in await uow.outbox.sent_about("case1")] == ["shown1"]


async def _cut_all_connections(url: str) -> None:
    """What the bot sees of a server that restarts: every connection is broken at once."""
    name = url.split("?")[0].rsplit("/", 1)[1]
    connection = await asyncpg.connect(url)
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()", name
    )
    await connection.close()


@asynccontextmanager
async def _process(folder: Path, connector: FakeConnector) -> AsyncIterator[tuple[asyncio.subprocess.Process, Service]]:
    """A real `python -m bot serve`."""
    port = free_port()
    own = {
        "VEILEDEREN_DEVELOPMENT": "true",
        "VEILEDEREN_DATA": str(folder),
        "VEILEDEREN_PORT": str(port),
        "VEILEDEREN_PLAYGROUND_PORTS": str(connector.port),
    }
    command = (sys.executable, "-m", "bot", "serve")
    with (folder / "bot.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *command, cwd=KNOWLEDGE.parent, env={**os.environ, **own}, stdout=log, stderr=log
        )
    settings = Settings(_env_file=None, development=True, data=folder, port=port)
    try:
        async with aiohttp.ClientSession() as http:
            service = Service(settings, connector, http)
            await _until_it_answers(service, process)
            yield process, service
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _until_it_answers(service: Service, process: asyncio.subprocess.Process) -> None:
    end = time.monotonic() + 60
    while process.returncode is None and time.monotonic() < end:
        try:
            async with service.http.get(f"{service.url}/readyz") as response:
                if response.status == 200:
                    return
        except aiohttp.ClientError:
            await asyncio.sleep(0.1)
    raise AssertionError("the bot did not get ready")


@pytest.mark.slow
async def test_a_process_told_to_stop_sends_the_replies_under_way(tmp_path: Path, connector: FakeConnector) -> None:
    async with _process(tmp_path, connector) as (process, service):
        connector.faults = [Fault(200, lands=True, waits=1.5, body=b'{"id": "1"}')]
        assert (await service.deliver(service.message("kari", "hei")))[0] == 200
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 30) == 0
        assert len(connector.visible("a:kari")) == 1


@pytest.mark.slow
async def test_a_process_killed_between_two_screens_is_where_it_was_when_it_comes_back(
    tmp_path: Path, connector: FakeConnector
) -> None:
    async with _process(tmp_path, connector) as (process, service):
        for text in ("hei", "Stjørdal", "skole", "jeg er bekymret"):
            await service.deliver(service.message("kari", text))
        process.kill()
        await process.wait()
    async with _process(tmp_path, connector) as (_, service):
        before = len(connector.visible("a:kari"))
        await service.deliver(service.message("kari", "Nei, ikke nå"))
        await until(lambda: len(connector.visible("a:kari")) > before)
        assert "grunn til å tro" in connector.visible("a:kari")[-1].text
