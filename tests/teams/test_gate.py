"""The door lets in what Teams sent and nothing else, whatever the request looks like."""

from __future__ import annotations

import base64
import itertools
import json
import logging
import time
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import jwt
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.teams.body import MAX_BYTES
from bot.teams.denied import Denied
from bot.teams.gate import Gate
from bot.teams.keys import SigningKeys
from bot.teams.teams_settings import TeamsSettings
from tests.fakes.entra import FakeEntra, KeyPair, good_claims
from tests.teams.recorded import APP_ID, SERVICE_URL, TENANT, all_names, recorded

OURS = KeyPair("real-key")
FORGER = KeyPair("real-key")
NOT_TEAMS = KeyPair("directline-key", endorsements=["directline"])
SMALL = KeyPair("small-key", bits=1024)
SETTINGS = TeamsSettings(app_id=APP_ID, tenants=frozenset({TENANT}))
SECRET = "hemmelig-ord-om-barnet"

Door = TestClient[web.Request, web.Application]


def app_behind(gate: Gate, denied: list[str] | None = None) -> web.Application:
    async def handle(request: web.Request) -> web.Response:
        try:
            admitted = await gate.admit(request)
        except Denied as no:
            if denied is not None:
                denied.append(no.reason)
            return web.Response(status=no.status)
        return web.json_response({"type": admitted.activity.type})

    app = web.Application(client_max_size=MAX_BYTES)
    app.router.add_route("*", "/api/messages", handle)
    return app


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


def signed(key: KeyPair = OURS, **changes: Any) -> str:
    return f"Bearer {key.sign(good_claims(APP_ID, SERVICE_URL, **changes))}"


async def status(door: Door, authorization: str | None, body: Any = None, **headers: str) -> int:
    data = body if isinstance(body, bytes) else json.dumps(recorded("message_personal") if body is None else body)
    headers = {"Content-Type": "application/json", **headers}
    if authorization is not None:
        headers["Authorization"] = authorization
    response = await door.post("/api/messages", data=data, headers=headers)
    return response.status


@pytest.mark.parametrize("name", all_names())
async def test_everything_teams_really_sends_is_let_in(door: Door, name: str) -> None:
    assert await status(door, signed(), recorded(name)) == 200


# --- tokens -----------------------------------------------------------------------------------------------------------


def unsigned(claims: dict[str, Any], header: dict[str, Any]) -> str:
    parts = (base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in (header, claims))
    return ".".join(parts) + "."


