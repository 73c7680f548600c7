"""Reads the body of a request into plain data, with bounds on size, depth and time. Must not know what it means."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

from aiohttp import web

from bot.teams.denied import Denied

MAX_BYTES = 256 * 1024
MAX_DEPTH = 32
READ_SECONDS = 10.0
"""A caller that sends its body slower than this is turned away."""

_STRING = re.compile(rb'"(?:[^"\\]++|\\.?)*+"?', re.DOTALL)  # never looks back, so no input makes it slow
_ONE_KIND = bytes.maketrans(b"{}", b"[]")
_NO_BRACKET = bytes(set(range(256)) - set(b"[]{}"))
_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")


def _no_constant(_name: str) -> None:
    raise ValueError("NaN and Infinity are not JSON")


_DECODER = json.JSONDecoder(parse_constant=_no_constant)


def require_readable(request: web.Request) -> None:
    """Raise Denied for what the head alone shows not to be read: so that nobody unknown has a body read at all."""
    if request.content_type != "application/json" or (request.charset or "utf-8").lower() not in ("utf-8", "utf8"):
        raise Denied(400, "content_type")
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Denied(400, "content_encoding")  # Teams packs nothing, and 250 packed kB can be 250 MB
    if (request.content_length or 0) > MAX_BYTES:
        raise Denied(413, "too_large")


async def read_json(request: web.Request) -> dict[str, Any]:
    """Return the JSON object in the body of a request that is readable; raises Denied."""
    return parse_object(await _read(request))


async def _read(request: web.Request) -> bytes:
    try:
        if request.content.is_eof():  # nearly always: it came with the head, and nothing is waited for
            body = await request.read()
        else:
            async with asyncio.timeout(READ_SECONDS):
                body = await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise Denied(413, "too_large") from None
    except Exception:  # cut off, badly framed or too slow: all of it is the caller's
        raise Denied(400, "body") from None
    if len(body) > MAX_BYTES:
        raise Denied(413, "too_large")
    return body


def parse_object(body: bytes) -> dict[str, Any]:
    """Return the JSON object in `body`; raises Denied when it is anything else or nested too deep."""
    if is_too_deep(body):
        raise Denied(400, "depth")
    try:
        data = data_in(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Denied(400, "json") from None
    if not isinstance(data, dict):
        raise Denied(400, "json")
    return data


def data_in(text: str) -> Any:
    """Return the data a JSON text holds, also one that stands in a field of another; raises ValueError or
    RecursionError. Half an emoji, which can be neither stored nor sent, becomes a question mark."""
    data = _DECODER.decode(text)
    if _HALF_CHARACTER.search(text):
        return json.loads(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"))
    return data


def is_too_deep(body: bytes) -> bool:
    """Tell, before any parser sees them, whether brackets outside strings nest too deep or do not match."""
    if body.count(b"[") + body.count(b"{") <= MAX_DEPTH:
        return False
    brackets = _STRING.sub(b"", body).translate(_ONE_KIND, _NO_BRACKET)
    for _ in range(MAX_DEPTH):  # each round takes away the innermost level
        brackets = brackets.replace(b"[]", b"")
    return bool(brackets)
