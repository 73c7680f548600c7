"""Gets one JSON object over HTTP, bounded in size, without following redirects. Must not know what it is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import aiohttp

from bot.teams.body import data_in

MAX_BYTES = 1024 * 1024


class FetchFailed(Exception):
    """The address gave no JSON object. `code` is a status or a fixed word, safe to log."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


async def fetch_json(
    session: aiohttp.ClientSession, url: str, *, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Return the JSON object at `url`; raises FetchFailed."""
    try:
        async with session.get(url, headers=headers, allow_redirects=False) as response:
            if response.status != 200:
                raise FetchFailed(str(response.status))
            body = await read_at_most(response, MAX_BYTES)
    except (aiohttp.ClientError, OSError) as error:
        raise FetchFailed(type(error).__name__) from None
    try:
        data = data_in(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise FetchFailed("not_json") from None
    if not isinstance(data, dict):
        raise FetchFailed("not_json")
    return data


async def read_at_most(response: aiohttp.ClientResponse, limit: int) -> bytes:
    """Return the body; raises FetchFailed when it is longer than `limit` bytes."""
    body = bytearray()
    async for chunk in response.content.iter_any():
        body += chunk
        if len(body) > limit:
            raise FetchFailed("too_large")
    return bytes(body)
