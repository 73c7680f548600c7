"""A server of PostgreSQL that is gone, or hangs, without a word: nobody waits for ever, and it is noticed."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.domain.ports import StoreAway
from bot.ready import Ready
from bot.store import SqlStore, postgres
from tests.fakes.postgres import new_migrated_database
from tests.fakes.stores import RING, MovableClock
from tests.store.test_gone_replica import SOME

pytestmark = pytest.mark.postgres


class Between:
    """What stands between the bot and its database, as a network does, and lets nothing through when told so."""

    def __init__(self) -> None:
        self.lets_through = asyncio.Event()
        self.lets_through.set()

    @asynccontextmanager
    async def leading_to(self, url: str) -> AsyncIterator[str]:
        at = urlsplit(url)
        self._to = f"{parse_qs(at.query)['host'][0]}/.s.PGSQL.5432"
        server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        yield f"postgresql://postgres@127.0.0.1:{server.sockets[0].getsockname()[1]}{at.path}"
        server.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, to = await asyncio.open_unix_connection(self._to)
        ways = [asyncio.create_task(self._one_way(*way)) for way in ((reader, to), (there, writer))]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for end in (writer, to):
            end.close()

    async def _one_way(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while said := await reader.read(65536):
            await self.lets_through.wait()
            writer.write(said)


@pytest.fixture
async def between() -> Between:
    return Between()


@pytest.fixture
async def store(between: Between, clock: MovableClock) -> AsyncIterator[SqlStore]:
    async with between.leading_to(await new_migrated_database()) as url:
        made = SqlStore(url, RING, now=clock.now)
        await made.open()
        yield made
        between.lets_through.set()
        await made.close()


async def test_who_gives_up_on_a_server_that_hangs_gets_away_and_its_connection_is_not_used_again(
    store: SqlStore, between: Between, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "_LET_GO_SECONDS", 0.2)
    unit = store.unit_of_work()
    await unit.__aenter__()
    await unit.outbox.is_known("x")
    between.lets_through.clear()
    started = monotonic()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await unit.outbox.is_known("y")
    await unit.__aexit__(None, None, None)
    assert monotonic() - started < 3
    between.lets_through.set()
    async with asyncio.timeout(5), store.unit_of_work() as uow:
        assert not await uow.outbox.is_known("z")


async def test_a_statement_nobody_answers_is_given_up_and_everybody_goes_on_when_the_server_does(
    between: Between, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "_LET_GO_SECONDS", 0.2)
    async with between.leading_to(await new_migrated_database()) as url:
        store = SqlStore(url, RING, now=clock.now, busy_seconds=1.0)
        await store.open()
        async with store.unit_of_work() as uow, store.one_turn(*SOME):
            await uow.outbox.is_known("x")
        between.lets_through.clear()
        async with asyncio.timeout(8):
            with pytest.raises(StoreAway):
                async with store.unit_of_work() as uow:
                    await uow.outbox.is_known("y")
            with pytest.raises((StoreAway, TimeoutError)):
                async with store.one_turn(*SOME):
                    pytest.fail("the turn is not held")
        between.lets_through.set()
        async with asyncio.timeout(8), store.one_turn(*SOME), store.unit_of_work() as uow:
            assert not await uow.outbox.is_known("z")
        await store.close()


async def test_who_asks_whether_the_bot_can_work_is_answered_while_the_server_hangs(
    store: SqlStore, between: Between, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Desk:
        not_in_use = None

    desk: Any = Desk()
    monkeypatch.setattr("bot.ready.SECONDS", 0.2)
    ready = Ready(store, desk, clock)
    assert (await ready()).can_work
    between.lets_through.clear()
    for _ in range(3):
        async with asyncio.timeout(2):
            assert not (await ready()).can_work
    between.lets_through.set()
    for _ in range(100):
        if (await ready()).can_work:
            return
        await asyncio.sleep(0.1)
    pytest.fail("it can work again")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="each system has its own names for it")
async def test_every_connection_is_asked_about_so_that_a_host_that_is_gone_is_noticed_within_a_minute(
    store: SqlStore,
) -> None:
    async with store.unit_of_work() as uow, store.one_turn(*SOME):
        await uow.outbox.is_known("x")
        for engine in (store.database.engine, store._turns._engine):
            async with engine.connect() as connection:
                driver = (await connection.get_raw_connection()).driver_connection
                end = driver._transport.get_extra_info("socket")
                assert end.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
                assert end.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) == 30
                assert end.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 60_000
