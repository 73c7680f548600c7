"""The public keys Microsoft signs with: fetched without blocking, kept, renewed. Must not know tokens."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from jwt import PyJWK, PyJWTError

from bot.domain.event_log import EventLog
from bot.teams.fetch import FetchFailed, fetch_json

REFRESH_EVERY = 60.0
"""Seconds at least between two fetches, whatever is asked: unknown key ids are free to invent."""
FETCH_SECONDS = 3.0
OLD_AFTER = 24 * 3600.0

log = EventLog(__name__)


@dataclass(frozen=True)
class SigningKey:
    """One public key and the channels it vouches for."""

    key: PyJWK
    endorsements: frozenset[str]


class SigningKeys:
    """The keys behind one OpenID metadata address."""

    def __init__(
        self, session: aiohttp.ClientSession, metadata_url: str, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._session = session
        self._metadata_url = metadata_url
        self._clock = clock
        self._keys: Mapping[str, SigningKey] = {}
        self._asked_at: float | None = None
        self._fetched_at: float | None = None
        self._one_at_a_time = asyncio.Lock()

    @property
    def are_known(self) -> bool:
        """Tell whether any key has been fetched, for readiness."""
        return bool(self._keys)

    async def find(self, kid: str) -> SigningKey | None:
        """Return the key with that id. An unknown id, or keys a day old, cause one fetch (at most one a minute)."""
        if kid not in self._keys or self._are_old():
            await self.refresh(wanted=kid)
        return self._keys.get(kid)

    async def refresh(self, wanted: str | None = None) -> None:
        """Fetch the keys unless that was tried less than a minute ago; what is known is kept when it fails."""
        async with self._one_at_a_time:
            found_meanwhile = wanted in self._keys and not self._are_old()
            if found_meanwhile or not self._may_ask():
                return
            self._asked_at = self._clock()
            try:
                self._keys = await self._fetch()
                self._fetched_at = self._clock()
            except FetchFailed as error:
                log.warning("signing_keys_not_fetched", code=error.code)

    def _are_old(self) -> bool:
        return self._fetched_at is None or self._clock() - self._fetched_at > OLD_AFTER

    def _may_ask(self) -> bool:
        return self._asked_at is None or self._clock() - self._asked_at >= REFRESH_EVERY

    async def _fetch(self) -> Mapping[str, SigningKey]:
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                metadata = await fetch_json(self._session, self._metadata_url)
                address = metadata.get("jwks_uri")
                if not isinstance(address, str) or not _is_as_safe_as(address, self._metadata_url):
                    raise FetchFailed("jwks_uri")
                keys = read_keys(await fetch_json(self._session, address))
        except TimeoutError:
            raise FetchFailed("timeout") from None
        if not keys:
            raise FetchFailed("no_keys")
        return keys


def read_keys(key_set: Mapping[str, Any]) -> dict[str, SigningKey]:
    """Return the RSA keys of a JSON web key set by id; entries that cannot be used are left out."""
    entries = key_set.get("keys")
    found: dict[str, SigningKey] = {}
    for entry in entries if isinstance(entries, list) else ():
        if not isinstance(entry, dict) or entry.get("kty") != "RSA" or not isinstance(entry.get("kid"), str):
            continue
        try:
            key = PyJWK(entry, algorithm="RS256")
        except (PyJWTError, ValueError, TypeError):
            continue
        if key.key.key_size >= 2048:
            vouches_for = entry.get("endorsements")
            channels = vouches_for if isinstance(vouches_for, list) else []
            found[entry["kid"]] = SigningKey(key, frozenset(name for name in channels if isinstance(name, str)))
    return found


def _is_as_safe_as(address: str, metadata_url: str) -> bool:
    return urlsplit(address).scheme == "https" or urlsplit(address)[:2] == urlsplit(metadata_url)[:2]
