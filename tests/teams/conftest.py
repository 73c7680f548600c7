"""A running Teams edge in front of a fake connector, with a turn taker that the test decides."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.content.texts import Texts, load_texts
from bot.domain.reply import Reply
from bot.domain.turn import Turn
from bot.teams.edge import TeamsEdge, open_edge
from bot.teams.gate import Gate
from bot.teams.signing_keys import SigningKeys
from bot.teams.taking_turns import Readiness, Send
from bot.teams.teams_settings import TeamsSettings
from dialogs.as_text import as_text
from tests.fakes.connector import FakeConnector
from tests.fakes.entra import FakeEntra
from tests.fakes.ports import free_port
from tests.teams.door import NOT_TEAMS, OURS, SETTINGS, SMALL, Door, app_behind

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


class StoppedClock:
    def now(self) -> datetime:
        return NOW


@dataclass
class Inside:
    """Stands for bot.turns: notes each turn and answers with what the test put in `replies`."""

    turns: list[Turn] = field(default_factory=list)
    replies: Sequence[Reply] = ()
    instead: Callable[[Turn, Send], Awaitable[None]] | None = None
    ready: bool = True
    remarks: tuple[str, ...] = ()

    async def take(self, turn: Turn, send: Send) -> None:
        self.turns.append(turn)
        if self.instead is not None:
            await self.instead(turn, send)
            return
        await send(self.replies)

    async def is_ready(self) -> Readiness:
        return Readiness(self.ready, self.remarks)


@dataclass
class Running:
    """The edge, listening, and everything around it."""

    edge: TeamsEdge
    inside: Inside
    connector: FakeConnector
    http: aiohttp.ClientSession
    url: str

    async def deliver(self, activity: dict[str, Any]) -> tuple[int, Any]:
        """Deliver an activity as the channel does; returns the status and the JSON body, if any."""
        body = {**activity, "serviceUrl": self.connector.url}
        async with self.http.post(f"{self.url}/api/messages", json=body) as response:
            text = await response.text()
            return response.status, (await response.json() if text else None)

    async def settled(self) -> None:
        """Wait until the replies under way are sent."""
        await self.edge.post.drain(5)


@pytest.fixture(scope="session")
def texts() -> Texts:
    return load_texts(KNOWLEDGE)


@pytest.fixture
async def running(texts: Texts) -> AsyncIterator[Running]:
    async with AsyncExitStack() as stack:
        connector = await stack.enter_async_context(FakeConnector())
        settings = TeamsSettings(
            development=True, port=free_port(), development_ports=frozenset({connector.port}), send_timeout=10.0
        )
        edge = await stack.enter_async_context(
            open_edge(settings, words=texts, as_text=functools.partial(as_text, texts=texts), clock=StoppedClock())
        )
        inside = Inside()
        port = await stack.enter_async_context(edge.listen(inside.take, inside.is_ready))
        http = await stack.enter_async_context(aiohttp.ClientSession())
        yield Running(edge, inside, connector, http, f"http://127.0.0.1:{port}")


@pytest.fixture
async def entra() -> AsyncIterator[FakeEntra]:
    async with FakeEntra(OURS, NOT_TEAMS, SMALL) as fake:
        yield fake


@pytest.fixture
async def keys(entra: FakeEntra) -> AsyncIterator[SigningKeys]:
    async with aiohttp.ClientSession() as session:
        yield SigningKeys(session, entra.metadata_url)


@pytest.fixture
async def door(keys: SigningKeys) -> AsyncIterator[Door]:
    async with TestClient(TestServer(app_behind(Gate(SETTINGS, keys)))) as client:
        yield client
