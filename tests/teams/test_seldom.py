"""A stranger who knocks all day does not fill the log."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.domain.event_log import EVENTS
from bot.teams import seldom
from bot.teams.seldom import EVERY_SECONDS, Seldom
from bot.teams.web import server_logger
from tests.teams.conftest import Running


def test_each_kind_is_told_at_once_and_then_once_a_minute_with_how_often() -> None:
    now = [0.0]
    kinds = Seldom(lambda: now[0])
    assert [kinds.times("a"), kinds.times("a"), kinds.times("b"), kinds.times("a")] == [1, 0, 1, 0]
    now[0] = EVERY_SECONDS
    assert [kinds.times("a"), kinds.times("a")] == [3, 0]
    now[0] = 10 * EVERY_SECONDS
    assert [kinds.times("a"), kinds.times("b")] == [2, 1]


async def test_who_is_turned_away_again_and_again_is_logged_once(
    running: Running, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes = iter((seldom.EVERY_SECONDS, 0.0, seldom.EVERY_SECONDS))

    def later() -> None:
        """However slow the machine is, a minute is over when the test says so."""
        monkeypatch.setattr(seldom, "EVERY_SECONDS", next(minutes))

    later()
    monkeypatch.setattr(logging.getLogger(EVENTS), "propagate", True)
    caplog.set_level(logging.INFO)

    async def knock(times: int) -> None:
        for _ in range(times):
            async with running.http.post(f"{running.url}/api/messages", json={}) as response:
                assert response.status == 403

    def counts() -> list[int]:
        return [vars(one)["facts"]["count"] for one in caplog.records if one.message == "denied"]

    await knock(15)
    assert counts() == [1]
    later()
    await knock(1)
    later()
    await knock(4)
    assert counts() == [1, 15]


async def test_what_is_no_http_is_logged_once(running: Running, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger=server_logger.name)
    host, port = running.url.removeprefix("http://").split(":")
    for _ in range(10):
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(b"hei\r\n\r\n")
        assert (await asyncio.wait_for(reader.read(), 5)).split()[1] == b"400"
        writer.close()
        await writer.wait_closed()
    told = [one.levelno for one in caplog.records if one.name == server_logger.name and one.levelno > logging.DEBUG]
    assert len(told) == len(set(told))
