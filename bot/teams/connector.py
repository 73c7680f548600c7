"""Calls the Bot Connector without blocking: one session, one token, errors as what to do. Must not know replies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal

import aiohttp

from bot.domain.sending import Ambiguous, Refused, SendError, TooLarge, TryLater
from bot.teams.access_tokens import Tokens
from bot.teams.answers_from_teams import error_for, error_from, json_object
from bot.teams.fetch import FetchFailed, read_at_most
from bot.teams.json_bytes import json_bytes
from bot.teams.service_url import is_allowed
from bot.teams.teams_settings import TeamsSettings

MAX_PAYLOAD = 25 * 1024
"""Bytes of UTF-8. Teams counts UTF-16 and says 100 KB, but has answered 413 from about 70 KB on."""
MAX_ANSWER = 1024 * 1024
CONNECT_SECONDS = 5.0

Method = Literal["GET", "POST", "PUT", "DELETE"]


class Connector:
    """The narrow way out: one method, used for every call."""

    def __init__(self, session: aiohttp.ClientSession, settings: TeamsSettings, tokens: Tokens) -> None:
        self._session = session
        self._settings = settings
        self._tokens = tokens
        self._timeout = aiohttp.ClientTimeout(total=settings.send_timeout, sock_connect=CONNECT_SECONDS)

    async def call(
        self, method: Method, service_url: str, path: str, body: Mapping[str, Any] | bytes | None = None
    ) -> dict[str, Any]:
        """Return the JSON object of a 2xx answer (empty when Teams gave none). Raises SendError."""
        if not is_allowed(service_url, self._settings):
            raise Refused("service_url")
        payload = encode(body)
        url = f"{service_url.rstrip('/')}/{path}"
        try:
            return await self._once(method, url, payload)
        except Ambiguous as error:
            if method == "POST":
                raise
            raise TryLater(error.code, after=error.after) from None  # doing these twice does no harm

    async def _once(self, method: Method, url: str, payload: bytes | None) -> dict[str, Any]:
        scope = self._settings.token_scope
        status, headers, answer = await self._request(method, url, payload, await self._tokens.get(scope))
        if status == 401:
            self._tokens.forget(scope)
            status, headers, answer = await self._request(method, url, payload, await self._tokens.get(scope))
        if not 200 <= status < 300:
            raise error_for(status, answer, headers.get("Retry-After"), datetime.now(UTC))
        if not answer.strip() or method in ("PUT", "DELETE"):
            return json_object(answer) or {}
        data = json_object(answer)
        if data is None:
            raise Ambiguous(f"{status}:not_json")
        return data

    async def _request(
        self, method: Method, url: str, payload: bytes | None, token: str | None
    ) -> tuple[int, Mapping[str, str], bytes]:
        headers = {"Accept": "application/json"}
        if payload is not None:
            headers["Content-Type"] = "application/json; charset=utf-8"
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        try:
            async with self._session.request(
                method, url, data=payload, headers=headers, timeout=self._timeout, allow_redirects=False
            ) as response:
                return response.status, response.headers, await read_at_most(response, MAX_ANSWER)
        except SendError:
            raise
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError, FetchFailed) as problem:
            raise error_from(problem) from None


def encode(body: Mapping[str, Any] | bytes | None) -> bytes | None:
    """Return the body as compact JSON (bytes are that already); raises TooLarge before anything is sent."""
    if body is None:
        return None
    payload = body if isinstance(body, bytes) else json_bytes(body)
    if len(payload) > MAX_PAYLOAD:
        raise TooLarge("own_limit")
    return payload
