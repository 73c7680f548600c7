"""TLS and DNS fail, towards every server the bot talks to: nothing is sent, nothing is lost, nothing is let in."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver
from aiohttp.test_utils import TestServer

from bot.domain.files import FetchFile, FileError
from bot.domain.sending import CannotLook, TryLater
from bot.domain.turn import Person
from bot.teams.access_tokens import EntraTokens, NoTokens
from bot.teams.connector import Connector
from bot.teams.file_room import TeamsFileRoom
from bot.teams.graph import ChannelReader
from bot.teams.graph_client import GraphClient, GraphProblem
from bot.teams.signing_keys import SigningKeys
from bot.teams.teams_settings import TeamsSettings
from tests.fakes.entra import FakeEntra, KeyPair, write_certificate
from tests.fakes.graph import FakeTokens
from tests.fakes.logs import capture_logs
from tests.teams.recorded import APP_ID, TENANT

SEND = "v3/conversations/a%3Atest/activities"
SCOPE = "https://graph.microsoft.com/.default"
PRODUCTION = TeamsSettings(app_id=APP_ID, tenants=frozenset({TENANT}), client_secret="an-invented-secret")


class NoNames(AbstractResolver):
    """A resolver that knows nobody."""

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> Any:
        raise OSError("Name or service not known")

    async def close(self) -> None:
        """Close nothing."""


@asynccontextmanager
async def without_names() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(resolver=NoNames())) as session:
        yield session


class Impostor:
    """A server with a certificate nobody vouches for, or that does not speak TLS at all. Counts what gets through."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._hear)
        self.server = TestServer(app, scheme="https")

    async def _hear(self, request: web.Request) -> web.Response:
        self.heard.append(request.path)
        return web.json_response({"id": "1", "value": [], "keys": [], "access_token": "stolen", "expires_in": 3600})

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.server.port}"

    @property
    def settings(self) -> TeamsSettings:
        assert self.server.port is not None
        return TeamsSettings(development=True, development_ports=frozenset({self.server.port}), send_timeout=5.0)


@pytest.fixture(params=["unknown certificate", "no TLS"])
async def impostor(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Impostor]:
    made = Impostor()
    if request.param == "no TLS":
        await made.server.start_server(ssl=None)
    else:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(write_certificate(tmp_path / "impostor.pem"))
        await made.server.start_server(ssl=context)
    yield made
    await made.server.close()


async def test_without_tls_nothing_is_sent_to_teams_and_it_is_tried_again(impostor: Impostor) -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(TryLater):
            await Connector(session, impostor.settings, NoTokens()).call(
                "POST", f"{impostor.url}/", SEND, {"text": "x"}
            )
    assert impostor.heard == []


async def test_without_names_nothing_is_sent_to_teams_and_it_is_tried_again() -> None:
    async with without_names() as session:
        with pytest.raises(TryLater):
            await Connector(session, PRODUCTION, NoTokens()).call(
                "POST", "https://smba.trafficmanager.net/emea/", SEND, {"text": "x"}
            )


async def test_without_tls_graph_gets_no_token_and_the_channel_counts_as_not_searched(impostor: Impostor) -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(CannotLook):
            await ChannelReader(session, impostor.url, FakeTokens(), SCOPE).find("group", "19:x", "marker")
    assert impostor.heard == []


async def test_without_names_the_channel_counts_as_not_searched() -> None:
    async with without_names() as session:
        with pytest.raises(CannotLook):
            await ChannelReader(session, "https://graph.microsoft.com/v1.0", NoTokens(), SCOPE).find("g", "19:x", "m")


@pytest.mark.parametrize("fails", ["TLS", "DNS"])
async def test_groups_and_the_library_wait_for_graph_to_come_back(impostor: Impostor, fails: str) -> None:
    async def no_wait(_seconds: float) -> None:
        """Do not wait."""

    url = impostor.url if fails == "TLS" else "https://graph.microsoft.com/v1.0"
    async with aiohttp.ClientSession() if fails == "TLS" else without_names() as session:
        client = GraphClient(session, url, FakeTokens(), SCOPE, sleep=no_wait)
        with pytest.raises(GraphProblem) as caught:
            await client.get(f"{url}/groups/g/members")
    assert caught.value.may_pass
    assert impostor.heard == []


async def test_an_impostor_of_entra_gets_no_secret_and_gives_no_token(
    impostor: Impostor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    settings = replace(PRODUCTION, login_url=impostor.url)
    with pytest.raises(TryLater), capture_logs() as logged:
        await EntraTokens(settings).get(SCOPE)
    assert impostor.heard == []
    assert "an-invented-secret" not in str(logged)


async def test_without_names_there_is_no_token_and_it_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> Any:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(TryLater):
        await EntraTokens(PRODUCTION).get(SCOPE)


@pytest.mark.parametrize("fails", ["TLS", "DNS"])
async def test_keys_that_cannot_be_fetched_safely_let_nobody_in(impostor: Impostor, fails: str) -> None:
    url = impostor.url if fails == "TLS" else "https://login.botframework.com"
    async with aiohttp.ClientSession() if fails == "TLS" else without_names() as session:
        keys = SigningKeys(session, f"{url}/v1/.well-known/openidconfiguration")
        assert await keys.find("any") is None
        assert not keys.are_known
    assert impostor.heard == []


async def test_keys_known_before_the_connection_failed_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    now, fresh = [0.0], aiohttp.TCPConnector(force_close=True)
    async with FakeEntra(KeyPair("k1")) as entra, aiohttp.ClientSession(connector=fresh) as session:
        keys = SigningKeys(session, entra.metadata_url, clock=lambda: now[0])
        assert await keys.find("k1") is not None

        async def no_names(*_: object, **__: object) -> Any:
            raise OSError("Name or service not known")

        now[0] += 25 * 3600
        monkeypatch.setattr(session.connector, "_resolve_host", no_names)
        assert await keys.find("k1") is not None, "old keys are better than a bot that refuses everybody"


@pytest.mark.parametrize("fails", ["TLS", "DNS"])
async def test_a_file_that_cannot_be_fetched_safely_is_not_read(impostor: Impostor, fails: str) -> None:
    link = f"{impostor.url}/file.yaml" if fails == "TLS" else "https://kommune-my.sharepoint.com/personal/x/file.yaml"
    settings = impostor.settings if fails == "TLS" else PRODUCTION
    async with aiohttp.ClientSession() if fails == "TLS" else without_names() as session, asyncio.timeout(20):
        with pytest.raises(FileError):
            await TeamsFileRoom(session, settings).fetch(FetchFile(Person("id", "Test Redaktør"), "file.yaml", link))
    assert impostor.heard == []
