"""Where the bot may send: only Microsoft's own hosts, or in development the Playground on the same machine."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.teams.teams_settings import TeamsSettings
from bot.teams.web_address import is_playground, read_address

LONGEST = 500
_PATH = re.compile(r"(/[A-Za-z0-9_~.-]*)*")
_read_address = lru_cache(maxsize=100)(read_address)
"""Teams uses a handful of addresses again and again."""


def is_allowed(url: str, settings: TeamsSettings) -> bool:
    """Tell whether a serviceUrl points to where this installation may send."""
    address = _read_address(url, LONGEST)
    if address is None or address.has_query_or_fragment:
        return False
    if not _PATH.fullmatch(address.path) or ".." in address.path:
        return False
    if settings.development:
        return is_playground(address, settings)
    return address.is_on_the_web and address.host in settings.service_hosts


def are_same(one: str, other: str) -> bool:
    """Tell whether two service urls are the same; a slash at the end does not matter."""
    return one.rstrip("/") == other.rstrip("/")
