"""What does not speak proper HTTP at the door: it is hung up on, told nothing, and nothing of it is logged."""

from __future__ import annotations

import asyncio
import logging
import time
import zlib
from collections.abc import AsyncIterator

import pytest

from bot.teams import body, gate, listener
from bot.teams.body import MAX_BYTES
from bot.teams.gate import Gate
from bot.teams.listener import listening
from bot.teams.taking_turns import Readiness
from bot.teams.web import QuietLogger, Web, server_logger
from tests.teams.door import FORGER, SECRET, SETTINGS, OneKey, signed

SOON = 0.2
LATE = 5.0
HEAD = "POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"


@pytest.fixture
async def port(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
    """The real web side behind a port; whoever reaches the gate is turned away."""
    monkeypatch.setattr(listener, "HEAD_SECONDS", SOON)
    monkeypatch.setattr(body, "READ_SECONDS", SOON)

    async def ready() -> Readiness:
        await asyncio.sleep(2 * SOON)
        return Readiness(True, (SECRET,))

    app = Web(Gate(SETTINGS, OneKey()), None, ready).app()  # type: ignore[arg-type]
    logger = QuietLogger(server_logger)
    async with listening(app, "127.0.0.1", 0, SOON, logger=logger, lingering_time=SOON) as number:
        yield number


async def told(port: int, *parts: str, pause: float = 0.0) -> str:
    """Return everything that is answered until the door hangs up."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for part in parts:
            writer.write(part.encode())
            await writer.drain()
            await asyncio.sleep(pause)
        async with asyncio.timeout(LATE):
            return (await reader.read()).decode()
    finally:
        writer.close()


@pytest.mark.parametrize("head", ["", "POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-"], ids=["nothing", "half"])
async def test_who_never_says_what_it_wants_is_hung_up_on(port: int, head: str) -> None:
    assert await told(port, head) == ""


async def test_of_a_crowd_that_says_nothing_the_oldest_are_hung_up_on_and_who_speaks_is_heard(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener, "HEAD_SECONDS", 10 * LATE)
    monkeypatch.setattr(listener, "MOST_SILENT", 5)
    crowd = [await asyncio.open_connection("127.0.0.1", port) for _ in range(12)]
    answer = await told(port, "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert answer.startswith("HTTP/1.1 200 OK")
    async with asyncio.timeout(LATE):
        assert [await reader.read() for reader, _ in crowd[:8]] == [b""] * 8
    assert not [reader for reader, _ in crowd[8:] if reader.at_eof()]
    for _, writer in crowd:
        writer.close()


@pytest.mark.parametrize("then", ["", "GET /healthz HTTP/1.1\r\nHos"], ids=["nothing", "half a head"])
async def test_who_has_been_answered_and_asks_nothing_more_is_hung_up_on(
    port: int, monkeypatch: pytest.MonkeyPatch, then: str
) -> None:
    monkeypatch.setattr(listener, "KEPT_SECONDS", 4 * SOON)
    began = time.monotonic()
    answers = await told(port, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n", then, pause=SOON / 4)
    assert answers.count("HTTP/1.1 200 OK") == 1
    assert time.monotonic() - began < LATE / 2, "an hour, where it is left to aiohttp"


async def test_those_who_have_been_answered_count_among_the_silent(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listener, "KEPT_SECONDS", 10 * LATE)
    monkeypatch.setattr(listener, "MOST_SILENT", 5)
    crowd = []
    for _ in range(12):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert (await reader.readuntil(b"ok")).startswith(b"HTTP/1.1 200 OK")
        crowd.append((reader, writer))
    async with asyncio.timeout(LATE):
        assert [await reader.read() for reader, _ in crowd[:7]] == [b""] * 7
    reader, writer = crowd[-1]
    writer.write(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    assert (await reader.readuntil(b"ok")).startswith(b"HTTP/1.1 200 OK")
    for _, one in crowd:
        one.close()


async def test_who_asks_a_second_time_and_never_ends_is_hung_up_on(port: int) -> None:
    whole = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    answers = await told(port, whole, "GET /healthz HTTP/1.1\r\nHos", pause=SOON / 4)
    assert answers.count("HTTP/1.1 200 OK") == 1


async def test_what_is_wrong_is_told_to_nobody_who_asks_from_the_internet(port: int) -> None:
    answer = await told(port, "GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert answer.endswith("\r\n\r\nready")
    assert SECRET not in answer


async def test_who_waits_for_a_slow_answer_gets_it_and_may_ask_again(port: int) -> None:
    slow = "GET /readyz HTTP/1.1\r\nHost: x\r\n"
    answers = await told(port, f"{slow}\r\n", f"{slow}Connection: close\r\n\r\n", pause=3 * SOON)
    assert answers.count("HTTP/1.1 200 OK") == 2


@pytest.mark.parametrize(
    "rest", ['Content-Length: 50\r\n\r\n{"a"', 'Transfer-Encoding: chunked\r\n\r\n5\r\n{"a"'], ids=["length", "chunked"]
)
async def test_a_body_that_never_ends_is_turned_away_and_hung_up_on(port: int, rest: str) -> None:
    answered = await told(port, f"{HEAD}Authorization: {signed()}\r\n{rest}")
    assert answered.startswith("HTTP/1.1 400 ")
    assert answered.endswith('{"error": "body"}')


async def test_nobody_unknown_has_a_body_read(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "read_json", lambda _: pytest.fail("read"))
    for sign in ("", "Authorization: Bearer a.b.c\r\n", f"Authorization: {signed(FORGER)}\r\n"):
        answered = await told(port, f"{HEAD}{sign}Content-Length: {MAX_BYTES}\r\n\r\n[")
        assert answered.startswith("HTTP/1.1 401 ")


@pytest.mark.parametrize("sign", ["", f"Authorization: {signed()}\r\n"], ids=["by nobody known", "by Teams"])
async def test_what_is_packed_is_never_unpacked(port: int, sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[object] = []
    for name in ("ZLibDecompressor", "DeflateBuffer"):
        monkeypatch.setattr(f"aiohttp.http_parser.{name}", lambda *given, **_: unpacked.append(given))
    bomb = zlib.compress(b"[" + b" " * 50_000_000 + b"]", 9)
    head = f"{HEAD}{sign}Connection: close\r\nContent-Encoding: deflate\r\nContent-Length: {len(bomb)}\r\n\r\n"
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head.encode() + bomb)
    async with asyncio.timeout(LATE):
        answered = await reader.read()
    writer.close()
    assert answered.startswith(b"HTTP/1.1 400 ")
    assert answered.endswith(b'{"error": "content_encoding"}')
    assert unpacked == []


@pytest.mark.parametrize(
    "said",
    [
        f"{SECRET}\r\n\r\n",
        f"GET / HTTP/1.1\r\n{SECRET} om\r\n\r\n",
        f"POST /api/messages HTTP/1.1\r\nContent-Length: {SECRET}\r\n\r\n",
        f"GET /{SECRET}{'a' * 20_000} HTTP/1.1\r\n\r\n",
        f"{HEAD}Transfer-Encoding: chunked\r\n\r\n{SECRET}\r\n",
        f"{HEAD}Connection: close\r\nExpect: {SECRET}\r\nContent-Length: 2\r\n\r\n{{}}",
    ],
    ids=["method", "header", "length", "long", "chunk", "expect"],
)
async def test_what_is_not_http_is_answered_with_its_status_alone_and_not_logged(
    port: int, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    head, _, answer = (await told(port, said)).partition("\r\n\r\n")
    assert head.split()[1] in ("400", "417")
    assert answer == '{"error": "http"}'
    assert "Server: veilederen" in head
    assert SECRET not in head + caplog.text
