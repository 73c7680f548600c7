"""The gate behind a small web server, with keys of our own: what the tests of the door stand on."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestClient
from jwt import PyJWK

from bot.teams.body import MAX_BYTES
from bot.teams.denied import Denied
from bot.teams.gate import Gate
from bot.teams.signing_keys import SigningKey
from bot.teams.teams_settings import TeamsSettings
from tests.fakes.entra import KeyPair, good_claims
from tests.teams.recorded import APP_ID, SERVICE_URL, TENANT, recorded

OURS = KeyPair("real-key")
FORGER = KeyPair("real-key")
NOT_TEAMS = KeyPair("directline-key", endorsements=["directline"])
SMALL = KeyPair("small-key", bits=1024)
SETTINGS = TeamsSettings(app_id=APP_ID, tenants=frozenset({TENANT}))
SECRET = "hemmelig-ord-om-barnet"


class OneKey:
    async def find(self, kid: str) -> SigningKey | None:
        return (
            SigningKey(PyJWK(OURS.public_jwk(), algorithm="RS256"), frozenset({"msteams"})) if kid == OURS.kid else None
        )


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


def signed(key: KeyPair = OURS, **changes: Any) -> str:
    return f"Bearer {key.sign(good_claims(APP_ID, SERVICE_URL, **changes))}"


async def status(door: Door, authorization: str | None, body: Any = None, **headers: str) -> int:
    data = body if isinstance(body, bytes) else json.dumps(recorded("message_personal") if body is None else body)
    headers = {"Content-Type": "application/json", **headers}
    if authorization is not None:
        headers["Authorization"] = authorization
    response = await door.post("/api/messages", data=data, headers=headers)
    return response.status
