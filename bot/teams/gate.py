"""The door: lets in only what Teams really sent to this bot, in a fixed order of checks. Must not know what is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from pydantic import ValidationError

from bot.domain.entra_id import small
from bot.teams.activity import IncomingActivity
from bot.teams.body import read_json, require_readable
from bot.teams.caller_token import CHANNEL, Keys, TokenCheck
from bot.teams.denied import Denied
from bot.teams.service_url import are_same, is_allowed
from bot.teams.teams_settings import LOOPBACK_HOSTS, TeamsSettings

EVENTS_WITHOUT_PERSON = ("conversationUpdate",)
"""Teams sends renamed channels and the like without saying which person did it, and in Microsoft's own examples (Teams,
"Conversation events in your Teams bot") without the tenant of the conversation; nobody gains a right by them."""


@dataclass(frozen=True)
class Admitted:
    """An activity that passed every check: as it was sent, and as the model reads it."""

    raw: Mapping[str, Any] = field(repr=False)
    activity: IncomingActivity = field(repr=False)


class Gate:
    """Every request passes here before any SDK sees it."""

    def __init__(self, settings: TeamsSettings, keys: Keys) -> None:
        self._settings = settings
        self._token = TokenCheck(keys, settings.app_id)

    async def admit(self, request: web.Request) -> Admitted:
        """Return the activity in the request; raises Denied with the status to answer."""
        if request.method != "POST":
            raise Denied(405, "method")
        if self._settings.development:
            _check_local(request, self._settings)
        require_readable(request)
        claims = await self._caller(request)
        raw = await read_json(request)
        self._check_service_url(raw, claims)
        self._check_channel(raw)
        self._check_tenant(raw)
        _check_person(raw)
        return Admitted(raw, _model(raw))

    async def _caller(self, request: web.Request) -> Mapping[str, Any] | None:
        if self._settings.development:
            return None
        headers = request.headers.getall("Authorization", [])
        return await self._token.claims(headers[0] if len(headers) == 1 else None)

    def _check_service_url(self, raw: Mapping[str, Any], claims: Mapping[str, Any] | None) -> None:
        url = raw.get("serviceUrl")
        if not isinstance(url, str) or not is_allowed(url, self._settings):
            raise Denied(403, "service_url")
        if claims is not None:
            claimed = claims.get("serviceurl")
            if not isinstance(claimed, str) or not are_same(claimed, url):
                raise Denied(403, "service_url_claim")

    def _check_channel(self, raw: Mapping[str, Any]) -> None:
        accepted = (CHANNEL, "emulator") if self._settings.development else (CHANNEL,)
        if raw.get("channelId") not in accepted:
            raise Denied(403, "channel")

    def _check_tenant(self, raw: Mapping[str, Any]) -> None:
        if self._settings.development and not self._settings.tenants:
            return
        named = [_at(raw, "channelData", "tenant", "id")]
        told = _at(raw, "conversation", "tenantId")
        may_be_left_out = self._settings.development or raw.get("type") in EVENTS_WITHOUT_PERSON
        if told is not None or not may_be_left_out:
            named.append(told)
        if not all(isinstance(tenant, str) and small(tenant) in self._settings.tenants for tenant in named):
            raise Denied(403, "tenant")


def _check_local(request: web.Request, settings: TeamsSettings) -> None:
    """Refuse what a web page in a browser on this machine could make (rebinding, cross-site)."""
    try:
        host = urlsplit(f"//{request.headers.get('Host', '')}")
        is_ours = host.hostname in LOOPBACK_HOSTS and (host.port or 80) == settings.port
    except ValueError:
        is_ours = False
    if not is_ours or request.remote not in LOOPBACK_HOSTS or "Origin" in request.headers:
        raise Denied(403, "not_local")


def _check_person(raw: Mapping[str, Any]) -> None:
    person = _at(raw, "from", "aadObjectId")
    if raw.get("type") not in EVENTS_WITHOUT_PERSON and not (isinstance(person, str) and person):
        raise Denied(403, "no_person")


def _model(raw: Mapping[str, Any]) -> IncomingActivity:
    try:
        return IncomingActivity.model_validate(raw)
    except (ValidationError, ValueError, RecursionError, OverflowError):
        raise Denied(400, "activity") from None


def _at(data: Any, *path: str) -> Any:
    for name in path:
        data = data.get(name) if isinstance(data, Mapping) else None
    return data
