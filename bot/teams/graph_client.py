"""Reads JSON from Microsoft Graph: waits when told to, gets a new token once when one is refused, and never follows
an address to another server with the token. Must not know what is read.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import aiohttp

from bot.domain.event_log import EventLog
from bot.domain.sending import SendError
from bot.teams.access_tokens import Tokens
from bot.teams.answers_from_teams import seconds_to_wait
from bot.teams.body import data_in
from bot.teams.fetch import FetchFailed, read_at_most

SECONDS = 30.0
TRIES = 4
MAX_PAGE = 4 * 1024 * 1024
LONGEST_WAIT = 60.0
"""Seconds; a longer Retry-After ends the round, and the next one comes after it."""
PASSING = frozenset({"429", "500", "502", "503", "504", "timeout", "connection"})
"""What may be over the next time (Graph's error table: back off and try again)."""

Sleep = Callable[[float], Awaitable[None]]
log = EventLog(__name__)


class GraphProblem(Exception):
    """Graph did not answer with what was asked for. `code` is a status or a fixed word, safe to log."""

    def __init__(self, code: str, *, after: float | None = None, location: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.after = after
        self.location = location
        """Where a 410 says to begin anew."""

    @property
    def may_pass(self) -> bool:
        """Tell whether the same question may be answered later."""
        return self.code in PASSING or self.code.startswith("token:")


class GraphClient:
    """GET with the app's own token."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        graph_url: str,
        tokens: Tokens,
        scope: str,
        *,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.session = session
        self.url = graph_url.rstrip("/")
        self.sleep = sleep
        self._tokens = tokens
        self._scope = scope

    def is_own(self, url: object) -> bool:
        """Tell whether the address is on the same server: only then the token goes with it."""
        return isinstance(url, str) and url.startswith(f"{self.url}/")

    async def get(self, url: str) -> dict[str, Any]:
        """Return the JSON object at the address. Raises GraphProblem when patience is at an end."""
        if not self.is_own(url):
            raise GraphProblem("foreign_address")
        has_renewed = False
        for attempt in range(TRIES):
            try:
                return await self._once(url)
            except GraphProblem as problem:
                if problem.code == "401" and not has_renewed:
                    has_renewed = True
                    self._tokens.forget(self._scope)
                    continue
                wait = problem.after if problem.after is not None else 2.0**attempt
                if attempt == TRIES - 1 or problem.code not in PASSING or wait > LONGEST_WAIT:
                    raise
                log.info("graph.waits", code=problem.code, seconds=wait)
                await self.sleep(wait)
        raise AssertionError  # pragma: no cover

    async def pages(self, url: str, most: int) -> AsyncIterator[dict[str, Any]]:
        """Yield page after page, `most` at the most. Raises GraphProblem, also when there are more."""
        for _ in range(most):
            page = await self.get(url)
            yield page
            further = page.get("@odata.nextLink")
            if not further:
                return
            url = str(further)
        raise GraphProblem("too_many_pages")

    async def bearer(self) -> dict[str, str]:
        """Return the header with a token. Raises GraphProblem when none is to be had."""
        try:
            return {"Authorization": f"Bearer {await self._tokens.get(self._scope)}"}
        except SendError as error:
            raise GraphProblem(error.code, after=error.after) from None

    async def _once(self, url: str) -> dict[str, Any]:
        headers = await self.bearer()
        try:
            async with (
                asyncio.timeout(SECONDS),
                self.session.get(url, headers=headers, allow_redirects=False) as response,
            ):
                if response.status != 200:
                    after = seconds_to_wait(response.headers.get("Retry-After"), datetime.now(UTC))
                    location = response.headers.get("Location", "")
                    raise GraphProblem(str(response.status), after=after, location=location)
                return _json(await read_at_most(response, MAX_PAGE))
        except TimeoutError:
            raise GraphProblem("timeout") from None
        except FetchFailed as error:
            raise GraphProblem(error.code) from None
        except (aiohttp.ClientError, OSError):
            raise GraphProblem("connection") from None


def _json(body: bytes) -> dict[str, Any]:
    try:
        data = data_in(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise GraphProblem("connection") from None  # cut off, or a proxy's page in between
    if not isinstance(data, dict):
        raise GraphProblem("not_json")
    return data
