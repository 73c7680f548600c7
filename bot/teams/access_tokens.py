"""Access tokens for sending, from Entra through msal: kept until they grow old, fetched off the event loop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from bot.domain.event_log import EventLog
from bot.domain.sending import TryLater
from bot.teams.teams_settings import TeamsSettings

RENEW_BEFORE = 300.0
"""Seconds before its end when a token is renewed."""
TRY_AGAIN_AFTER = 10.0
"""Seconds the sign-in service is left alone after it failed."""
SIGN_IN_TIMEOUT = 10

log = EventLog(__name__)


class Tokens(Protocol):
    """Where access tokens come from."""

    async def get(self, scope: str) -> str | None:
        """Return a token; None = none needed (development). Raises TryLater."""

    def forget(self, scope: str) -> None:
        """Drop the token: the receiver did not take it."""

    def why_not(self, scope: str) -> str:
        """Return why the last one asked for was not given, or an empty string."""


class NoTokens:
    """Development: the Playground asks for no token."""

    async def get(self, _scope: str) -> str | None:
        """Return None."""
        return None

    def forget(self, scope: str) -> None:
        """Do nothing."""

    def why_not(self, _scope: str) -> str:
        """Return that nothing is wrong."""
        return ""


class EntraTokens:
    """Client credentials (secret or certificate) of the bot's own app."""

    def __init__(self, settings: TeamsSettings, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._settings = settings
        self._clock = clock
        self._kept: dict[str, tuple[str, float]] = {}
        self._failed: dict[str, tuple[str, float]] = {}
        self._one_at_a_time = asyncio.Lock()

    async def get(self, scope: str) -> str | None:
        """Return a token that is valid for some minutes yet; raises TryLater when none can be had."""
        token, ends_at = self._kept.get(scope, ("", 0.0))
        if self._clock() < ends_at - RENEW_BEFORE:
            return token
        async with self._one_at_a_time:
            token, ends_at = self._kept.get(scope, ("", 0.0))
            if self._clock() < ends_at - RENEW_BEFORE:
                return token
            return await self._renew(scope, token, ends_at)

    def forget(self, scope: str) -> None:
        """Drop the token, because the receiver answered 401."""
        self._kept.pop(scope, None)

    def why_not(self, scope: str) -> str:
        """Return why none was given the last time, until one is."""
        return self._failed.get(scope, ("", 0.0))[0]

    async def _renew(self, scope: str, old: str, old_ends_at: float) -> str:
        problem, failed_at = self._failed.get(scope, ("", -TRY_AGAIN_AFTER))
        if self._clock() - failed_at >= TRY_AGAIN_AFTER:
            asked_at = self._clock()
            answer = await asyncio.to_thread(self._ask, scope)
            if token := answer.get("access_token"):
                self._kept[scope] = (str(token), asked_at + float(answer.get("expires_in", 0)))
                self._failed.pop(scope, None)
                return str(token)
            problem = f"token:{answer.get('error', 'unknown')}"
            self._failed[scope] = (problem, self._clock())
            log.warning("token_not_given", code=problem)
        if self._clock() < old_ends_at:
            return old
        raise TryLater(problem, after=TRY_AGAIN_AFTER)

    def _ask(self, scope: str) -> dict[str, Any]:
        """Ask Entra; blocking, so never on the event loop. Errors come back as Entra's short error word."""
        try:
            answer = _ask_entra(self._settings, scope)
        except Exception as error:  # network, TLS, bad certificate: all mean "no token now"
            return {"error": type(error).__name__}
        return answer if isinstance(answer, dict) else {"error": "no_answer"}


def _ask_entra(settings: TeamsSettings, scope: str) -> Any:
    """Ask with a new msal app and connection each time, once an hour: none stands open or repeats an old refusal."""
    import requests  # imported late, with msal: development needs neither
    from msal import ConfidentialClientApplication

    credential: Any = settings.client_secret
    if settings.certificate_key:
        credential = {"private_key": settings.certificate_key, "thumbprint": settings.certificate_thumbprint}
    with requests.Session() as http:
        http.request = partial(http.request, timeout=SIGN_IN_TIMEOUT)  # type: ignore[method-assign]
        app = ConfidentialClientApplication(
            settings.app_id,
            authority=f"{settings.login_url}/{settings.tenant}",
            client_credential=credential,
            instance_discovery=False,
            http_client=http,
        )
        return app.acquire_token_for_client(scopes=[scope])
