"""Opens the session everything is sent with: without cookies, and by the network's proxy where the machine has one.

msal goes by `HTTPS_PROXY` and `NO_PROXY` itself. Where the one goes by a proxy and the other does not, the bot is let
in and cannot answer.
"""

from __future__ import annotations

from urllib.request import getproxies, proxy_bypass

import aiohttp
from aiohttp import ClientHandlerType, ClientRequest, ClientResponse

from bot.teams.teams_settings import TeamsSettings


def open_session(settings: TeamsSettings, connector: aiohttp.BaseConnector | None = None) -> aiohttp.ClientSession:
    """Return the session. In development all stays on this machine, and no proxy is asked."""
    proxy = None if settings.development else _proxy()
    cookies = aiohttp.DummyCookieJar()
    return aiohttp.ClientSession(connector=connector, cookie_jar=cookies, proxy=proxy, middlewares=(_straight,))


def _proxy() -> str | None:
    """Return the address of the proxy, which may be given without `http://`, as msal takes it."""
    found = getproxies()
    proxy = found.get("https") or found.get("all")
    return f"http://{proxy}" if proxy and "://" not in proxy else proxy


async def _straight(request: ClientRequest, send: ClientHandlerType) -> ClientResponse:
    """Go straight to what `NO_PROXY` names: a proxy may refuse it."""
    if request.proxy is not None and proxy_bypass(request.url.host or ""):
        request.update_proxy(None, None, None)
    return await send(request)
