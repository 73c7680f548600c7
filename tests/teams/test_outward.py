"""Where the machine reaches the internet by a proxy, everything the bot sends goes by it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.teams.edge import open_edge
from bot.teams.outward import open_session
from bot.teams.teams_settings import TeamsSettings
from tests.fakes.stores import MovableClock

SETTINGS = TeamsSettings(app_id="11111111-2222-3333-4444-555555555555", tenants=frozenset({"t"}), client_secret="x")


@asynccontextmanager
async def refusing_proxy(monkeypatch: pytest.MonkeyPatch, address: str) -> AsyncIterator[list[str]]:
    """Run a proxy that refuses all it is asked for; `address` is how it is named in the environment."""
    asked: list[str] = []

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append((await reader.readline()).decode().strip())
        writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    proxy = await asyncio.start_server(refuse, "127.0.0.1", 0)
    monkeypatch.setenv("HTTPS_PROXY", address.format(port=proxy.sockets[0].getsockname()[1]))
    async with proxy:
        yield asked


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}", "127.0.0.1:{port}"])
async def test_microsofts_keys_and_messages_are_asked_for_by_the_proxy(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    async with (
        refusing_proxy(monkeypatch, address) as asked,
        open_edge(SETTINGS, words=lambda *_, **__: "", as_text=str, clock=MovableClock()) as edge,
    ):
        assert not edge.keys.are_known
    assert asked == ["CONNECT login.botframework.com:443 HTTP/1.1"]


async def test_what_no_proxy_names_is_reached_straight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,.kommune.example")
    async with refusing_proxy(monkeypatch, "http://127.0.0.1:{port}") as asked, open_session(SETTINGS) as session:
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get("https://127.0.0.1:9/")
        with pytest.raises(aiohttp.ClientHttpProxyError):
            await session.get("https://graph.example/")
    assert asked == ["CONNECT graph.example:443 HTTP/1.1"]


async def test_a_laptop_asks_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    async with open_session(TeamsSettings(development=True)) as session:
        with pytest.raises(aiohttp.ClientConnectorError) as refused:
            await session.get("https://127.0.0.1:9/")
    assert refused.value.port == 9, "it went straight there"
