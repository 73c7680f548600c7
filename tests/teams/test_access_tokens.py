"""Tokens are fetched off the event loop, kept, renewed in time, and asked for by one at a time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from bot.domain.sending import TryLater
from bot.teams.access_tokens import EntraTokens
from bot.teams.edge import open_edge, token_problem
from bot.teams.taking_turns import Readiness
from bot.teams.teams_settings import TeamsSettings
from tests.fakes.entra import FakeEntra, KeyPair, write_certificate
from tests.fakes.stores import MovableClock
from tests.teams.recorded import APP_ID, TENANT

SCOPE = "https://api.botframework.com/.default"


class MovedClock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_certificate(tmp_path_factory.mktemp("tls") / "entra.pem")


@pytest.fixture
async def entra(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeEntra]:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    async with FakeEntra(certificate=certificate) as fake:
        yield fake


def settings_for(entra: FakeEntra, **changes: str) -> TeamsSettings:
    secret = {"client_secret": "an-invented-secret", **changes}
    return TeamsSettings(app_id=APP_ID, tenants=frozenset({TENANT}), login_url=entra.url, **secret)


async def test_a_token_is_fetched_once_and_kept(entra: FakeEntra) -> None:
    tokens = EntraTokens(settings_for(entra))
    got = await asyncio.gather(*(tokens.get(SCOPE) for _ in range(20)))
    assert set(got) == {"token-1"}
    (call,) = entra.token_calls
    assert (call["grant_type"], call["client_id"], call["scope"]) == ("client_credentials", APP_ID, SCOPE)


async def test_a_token_is_renewed_before_it_ends_and_kept_while_renewal_fails(entra: FakeEntra) -> None:
    clock = MovedClock()
    tokens = EntraTokens(settings_for(entra), clock=clock)
    assert await tokens.get(SCOPE) == "token-1"
    clock.now += 3000
    assert await tokens.get(SCOPE) == "token-1"
    clock.now += 400
    entra.token_status = 503
    assert await tokens.get(SCOPE) == "token-1", "it is still valid"
    clock.now += 60
    entra.token_status = 200
    assert await tokens.get(SCOPE) == f"token-{len(entra.token_calls)}"


async def test_a_token_that_was_refused_is_fetched_anew(entra: FakeEntra) -> None:
    tokens = EntraTokens(settings_for(entra))
    await tokens.get(SCOPE)
    tokens.forget(SCOPE)
    assert await tokens.get(SCOPE) == "token-2"


async def test_no_token_means_try_later_and_the_service_is_left_alone_for_a_while(entra: FakeEntra) -> None:
    clock = MovedClock()
    entra.token_status = 401
    tokens = EntraTokens(settings_for(entra), clock=clock)
    for _ in range(5):
        with pytest.raises(TryLater) as caught:
            await tokens.get(SCOPE)
        assert caught.value.code == "token:invalid_client"
    assert len(entra.token_calls) == 1
    assert tokens.why_not(SCOPE) == "token:invalid_client"
    assert await token_problem(replace(settings_for(entra), token_scope=SCOPE)) == "token:invalid_client"
    clock.now += 11
    entra.token_status = 200
    assert await tokens.get(SCOPE) == "token-3"
    assert not tokens.why_not(SCOPE)


async def test_readyz_carries_that_entra_gives_no_token(entra: FakeEntra) -> None:
    entra.token_status = 401
    settings = replace(settings_for(entra), metadata_url=f"{entra.url}/nowhere")
    async with open_edge(settings, words=lambda *_, **__: "", as_text=str, clock=MovableClock()) as edge:
        assert edge.with_remark(Readiness(True)) == Readiness(True)
        with pytest.raises(TryLater):
            await edge.tokens.get(settings.token_scope)
        found = edge.with_remark(Readiness(True))
    assert found.can_work
    assert "token:invalid_client" in found.remarks[0]


async def test_a_sign_in_service_that_is_down_means_try_later() -> None:
    settings = TeamsSettings(
        app_id=APP_ID, tenants=frozenset({TENANT}), client_secret="x", login_url="https://127.0.0.1:9"
    )
    with pytest.raises(TryLater):
        await EntraTokens(settings).get(SCOPE)


async def test_the_loop_is_free_while_a_token_is_fetched(entra: FakeEntra) -> None:
    entra.wait = 2.0
    tokens = EntraTokens(settings_for(entra))
    waiting = asyncio.create_task(tokens.get(SCOPE))
    longest, before = 0.0, time.monotonic()
    while not waiting.done():
        await asyncio.sleep(0.01)
        longest, before = max(longest, time.monotonic() - before), time.monotonic()
    assert await waiting == "token-1"
    assert longest < 1.8


async def test_a_certificate_is_used_instead_of_a_secret(entra: FakeEntra) -> None:
    pem = KeyPair("certificate").private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    settings = settings_for(entra, client_secret="", certificate_key=pem, certificate_thumbprint="AB" * 20)
    assert await EntraTokens(settings).get(SCOPE) == "token-1"
    (call,) = entra.token_calls
    assert "client_assertion" in call
    assert "client_secret" not in call
