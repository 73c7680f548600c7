"""Where the bot may send: only Microsoft's own hosts, or in development the Playground on the same machine."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from bot.teams.teams_settings import LOOPBACK_HOSTS, TeamsSettings

_PATH = re.compile(r"(/[A-Za-z0-9_~.-]*)*")


def is_allowed(url: str, settings: TeamsSettings) -> bool:
    """Tell whether a serviceUrl points to where this installation may send."""
    parts = _split(url)
    if parts is None:
        return False
    host, port = parts.hostname or "", parts.port
    if settings.development:
        return parts.scheme in ("http", "https") and host in LOOPBACK_HOSTS and port in settings.development_ports
    return parts.scheme == "https" and host in settings.service_hosts and port in (None, 443)


def are_same(one: str, other: str) -> bool:
    """Tell whether two service urls are the same; a slash at the end does not matter."""
    return one.rstrip("/") == other.rstrip("/")


def _split(url: str) -> SplitResult | None:
    if len(url) > 500 or not url.isascii() or not url.isprintable() or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  (reading it is what checks it)
    except ValueError:
        return None
    has_more = parts.username is not None or parts.password is not None or parts.query or parts.fragment
    if has_more or not _PATH.fullmatch(parts.path) or ".." in parts.path or "?" in url or "#" in url:
        return None
    return parts