def forged_tokens() -> dict[str, str | None]:
    """Every way we know to make a token that the Bot Framework did not make for this bot and for Teams."""
    claims = good_claims(APP_ID, SERVICE_URL)
    good = OURS.sign(claims)
    head, middle, tail = good.split(".")
    public_pem = jwt.algorithms.RSAAlgorithm.from_jwk(OURS.public_jwk())
    pem = public_pem.public_bytes(*_pem()).decode()  # type: ignore[union-attr]
    now = int(time.time())
    tokens: dict[str, str | None] = {
        "no header": None,
        "empty": "",
        "basic": "Basic dXNlcjpwYXNz",
        "bearer without token": "Bearer",
        "bearer and space": "Bearer ",
        "garbage": "Bearer garbage",
        "a.b.c": "Bearer a.b.c",
        "four parts": f"Bearer {good}.x",
        "two tokens": f"Bearer {good} {good}",
        "not ascii": "Bearer æ.ø.å",
        "signature cut": f"Bearer {good[:-10]}",
        "no signature": f"Bearer {head}.{middle}.",
        "claims changed": f"Bearer {head}.{middle[:-4]}AAAA.{tail}",
        "alg none": f"Bearer {unsigned(claims, {'alg': 'none', 'kid': OURS.kid})}",
        "alg None": f"Bearer {unsigned(claims, {'alg': 'None', 'kid': OURS.kid})}",
        "alg nOnE with signature": f"Bearer {unsigned(claims, {'alg': 'nOnE', 'kid': OURS.kid})}{tail}",
        "alg missing": f"Bearer {unsigned(claims, {'kid': OURS.kid})}{tail}",
        "alg is a list": f"Bearer {unsigned(claims, {'alg': ['RS256'], 'kid': OURS.kid})}{tail}",
        "header is a list": f"Bearer {base64.urlsafe_b64encode(b'[]').decode()}.{middle}.{tail}",
        "HS256 with the public key": f"Bearer {_hmac(claims, pem, 'HS256')}",
        "HS512 with a word": f"Bearer {_hmac(claims, 'x' * 64, 'HS512')}",
        "RS384": f"Bearer {OURS.sign(claims, alg='RS384')}",
        "RS512": f"Bearer {OURS.sign(claims, alg='RS512')}",
        "PS256": f"Bearer {OURS.sign(claims, alg='PS256')}",
        "wrong key with the right kid": f"Bearer {FORGER.sign(claims)}",
        "unknown kid": f"Bearer {OURS.sign(claims, headers={'kid': 'nobody'})}",
        "empty kid": f"Bearer {OURS.sign(claims, headers={'kid': ''})}",
        "no kid": f"Bearer {jwt.encode(claims, OURS.private, algorithm='RS256')}",
        "kid of another key": f"Bearer {OURS.sign(claims, headers={'kid': NOT_TEAMS.kid})}",
        "key for another channel": f"Bearer {NOT_TEAMS.sign(claims)}",
        "key too small": f"Bearer {SMALL.sign(claims)}",
        "own key in the header": f"Bearer {FORGER.sign(claims, headers={'jwk': FORGER.public_jwk()})}",
        "key address in the header": f"Bearer {FORGER.sign(claims, headers={'jku': 'http://127.0.0.1:1/keys'})}",
        "certificate address in the header": f"Bearer {FORGER.sign(claims, headers={'x5u': 'http://127.0.0.1:1/c'})}",
    }
    wrong_claims: dict[str, list[Any]] = {
        "iss": [
            None,
            "",
            "https://api.botframework.com/",
            "https://api.botframework.us",
            f"https://sts.windows.net/{TENANT}/",
            f"https://login.microsoftonline.com/{TENANT}/v2.0",
            "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
            "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0",
            ["https://api.botframework.com"],
            {"a": 1},
            7,
        ],
        "aud": [None, "", "other-app", APP_ID.upper(), f"api://{APP_ID}", [APP_ID], ["x", APP_ID], {}, 1, True],
        "exp": [None, now - 3600, now - 400, 0, -1, "soon", [], {}, 1e400, -1e400, "0", True],
        "nbf": [None, now + 3600, now + 400, "later", [], {}, 1e400, 10**30],
        "serviceurl": [
            None,
            "",
            SERVICE_URL + "x",
            "http://smba.trafficmanager.net/emea/",
            "https://evil.example/",
            [SERVICE_URL],
            7,
            {},
        ],
    }
    for claim, values in wrong_claims.items():
        for number, value in enumerate(values):
            for key in (OURS, FORGER, NOT_TEAMS):
                name = f"{claim} {number} signed by {key.kid} {key is FORGER}"
                tokens[name] = f"Bearer {key.sign(good_claims(APP_ID, SERVICE_URL, **{claim: value}))}"
    pairs = itertools.product(("HS256", "RS384", "PS256", "ES256", "none", "rs256", "RS256 "), range(40))
    for alg, turn in pairs:  # headers that say one thing, signatures that are another, bits turned
        damaged = tail[: turn * 8] + ("A" if tail[turn * 8] != "A" else "B") + tail[turn * 8 + 1 :]
        header = base64.urlsafe_b64encode(json.dumps({"alg": alg, "kid": OURS.kid}).encode()).rstrip(b"=").decode()
        tokens[f"{alg} damaged at {turn * 8}"] = f"Bearer {header}.{middle}.{damaged}"
    for turn in range(40):
        damaged = tail[: turn * 8] + ("A" if tail[turn * 8] != "A" else "B") + tail[turn * 8 + 1 :]
        tokens[f"signature turned at {turn * 8}"] = f"Bearer {head}.{middle}.{damaged}"
    return tokens


def _pem() -> tuple[Any, Any]:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return Encoding.PEM, PublicFormat.SubjectPublicKeyInfo


def _hmac(claims: dict[str, Any], secret: str, alg: str) -> str:
    import hashlib
    import hmac

    first = unsigned(claims, {"alg": alg, "kid": OURS.kid}).rstrip(".")
    digest = {"HS256": hashlib.sha256, "HS512": hashlib.sha512}[alg]
    mac = hmac.new(secret.encode(), first.encode(), digest).digest()
    return f"{first}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"


