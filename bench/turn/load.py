"""Sends turns to one server, one after another, and measures what they cost it. Must not know which server it is."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import psutil
from aiohttp import web
from aiohttp.test_utils import TestServer

TENANT = "11111111-1111-4111-8111-111111111111"


class ConnectorStub:
    """Takes every message and says so; tells when one has arrived."""

    def __init__(self) -> None:
        self.arrived: asyncio.Queue[str] = asyncio.Queue()
        app = web.Application(client_max_size=2**20)
        app.router.add_post("/v3/conversations/{tail:.*}", self._take)
        self.server = TestServer(app)

    async def _take(self, request: web.Request) -> web.Response:
        self.arrived.put_nowait(await request.text())
        return web.json_response({"id": str(self.arrived.qsize())}, status=201)

    @property
    def url(self) -> str:
        """The serviceUrl."""
        return f"http://127.0.0.1:{self.server.port}/"


@dataclass(frozen=True)
class Measured:
    """What one way of answering costs."""

    cpu_ms: float
    """User and system time of the server per turn, all its threads: two neighbouring blocks together, of which the way
    was the first in one; the middle one of these pairs."""
    p50_ms: float
    p99_ms: float
    """From the request to the whole reply: in the body, or at the connector."""
    replied: int
    """Turns whose reply was the one expected."""
    turns: int


def activity(number: int, text: str, service_url: str, conversation: str, *, expect_replies: bool) -> dict[str, Any]:
    """Return a message as Teams sends it, with an id of its own."""
    made: dict[str, Any] = {
        "type": "message",
        "id": f"bench-{time.time_ns()}-{number}",
        "timestamp": "2026-11-22T10:15:30.1234567Z",
        "serviceUrl": service_url,
        "channelId": "msteams",
        "from": {"id": "29:bench", "name": "Test Lærer", "aadObjectId": "aaaaaaaa-0000-4000-8000-000000000001"},
        "recipient": {"id": "28:bot", "name": "Veilederen"},
        "conversation": {"id": conversation, "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
        "text": text,
        "textFormat": "plain",
        "locale": "nb-NO",
        "entities": [{"locale": "nb-NO", "country": "NO", "platform": "Windows", "type": "clientInfo"}],
    }
    return made | ({"deliveryMode": "expectReplies"} if expect_replies else {})


class Load:
    """One client against one server, in a conversation of its own: a question may be read together with the one
    before it. Each begins at another question: one that has just been asked the other way is cheaper to answer."""

    def __init__(
        self, http: aiohttp.ClientSession, url: str, stub: ConnectorStub, first: int, *, expect_replies: bool
    ) -> None:
        """Begin with the text of number `first`."""
        self._http = http
        self._first = first
        self._url = f"{url}/api/messages"
        self._stub = stub
        self._expect_replies = expect_replies
        self._conversation = f"a:1-bench-{'body' if expect_replies else 'connector'}"
        self._number = 0
        self.forget()

    async def turn(self, text: str) -> str:
        """Send one message and return its reply as text, wherever it came."""
        answer = await self._send(text, expect_replies=self._expect_replies)
        return answer if self._expect_replies else await asyncio.wait_for(self._stub.arrived.get(), 10)

    async def set_up(self, text: str) -> None:
        """Send a message that is not measured; it may have any number of replies, so they come in the body."""
        await self._send(text, expect_replies=True)

    async def _send(self, text: str, *, expect_replies: bool) -> str:
        self._number += 1
        body = activity(self._number, text, self._stub.url, self._conversation, expect_replies=expect_replies)
        async with self._http.post(self._url, json=body) as response:
            return await response.text()

    async def block(self, pid: int, texts: Sequence[str], expected: str, turns: int) -> None:
        """Send a block of turns and keep what it cost the process; the texts go on from where the last block ended."""
        before = cpu_seconds(pid)
        for _ in range(turns):
            began = time.perf_counter()
            reply = await self.turn(texts[(self._first + self._number) % len(texts)])
            self._times.append((time.perf_counter() - began) * 1000)
            self._replied += expected in reply
        await asyncio.sleep(0.01)  # what the server does after its answer belongs to the turn
        self._cpu.append((cpu_seconds(pid) - before) * 1000 / turns)

    def forget(self) -> None:
        """Begin to measure: what came before was to warm up."""
        self._times, self._cpu, self._replied = [], [], 0

    def measured(self) -> Measured:
        """Return what the turns cost."""
        cut = statistics.quantiles(self._times, n=100)
        pairs = [statistics.fmean(pair) for pair in zip(self._cpu[::2], self._cpu[1::2], strict=True)]
        return Measured(statistics.median(pairs), cut[49], cut[98], self._replied, len(self._times))


def cpu_seconds(pid: int) -> float:
    """Return the CPU time the process has used: by the nanosecond where Linux tells it, else by the hundredth."""
    threads = list(Path(f"/proc/{pid}/task").glob("*/schedstat"))
    if threads:
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9
    used = psutil.Process(pid).cpu_times()
    return float(used.user + used.system)
