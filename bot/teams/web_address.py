"""Reads an address somebody else gave us, strictly: what is odd in any way is no address. Must not know whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.teams.teams_settings import LOOPBACK_HOSTS, TeamsSettings


@dataclass(frozen=True)
class WebAddress:
    """The parts that decide where a request goes. `port` is None when the address names none."""

    scheme: str
    host: str
    port: int | None
    path: str
    has_query_or_fragment: bool

    @property
    def is_on_the_web(self) -> bool:
        """Whether it is https on the ordinary port."""
        return self.scheme == "https" and self.port in (None, 443)


def read_address(url: str, longest: int) -> WebAddress | None:
    """Return the parts; None for what is too long, names a user, or could be read in two ways."""
    if len(url) > longest or not url.isascii() or not url.isprintable() or "\\" in url or " " in url:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.username is not None or parts.password is not None:
        return None
    has_more = bool(parts.query or parts.fragment) or "?" in url or "#" in url
    return WebAddress(parts.scheme, parts.hostname or "", port, parts.path, has_more)


def is_playground(address: WebAddress, settings: TeamsSettings) -> bool:
    """Tell whether the address is the Playground's, on the same machine."""
    is_web = address.scheme in ("http", "https")
    return is_web and address.host in LOOPBACK_HOSTS and address.port in settings.development_ports