async def test_no_forged_token_is_let_in_and_none_breaks_the_door(door: Door, entra: FakeEntra) -> None:
    tokens = forged_tokens()
    assert len(tokens) >= 400
    answers = {name: await status(door, token) for name, token in tokens.items()}
    assert {name: code for name, code in answers.items() if code not in (401, 403)} == {}
    assert await status(door, signed()) == 200, "the door still works"
    assert entra.key_calls == 1, "unknown key ids are free to invent: they cause at most one fetch a minute"


async def test_a_token_within_five_minutes_of_our_clock_is_let_in(door: Door) -> None:
    now = int(time.time())
    assert await status(door, signed(exp=now - 200)) == 200
    assert await status(door, signed(nbf=now + 200)) == 200


async def test_two_authorization_headers_are_refused(door: Door) -> None:
    body = json.dumps(recorded("message_personal"))
    headers = [("Authorization", signed()), ("Authorization", signed()), ("Content-Type", "application/json")]
    response = await door.post("/api/messages", data=body, headers=headers)
    assert response.status == 401


async def test_emulator_and_skill_tokens_are_refused(door: Door) -> None:
    issuer = f"https://sts.windows.net/{TENANT}/"
    for claims in ({"iss": issuer, "appid": APP_ID, "ver": "1.0"}, {"iss": issuer, "azp": APP_ID, "ver": "2.0"}):
        assert await status(door, signed(**claims)) == 401


# --- the activity -----------------------------------------------------------------------------------------------------


def with_tenants(conversation: str | None, channel_data: str | None) -> dict[str, Any]:
    activity = recorded("message_personal")
    activity["conversation"].pop("tenantId")
    activity["channelData"].pop("tenant")
    if conversation is not None:
        activity["conversation"]["tenantId"] = conversation
    if channel_data is not None:
        activity["channelData"]["tenant"] = {"id": channel_data}
    return activity


@pytest.mark.parametrize(
    ("conversation", "channel_data"),
    [(None, TENANT), (TENANT, None), (None, None), ("other", TENANT), (TENANT, "other"), ("other", "other"), ("", "")],
)
async def test_another_tenant_is_refused(door: Door, conversation: str | None, channel_data: str | None) -> None:
    assert await status(door, signed(), with_tenants(conversation, channel_data)) == 403


FOREIGN_URLS = [
    "",
    "https://evil.example/",
    "http://smba.trafficmanager.net/emea/",
    "https://smba.trafficmanager.net.evil.example/",
    "https://smba.trafficmanager.net@evil.example/",
    "https://evil.example/smba.trafficmanager.net/",
    "https://user:pass@smba.trafficmanager.net/",
    "https://smba.trafficmanager.net:8443/emea/",
    "https://smba.trafficmanager.net:99999/emea/",
    "https://smba.trafficmanager.net/emea/?next=https://evil.example",
    "https://smba.trafficmanager.net/emea/#x",
    "https://smba.trafficmanager.net/../x",
    "https://smba.trafficmanager.net\\@evil.example/",
    "https://smba.trafficmanager.net/\r\nHost: evil.example",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://[::1/",
    "https://169.254.169.254/metadata",
    "https://localhost/",
    "file:///etc/passwd",
    "https://smbа.trafficmanager.net/",  # a Cyrillic а
    "https://" + "a" * 600,
]


@pytest.mark.parametrize("url", FOREIGN_URLS)
async def test_the_bot_is_never_sent_to_a_foreign_service_url(door: Door, url: str) -> None:
    """Even with a token that claims the same address."""
    assert await status(door, signed(serviceurl=url), recorded("message_personal", serviceUrl=url)) == 403


@pytest.mark.parametrize(
    "changes",
    [
        {"serviceUrl": None},
        {"serviceUrl": 7},
        {"serviceUrl": ["https://smba.trafficmanager.net/emea/"]},
        {"channelId": None},
        {"channelId": "emulator"},
        {"channelId": "directline"},
        {"channelId": ["msteams"]},
        {"from": None},
        {"from": {"id": "29:1"}},
        {"from": {"id": "29:1", "aadObjectId": ""}},
        {"from": {"id": "29:1", "aadObjectId": 7}},
        {"from": "x"},
        {"conversation": []},
        {"channelData": "x"},
    ],
)
async def test_an_activity_that_teams_would_not_send_is_forbidden(door: Door, changes: dict[str, Any]) -> None:
    assert await status(door, signed(), recorded("message_personal", **changes)) == 403


