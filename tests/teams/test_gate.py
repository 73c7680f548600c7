"""The door lets in what Teams sent and nothing else, whatever the request looks like."""

from __future__ import annotations

import base64
import itertools
import json
import logging
import time
from collections.abc import AsyncIterator
from typing import Any

import jwt
import pytest

from bot.teams.body import MAX_BYTES
from tests.fakes.entra import FakeEntra, good_claims
from tests.teams.door import FORGER, NOT_TEAMS, OURS, SECRET, SMALL, Door, signed, status
from tests.teams.recorded import APP_ID, SERVICE_URL, TENANT, all_names, recorded


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
    pem = public_pem.public_bytes(*_pem()).decode()
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


@pytest.mark.parametrize(
    ("conversation", "channel_data", "answer"),
    [(None, TENANT, 200), (TENANT, TENANT, 200), (None, "other", 403), ("other", TENANT, 403), (None, None, 403)],
)
async def test_an_event_as_microsoft_documents_it_is_let_in_without_the_tenant_of_its_conversation(
    door: Door, conversation: str | None, channel_data: str | None, answer: int
) -> None:
    event = recorded("event_channelDeleted", **{"from": {"id": "29:1-nobody"}})
    tenants = with_tenants(conversation, channel_data)
    event["conversation"].pop("tenantId", None)
    event["conversation"] |= {"tenantId": conversation} if conversation else {}
    event["channelData"] |= {"tenant": tenants["channelData"].get("tenant")}
    assert await status(door, signed(), event) == answer


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
        {"conversation": {"tenantId": TENANT}},
        {"conversation": {"tenantId": TENANT, "id": {}}},
    ],
)
async def test_an_activity_of_the_wrong_shape_is_a_bad_request(door: Door, changes: dict[str, Any]) -> None:
    assert await status(door, signed(), recorded("message_personal", **changes)) == 400


@pytest.mark.parametrize(
    "changes",
    [
        {"entities": {}},
        {"entities": [7, {"type": "mention", "mentioned": {"name": "en merkelapp"}}, {"type": {}}]},
        {"entities": [{"type": "clientInfo", "text": "x" * 1025}] * 210},
        {"attachments": [{"contentType": 7}, "x"]},
        {"attachments": [{"contentType": "text/html", "name": "x" * 2000}] * 60},
        {"timestamp": "yesterday"},
        {"timestamp": 1e400},
        {"membersAdded": "x"},
    ],
)
async def test_what_stands_beside_the_words_and_cannot_be_read_keeps_nobody_from_being_heard(
    door: Door, changes: dict[str, Any]
) -> None:
    body = json.dumps(recorded("message_personal", **changes)).replace("Infinity", "1e999").encode()
    assert await status(door, signed(), body) == 200


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
