"""Tries a link as a polite visitor: HEAD, then GET without reading, one at a time per host, public hosts only."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Literal
from urllib.parse import urljoin, urlsplit

import aiohttp

from bot.domain.links import LinkAnswer
from bot.teams.public_resolver import NotPublic, PublicResolver, may_be_asked

AGENT = "Veilederen-lenkesjekk/1.0"
SECONDS = 15.0
PAUSE = 1.0
"""Seconds between two questions to the same host."""
REDIRECTS = 5
GONE = frozenset({404, 410, 451})
CLOSED = frozenset({401, 403, 407})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LOGIN_HOSTS = ("login.microsoftonline.com", "idporten.no", "accounts.google.com")

Method = Literal["HEAD", "GET"]


class WebLinkProbe:
    """Tries links over a session whose names lead to public addresses only."""

    def __init__(
        self, session: aiohttp.ClientSession, *, may_ask: Callable[[str], bool] = may_be_asked, pause: float = PAUSE
    ) -> None:
        self._session = session
        self._may_ask = may_ask
        self._pause = pause
        self._hosts: dict[str, asyncio.Lock] = {}

    async def look(self, url: str) -> LinkAnswer:
        """Try one link; where a HEAD is not understood or turned away, a GET decides."""
        host = urlsplit(url).netloc
        async with self._hosts.setdefault(host, asyncio.Lock()):
            answer = await self._try("HEAD", url)
            if answer.state != "works" and answer.code not in ("not_public", "timeout"):
                await asyncio.sleep(self._pause)
                answer = await self._try("GET", url)
            await asyncio.sleep(self._pause)
            return answer

    async def _try(self, method: Method, url: str) -> LinkAnswer:
        try:
            async with asyncio.timeout(SECONDS):
                return await self._followed(method, url)
        except TimeoutError:
            return LinkAnswer("unsure", "timeout")
        except aiohttp.ClientConnectorError as error:
            if isinstance(error.os_error, NotPublic):
                return LinkAnswer("behind_login", "not_public")
            return LinkAnswer("unsure", "no_connection")
        except NotPublic:
            return LinkAnswer("behind_login", "not_public")
        except (aiohttp.ClientError, OSError, ValueError):
            return LinkAnswer("unsure", "no_answer")

    async def _followed(self, method: Method, url: str) -> LinkAnswer:
        """Follow redirects by hand: each step is held against the same guard."""
        for _ in range(REDIRECTS + 1):
            if not self._may_ask(url):
                return LinkAnswer("behind_login", "not_public")
            if (urlsplit(url).hostname or "").endswith(_LOGIN_HOSTS):
                return LinkAnswer("behind_login", "login")
            async with self._session.request(method, url, allow_redirects=False) as response:
                status, location = response.status, response.headers.get("Location", "")
            if status not in _REDIRECTS or not location:
                return _answer(status)
            url = urljoin(url, location)
        return LinkAnswer("unsure", "redirects")


def _answer(status: int) -> LinkAnswer:
    code = str(status)
    if status in GONE:
        return LinkAnswer("gone", code)
    if status in CLOSED:
        return LinkAnswer("behind_login", code)
    return LinkAnswer("works" if status < 400 else "unsure", code)


@asynccontextmanager
async def open_link_probe() -> AsyncIterator[WebLinkProbe]:
    """Open a probe with a session of its own: no cookies, no proxies, few connections."""
    connector = aiohttp.TCPConnector(resolver=PublicResolver(), limit=4, limit_per_host=1, use_dns_cache=False)
    headers = {"User-Agent": AGENT, "Accept": "text/html,*/*"}
    async with aiohttp.ClientSession(
        connector=connector, headers=headers, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False
    ) as session:
        yield WebLinkProbe(session)
