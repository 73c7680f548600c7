"""Opens the session everything is sent with: without cookies, and by the network's proxy where the machine has one.

msal goes by `HTTPS_PROXY` itself. Where the one does and the other does not, the bot is let in and cannot answer.
"""

from __future__ import annotations

from urllib.request import getproxies

import aiohttp

from bot.teams.teams_settings import TeamsSettings


def open_session(settings: TeamsSettings, connector: aiohttp.BaseConnector | None = None) -> aiohttp.ClientSession:
    """Return the session. In development all stays on this machine, and no proxy is asked."""
    proxy = None if settings.development else getproxies().get("https")
    return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar(), proxy=proxy)
