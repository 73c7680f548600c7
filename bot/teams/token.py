"""Is this the Bot Framework calling us? Checks one bearer token. Must not know the activity that came with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import jwt

from bot.teams.denied import Denied
from bot.teams.keys import SigningKey
from bot.teams.teams_settings import BOT_FRAMEWORK_ISSUER

CLOCK_SKEW = 300
"""Seconds Microsoft tells bots to allow between its clock and ours."""
CHANNEL = "msteams"


class Keys(Protocol):
    """Where signing keys come from."""

    async def find(self, kid: str) -> SigningKey | None:
        """Return the key with that id."""


async def check_token(authorization: str | None, keys: Keys, app_id: str) -> Mapping[str, Any]:
    """Return the claims of a token that the Bot Framework issued to this bot for Teams; raises Denied(401)."""
    token = _bearer(authorization)
    key = await keys.find(_key_id(token))
    if key is None:
        raise Denied(401, "unknown_key")
    claims = _claims(token, key, app_id)
    if CHANNEL not in key.endorsements:
        raise Denied(401, "key_not_for_teams")
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
