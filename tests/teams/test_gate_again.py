"""A token that passed is not checked whole again, and loses nothing of what makes it hold."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from datetime import datetime, timedelta, tzinfo
from types import SimpleNamespace
from typing import Any

import aiohttp
import jwt
import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.teams import caller_token
from bot.teams.gate import Gate
from bot.teams.signing_keys import OLD_AFTER, SigningKeys
from tests.fakes.entra import FakeEntra, KeyPair
from tests.teams.door import FORGER, NOT_TEAMS, OURS, SETTINGS, Door, app_behind, signed, status


class Later:
    """How much later it is than it really is, in seconds."""

    def __init__(self) -> None:
        self.seconds = 0.0


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Return what moves the clock that tokens are held against: ours, and that of the library."""
    moved = Later()

    class Moved(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Any:
            return datetime.now(tz) + timedelta(seconds=moved.seconds)

    monkeypatch.setattr(jwt.api_jwt, "datetime", Moved)
    monkeypatch.setattr(caller_token, "time", SimpleNamespace(time=lambda: time.time() + moved.seconds))
    return moved


@pytest.fixture
def whole_checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the tokens that are checked whole, as it happens."""
    checked: list[str] = []

    def decode(one: str, *given: Any, **named: Any) -> Any:
        checked.append(one)
        return jwt.decode(one, *given, **named)

    names = {**vars(jwt), "decode": decode}
    monkeypatch.setattr(caller_token, "jwt", SimpleNamespace(**names))
    return checked


@pytest.fixture
def keys_later() -> Later:
    """Return what moves the clock that the keys are held against."""
    return Later()


@pytest.fixture
async def moved_door(entra: FakeEntra, keys_later: Later) -> AsyncIterator[Door]:
    """The door, with keys that grow old."""
    async with aiohttp.ClientSession() as session:
        keys = SigningKeys(session, entra.metadata_url, clock=lambda: 1000 + keys_later.seconds)
        async with TestClient(TestServer(app_behind(Gate(SETTINGS, keys)))) as client:
            yield client


async def test_the_same_token_is_checked_whole_once(door: Door, whole_checks: list[str]) -> None:
    one, other = signed(), signed(jti="2")
    assert [await status(door, which) for which in (one, one, other, one, other)] == [200] * 5
    assert len(whole_checks) == 2


async def test_a_token_that_was_refused_is_refused_again(door: Door) -> None:
    for refused in (signed(FORGER), signed(NOT_TEAMS), signed(aud="other-app")):
        assert [await status(door, refused) for _ in range(3)] == [401] * 3


async def test_a_token_one_sign_from_one_that_passed_is_refused(door: Door) -> None:
    passed = signed()
    assert await status(door, passed) == 200
    for place in range(len("Bearer "), len(passed) - 1, 37):
        changed = passed[:place] + ("A" if passed[place] != "A" else "B") + passed[place + 1 :]
        assert await status(door, changed) == 401
    assert await status(door, passed) == 200


async def test_what_the_token_says_is_held_against_every_activity(door: Door) -> None:
    one = signed(serviceurl="https://smba.trafficmanager.net/amer/")
    assert [await status(door, one) for _ in range(2)] == [403] * 2


async def test_a_token_that_passed_runs_out_all_the_same(door: Door, later: Later) -> None:
    one = signed(exp=int(time.time()) + 100)
    assert await status(door, one) == 200
    later.seconds = 300
    assert await status(door, one) == 200, "five minutes between two clocks"
    later.seconds = 410
    assert await status(door, one) == 401


async def test_a_key_that_microsoft_takes_away_takes_its_tokens_with_it(
    moved_door: Door, entra: FakeEntra, keys_later: Later
) -> None:
    one, new = signed(), KeyPair("new-key")
    assert await status(moved_door, one) == 200
    entra.keys = [new]
    keys_later.seconds = 61
    assert await status(moved_door, signed(new)) == 200, "the new key is noticed"
    assert await status(moved_door, one) == 401


async def test_a_new_key_of_the_same_name_takes_the_old_ones_tokens_with_it(
    moved_door: Door, entra: FakeEntra, keys_later: Later
) -> None:
    one, new = signed(), KeyPair(OURS.kid)
    assert await status(moved_door, one) == 200
    entra.keys = [new]
    keys_later.seconds = OLD_AFTER + 61
    assert await status(moved_door, one) == 401
    assert await status(moved_door, signed(new)) == 200


async def test_a_key_that_no_longer_vouches_for_teams_takes_its_tokens_with_it(
    moved_door: Door, entra: FakeEntra, keys_later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = signed()
    assert await status(moved_door, one) == 200
    monkeypatch.setattr(OURS, "endorsements", ["directline"])
    keys_later.seconds = OLD_AFTER + 61
    assert await status(moved_door, one) == 401


async def test_no_more_tokens_are_remembered_than_a_few(door: Door, whole_checks: list[str]) -> None:
    first = signed(jti="first")
    assert await status(door, first) == 200
    for number in range(caller_token.MOST_REMEMBERED):
        assert await status(door, signed(jti=str(number))) == 200
    whole_checks.clear()
    assert await status(door, first) == 200
    assert len(whole_checks) == 1
