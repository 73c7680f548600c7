"""On a laptop the door lets in the Playground of this machine and nobody else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.teams.gate import Gate
from bot.teams.teams_settings import TeamsSettings
from tests.teams.door import Door, app_behind, status
from tests.teams.recorded import recorded


@pytest.fixture
async def local_door() -> AsyncIterator[Door]:
    server = TestServer(web.Application())
    port = 0
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = TeamsSettings(development=True, port=port, development_ports=frozenset({56150}))

    class NoKeys:
        async def find(self, kid: str) -> None:
            raise AssertionError("development asks for no keys")

    server = TestServer(app_behind(Gate(settings, NoKeys())), port=port)
    async with TestClient(server) as client:
        yield client


def playground(**changes: Any) -> dict[str, Any]:
    activity = recorded("message_personal", serviceUrl="http://localhost:56150/_connector", **changes)
    activity["conversation"].pop("tenantId")
    return activity


async def test_development_lets_the_playground_in(local_door: Door) -> None:
    assert await status(local_door, None, playground()) == 200
    assert await status(local_door, None, playground(channelId="emulator")) == 200


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:56151/_connector",
        "http://localhost/_connector",
        "http://evil.example:56150/_connector",
        "http://127.0.0.1.evil.example:56150/",
        "http://127.0.0.1:56150@evil.example/",
        "https://smba.trafficmanager.net/emea/",
        "http://169.254.169.254:56150/",
    ],
)
async def test_development_sends_only_to_the_playground(local_door: Door, url: str) -> None:
    assert await status(local_door, None, {**playground(), "serviceUrl": url}) == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:3978", "127.0.0.1:1", "localhost", "", "[::1"])
async def test_development_refuses_a_host_name_that_was_rebound(local_door: Door, host: str) -> None:
    assert await status(local_door, None, playground(), Host=host) in (400, 403)


async def test_development_refuses_what_a_web_page_sends(local_door: Door) -> None:
    assert await status(local_door, None, playground(), Origin="https://evil.example") == 403
    assert await status(local_door, None, playground(), **{"Content-Type": "text/plain"}) == 400


async def test_development_still_refuses_other_channels_and_nameless_people(local_door: Door) -> None:
    assert await status(local_door, None, playground(channelId="directline")) == 403
    assert await status(local_door, None, {**playground(), "from": {"id": "x"}}) == 403
