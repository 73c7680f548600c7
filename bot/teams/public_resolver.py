"""Names that lead to public addresses only, so that no link in a knowledge file reaches a machine inside (SSRF)."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class NotPublic(OSError):
    """The name leads to an address that is not on the open internet."""


class PublicResolver(AbstractResolver):
    """Looks names up as usual and refuses every answer that is not public: the connection goes to what was checked."""

    def __init__(self, below: AbstractResolver | None = None) -> None:
        self._below = below or ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the addresses of the host; raises NotPublic when one of them is inside."""
        found = await self._below.resolve(host, port, family)
        if not all(is_public(one["host"]) for one in found):
            raise NotPublic("not_public")
        return found

    async def close(self) -> None:
        """Close what is below."""
        await self._below.close()


def is_public(address: str) -> bool:
    """Tell whether an IP address is on the open internet; also for what hides an IPv4 address in an IPv6 one."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.sixtofour is not None or ip.teredo is not None or ip in _NAT64:
            return False
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def may_be_asked(url: str) -> bool:
    """Tell whether an address is an ordinary public web address as far as it can be seen without looking names up."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or port not in (None, 80, 443) or "@" in parts.netloc:
        return False
    is_name = "." in host and not host.replace(".", "").isdigit() and ":" not in host and not host.startswith("0x")
    return is_public(host) or (is_name and not host.endswith((".local", ".internal", ".localhost", ".home.arpa")))
