"""Every answer of the connector is told as what to do about it, after Microsoft's status table."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import aiohttp
import pytest

from bot.domain.sending import Ambiguous, Gone, Refused, SendError, TooLarge, TryLater
from bot.teams.access_tokens import NoTokens
from bot.teams.answers_from_teams import LONGEST_WAIT, error_for, seconds_to_wait
from bot.teams.connector import Connector
from bot.teams.teams_settings import TeamsSettings
from tests.fakes.connector import TABLE, FakeConnector, Fault

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
SEND = "v3/conversations/a%3Atest/activities"
MEANING: dict[int, type[SendError]] = {
    400: Refused,
    401: Refused,
    403: Refused,
    404: Gone,
    412: TryLater,
    413: TooLarge,
    429: TryLater,
    500: Ambiguous,
    502: Ambiguous,
    503: TryLater,
    504: Ambiguous,
}


@dataclass
class Line:
    fake: FakeConnector
    connector: Connector
    impatient: Connector

    async def send(self) -> dict[str, Any]:
        return await self.connector.call("POST", self.fake.url, SEND, {"type": "message", "text": "hei"})


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    async with AsyncExitStack() as stack:
        fake = await stack.enter_async_context(FakeConnector())
        session = await stack.enter_async_context(aiohttp.ClientSession())
        settings = TeamsSettings(development=True, development_ports=frozenset({fake.port}), send_timeout=10.0)
        impatient = Connector(session, replace(settings, send_timeout=0.3), NoTokens())
        yield Line(fake, Connector(session, settings, NoTokens()), impatient)


@pytest.mark.parametrize("name", TABLE)
async def test_the_whole_status_table_is_understood(line: Line, name: str) -> None:
    line.fake.faults = [TABLE[name]] * 2
    with pytest.raises(SendError) as caught:
        await line.send()
    assert type(caught.value) is MEANING[TABLE[name].status]
    assert caught.value.code.startswith(str(TABLE[name].status))
    assert caught.value.after == (2.0 if name == "429 seconds" else None)
    assert len(line.fake.visible()) == int(TABLE[name].lands)


async def test_microsofts_word_is_kept_and_nothing_else_of_the_answer(line: Line) -> None:
    line.fake.faults = [Fault(403, "Forbidden", "BotDisabledByAdmin"), Fault(403, "<b>hemmelig ord</b>")]
    for code in ("403:Forbidden:BotDisabledByAdmin", "403"):
        with pytest.raises(Refused) as caught:
            await line.send()
        assert caught.value.code == code


@pytest.mark.parametrize("status", [402, 405, 409, 410, 418, 451, 499])
def test_a_status_that_is_not_in_the_table_is_not_retried(status: int) -> None:
    assert type(error_for(status, b"", None, NOW)) is Refused


@pytest.mark.parametrize("status", [501, 507, 520, 599])
def test_an_unknown_server_fault_may_have_landed(status: int) -> None:
    assert type(error_for(status, b"", None, NOW)) is Ambiguous


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("", None),
        ("0", 0.0),
        ("3", 3.0),
        ("2.5", 2.5),
        ("-4", 0.0),
        ("999999999", LONGEST_WAIT),
        ("inf", None),
        ("nan", None),
        ("soon", None),
        (format_datetime(NOW + timedelta(seconds=90), usegmt=True), 90.0),
        (format_datetime(NOW - timedelta(seconds=90), usegmt=True), 0.0),
        ("Sun, 22 Nov 2026 10:00:30", None),
        ("Thu, 99 Foo 2026 99:99:99 GMT", None),
    ],
)
def test_retry_after_is_read_as_seconds_or_date(header: str | None, seconds: float | None) -> None:
    assert seconds_to_wait(header, NOW) == seconds


@pytest.mark.parametrize("body", [b"", b"{}", b'{"id": 7}', b'{"id": ""}'])
async def test_a_success_without_an_id_is_a_success(line: Line, body: bytes) -> None:
    line.fake.faults = [Fault(200, body=body)]
    assert (await line.send()).get("id") in (None, 7, "")


@pytest.mark.parametrize("body", [b"<html>Sign in</html>", b"[]", b"{", b"null", b"\xff"])
async def test_a_success_that_is_not_json_is_unclear(line: Line, body: bytes) -> None:
    line.fake.faults = [Fault(200, body=body, content_type="text/html")]
    with pytest.raises(Ambiguous):
        await line.send()


async def test_text_and_card_together_give_no_id(line: Line) -> None:
    line.fake.faults = [Fault(202, body=b"", lands=True)]
    assert await line.send() == {}


async def test_an_answer_that_does_not_come_is_unclear(line: Line) -> None:
    line.fake.faults = [Fault(200, lands=True, waits=5.0)]
    began = time.monotonic()
    with pytest.raises(Ambiguous):
        await line.impatient.call("POST", line.fake.url, SEND, {"type": "message"})
    assert time.monotonic() - began < 4.0


async def test_a_connection_that_is_cut_is_unclear(line: Line) -> None:
    line.fake.faults = [Fault(resets=True, lands=True)]
    with pytest.raises(Ambiguous):
        await line.send()


async def test_a_slow_dripping_answer_is_unclear() -> None:
    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n")
        try:
            while True:
                writer.write(b" ")
                await writer.drain()
                await asyncio.sleep(0.05)
        except ConnectionError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(drip, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    settings = TeamsSettings(development=True, development_ports=frozenset({port}), send_timeout=0.3)
    async with aiohttp.ClientSession() as session:
        with pytest.raises(Ambiguous):
            await Connector(session, settings, NoTokens()).call("POST", f"http://127.0.0.1:{port}", SEND, {})
    server.close()
    await asyncio.sleep(0.2)  # the next drop finds the connection cut and closes it


async def test_when_nobody_answers_nothing_was_sent(line: Line) -> None:
    await line.fake.server.close()
    with pytest.raises(TryLater):
        await line.send()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "GET"])
async def test_what_may_be_done_twice_is_simply_tried_again(line: Line, method: Any) -> None:
    line.fake.faults = [TABLE["502 lost"]]
    path = "v3/teams/x" if method == "GET" else f"{SEND}/1"
    with pytest.raises(TryLater):
        await line.connector.call(method, line.fake.url, path, {} if method == "PUT" else None)


async def test_a_redirect_is_not_followed(line: Line) -> None:
    line.fake.faults = [Fault(307, redirect_to=f"{line.fake.url}v3/conversations/other/activities")]
    with pytest.raises(Refused):
        await line.send()
    assert len(line.fake.calls) == 1


async def test_nothing_is_sent_to_a_place_that_is_not_allowed(line: Line) -> None:
    for url in ("https://evil.example/", "http://127.0.0.1:1/", "https://smba.trafficmanager.net/", ""):
        with pytest.raises(Refused):
            await line.connector.call("POST", url, SEND, {})
    assert line.fake.calls == []


async def test_a_payload_over_the_cap_is_stopped_before_it_is_sent(line: Line) -> None:
    with pytest.raises(TooLarge):
        await line.connector.call("POST", line.fake.url, SEND, {"text": "😀" * 7_000})
    assert line.fake.calls == []


class OneToken:
    """Gives token-1, and after `forget` token-2."""

    def __init__(self) -> None:
        self.number = 1

    async def get(self, scope: str) -> str:
        return f"token-{self.number}"

    def forget(self, scope: str) -> None:
        self.number += 1


async def test_a_token_that_is_not_taken_is_renewed_once(line: Line) -> None:
    tokens = OneToken()
    settings = TeamsSettings(development=True, development_ports=frozenset({line.fake.port}))
    async with aiohttp.ClientSession() as session:
        connector = Connector(session, settings, tokens)
        line.fake.faults = [TABLE["401 BotNotRegistered"], None]
        await connector.call("POST", line.fake.url, SEND, {"type": "message"})
        assert [call.headers["Authorization"] for call in line.fake.calls] == ["Bearer token-1", "Bearer token-2"]
        line.fake.faults = [replace(TABLE["401 BotNotRegistered"])] * 9
        with pytest.raises(Refused):
            await connector.call("POST", line.fake.url, SEND, {"type": "message"})
        assert len(line.fake.calls) == 4
