"""The door follows Microsoft's keys: roll-over, slow servers, nonsense."""

from __future__ import annotations

import time

import aiohttp
import pytest

from bot.teams.signing_keys import SigningKeys
from tests.fakes.entra import FakeEntra, KeyPair
from tests.teams.door import OURS


class MovedClock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


async def test_a_key_roll_over_is_noticed_within_a_minute(entra: FakeEntra) -> None:
    clock, new = MovedClock(), KeyPair("new-key")
    async with aiohttp.ClientSession() as session:
        keys = SigningKeys(session, entra.metadata_url, clock=clock)
        assert await keys.find(OURS.kid)
        entra.keys = [new]
        clock.now += 30
        assert await keys.find(new.kid) is None, "asked less than a minute ago"
        clock.now += 30
        assert await keys.find(new.kid)
        assert await keys.find(OURS.kid) is None, "a key Microsoft took away is not trusted any more"


async def test_many_at_once_cause_one_fetch(entra: FakeEntra) -> None:
    import asyncio

    async with aiohttp.ClientSession() as session:
        keys = SigningKeys(session, entra.metadata_url)
        found = await asyncio.gather(*(keys.find(kid) for kid in [OURS.kid, "nobody"] * 50))
    assert len([key for key in found if key]) == 50
    assert (entra.metadata_calls, entra.key_calls) == (1, 1)


async def test_a_slow_key_server_is_given_three_seconds_and_does_not_stop_the_others(
    entra: FakeEntra, monkeypatch: pytest.MonkeyPatch
) -> None:
    import asyncio

    from bot.teams import signing_keys as module

    assert module.FETCH_SECONDS == 3.0
    monkeypatch.setattr(module, "FETCH_SECONDS", 0.2)
    entra.wait = 2.0
    async with aiohttp.ClientSession() as session:
        keys = SigningKeys(session, entra.metadata_url)
        began = time.monotonic()
        waiting = asyncio.create_task(keys.find(OURS.kid))
        await asyncio.sleep(0)
        assert time.monotonic() - began < 1.8, "the loop is free meanwhile"
        assert await waiting is None
        assert time.monotonic() - began < 1.8


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"{}",
        b'{"keys": 7}',
        b'{"keys": [7, {"kty": "RSA"}, {"kty": "RSA", "kid": "x", "n": "!", "e": "AQAB"}]}',
        b"x" * 2**21,
    ],
)
async def test_known_keys_are_kept_when_the_key_server_talks_nonsense(entra: FakeEntra, answer: bytes) -> None:
    clock = MovedClock()
    async with aiohttp.ClientSession() as session:
        keys = SigningKeys(session, entra.metadata_url, clock=clock)
        assert await keys.find(OURS.kid)
        entra.keys_body = answer
        clock.now += 3600
        assert await keys.find("nobody") is None
        assert await keys.find(OURS.kid)
