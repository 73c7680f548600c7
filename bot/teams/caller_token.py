"""Is this the Bot Framework calling us? Checks one bearer token. Must not know the activity that came with it."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import jwt

from bot.teams.denied import Denied
from bot.teams.signing_keys import SigningKey
from bot.teams.teams_settings import BOT_FRAMEWORK_ISSUER

CLOCK_SKEW = 300
"""Seconds Microsoft tells bots to allow between its clock and ours."""
CHANNEL = "msteams"
MOST_REMEMBERED = 50
"""Only Microsoft can make a token that is remembered, and it makes one an hour."""


class Keys(Protocol):
    """Where signing keys come from."""

    async def find(self, kid: str) -> SigningKey | None:
        """Return the key with that id."""


@dataclass(frozen=True)
class _Passed:
    """A token that passed every check: what it says, and the key that signed it."""

    kid: str
    key: SigningKey
    claims: Mapping[str, Any]

    @property
    def is_over(self) -> bool:
        """Tell whether its time has run out."""
        return int(self.claims["exp"]) <= time.time()


class TokenCheck:
    """Checks bearer tokens. Teams sends the same one for an hour: one that passed is remembered, by its hash alone.

    It counts until it runs out, and while the very key that signed it is still Microsoft's; then all is checked anew.
    """

    def __init__(self, keys: Keys, app_id: str) -> None:
        self._keys = keys
        self._app_id = app_id
        self._passed: dict[bytes, _Passed] = {}

    async def claims(self, authorization: str | None) -> Mapping[str, Any]:
        """Return the claims of a token that the Bot Framework issued to this bot for Teams; raises Denied(401)."""
        token = _bearer(authorization)
        digest = hashlib.sha256(token.encode()).digest()
        passed = self._passed.get(digest)
        kid = passed.kid if passed else _key_id(token)
        key = await self._keys.find(kid)
        if key is None:
            raise Denied(401, "unknown_key")
        if passed is not None and passed.key is key and not passed.is_over:
            return passed.claims
        claims = _claims(token, key, self._app_id)
        if CHANNEL not in key.endorsements:
            raise Denied(401, "key_not_for_teams")
        if len(self._passed) >= MOST_REMEMBERED:
            self._passed.clear()
        self._passed[digest] = _Passed(kid, key, claims)
        return claims


def _bearer(authorization: str | None) -> str:
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or token.count(".") != 2 or not token.isascii() or " " in token:
        raise Denied(401, "no_bearer_token")
    return token


def _key_id(token: str) -> str:
    try:
        header = jwt.get_unverified_header(token)
    except Exception:  # whatever is wrong with a token, it is the token's fault
        raise Denied(401, "token_unreadable") from None
    if header.get("alg") != "RS256":
        raise Denied(401, "token_algorithm")
    kid = header.get("kid")
    if not isinstance(kid, str) or not kid:
        raise Denied(401, "unknown_key")
    return kid


def _claims(token: str, key: SigningKey, app_id: str) -> Mapping[str, Any]:
    options: Any = {"require": ["exp", "nbf", "iss", "aud"], "strict_aud": True}
    try:
        return jwt.decode(
            token,
            key.key,
            algorithms=["RS256"],
            audience=app_id,
            issuer=BOT_FRAMEWORK_ISSUER,
            leeway=CLOCK_SKEW,
            options=options,
        )
    except Exception:  # expired, wrong key, wrong audience, numbers out of range: never let in, never a crash
        raise Denied(401, "token_refused") from None