@pytest.mark.parametrize(
    "changes",
    [
        {"type": None},
        {"type": ""},
        {"type": 7},
        {"type": {}},
        {"type": "x" * 65},
        {"id": 7},
        {"id": ""},
        {"id": "a\u0000b"},
        {"id": "x" * 2000},
        {"text": 7},
        {"text": ["a"]},
        {"text": "x" * 100_001},
        {"recipient": None},
        {"recipient": {"name": "x"}},
        {"entities": {}},
        {"entities": [7]},
        {"timestamp": "yesterday"},
        {"conversation": {"tenantId": TENANT}},
        {"conversation": {"tenantId": TENANT, "id": {}}},
        {"membersAdded": "x"},
    ],
)
async def test_an_activity_of_the_wrong_shape_is_a_bad_request(door: Door, changes: dict[str, Any]) -> None:
    assert await status(door, signed(), recorded("message_personal", **changes)) == 400


NOT_JSON_OBJECTS = [
    b"",
    b"null",
    b"[]",
    b"7",
    b'"text"',
    b"{",
    b"{]",
    b"NaN",
    b'{"a": NaN}',
    b'{"a": Infinity}',
    b"\xff\xfe\x00",
    b'{"a": "\xe5"}',
    "{}".encode("utf-16"),
    b"\xef\xbb\xbf{}",
    b"[" * 100_000,
    b'{"a":' * 50_000,
    b'{"a":' * 33 + b"1" + b"}" * 33,
    b"[" * 33 + b"]" * 33,
    b'"' + b'\\"' * 100_000,
    b'{"a": ' + b"9" * 5_000 + b"}",
]


@pytest.mark.parametrize("body", NOT_JSON_OBJECTS, ids=range(len(NOT_JSON_OBJECTS)))
async def test_what_is_not_a_flat_enough_json_object_is_a_bad_request(door: Door, body: bytes) -> None:
    assert await status(door, signed(), body) == 400


@pytest.mark.parametrize("size", [MAX_BYTES + 1, 4 * MAX_BYTES - 100])
async def test_a_large_body_is_refused(door: Door, size: int) -> None:
    assert await status(door, signed(), b'{"text": "' + b"x" * size + b'"}') == 413


async def test_a_large_body_without_a_length_is_refused(door: Door) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * 64_000

    headers = {"Authorization": signed(), "Content-Type": "application/json"}
    response = await door.post("/api/messages", data=pieces(), headers=headers)
    assert response.status == 413


@pytest.mark.parametrize("content_type", ["text/plain", "application/xml", "application/json; charset=latin-1", "x"])
async def test_only_json_in_utf_8_is_read(door: Door, content_type: str) -> None:
    assert await status(door, signed(), **{"Content-Type": content_type}) == 400


async def test_a_body_that_cannot_be_unpacked_is_a_bad_request(door: Door) -> None:
    assert await status(door, signed(), b"not gzip", **{"Content-Encoding": "gzip"}) == 400


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])
async def test_only_post_is_accepted(door: Door, method: str) -> None:
    response = await door.request(method, "/api/messages", headers={"Authorization": signed()})
    assert response.status == 405


async def test_half_an_emoji_is_replaced_rather_than_refused(door: Door) -> None:
    body = json.dumps(recorded("message_personal", text="X")).replace('"X"', '"hei \\ud83d"').encode()
    assert await status(door, signed(), body) == 200


async def test_nothing_a_stranger_sends_is_logged(
    door: Door, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    bodies = [recorded("message_personal", text=SECRET, type=SECRET * 9), {"x": SECRET}, f'{{"{SECRET}'.encode()]
    for body in bodies:
        for token in (signed(), f"Bearer {SECRET}", f"Bearer {FORGER.sign({'x': SECRET})}"):
            assert 400 <= await status(door, token, body) < 500
    output = capsys.readouterr()
    assert SECRET not in caplog.text + output.out + output.err


# --- keys -------------------------------------------------------------------------------------------------------------


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

    from bot.teams import keys as module

    assert module.FETCH_SECONDS == 3.0
    monkeypatch.setattr(module, "FETCH_SECONDS", 0.2)
    entra.wait = 2.0
    async with aiohttp.ClientSession() as session:
        keys = SigningKeys(session, entra.metadata_url)
        began = time.monotonic()
        waiting = asyncio.create_task(keys.find(OURS.kid))
        await asyncio.sleep(0)
        assert time.monotonic() - began < 1.0, "the loop is free meanwhile"
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


# --- development ------------------------------------------------------------------------------------------------------


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
