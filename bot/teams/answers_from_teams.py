"""What Microsoft's status table says about an answer from the connector. Must not know what was sent.

Source: learn.microsoft.com, Teams "Send and receive messages", status codes, and "Rate limiting".
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp

from bot.domain.sending import Ambiguous, Gone, Refused, SendError, TooLarge, TryLater
from bot.teams.body import data_in

LONGEST_WAIT = 3600.0
"""Seconds; a longer Retry-After is cut, so that a faulty header cannot stop a queue for days."""

_KIND: Mapping[int, type[SendError]] = {
    404: Gone,
    412: TryLater,
    413: TooLarge,
    429: TryLater,
    503: TryLater,
    408: Ambiguous,
    500: Ambiguous,
    502: Ambiguous,
    504: Ambiguous,
}

_NOTHING_WAS_SENT = (
    aiohttp.ClientConnectorError,  # DNS, refused, TLS
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
)


def error_for(status: int, body: bytes, retry_after: str | None, now: datetime) -> SendError:
    """Return the error that an answer other than 2xx means."""
    kind = _KIND.get(status) or (Ambiguous if status >= 500 else Refused)
    return kind(_code(status, body), after=seconds_to_wait(retry_after, now))


def error_from(problem: BaseException) -> SendError:
    """Return the error that a failed connection means."""
    name = type(problem).__name__
    return TryLater(name) if isinstance(problem, _NOTHING_WAS_SENT) else Ambiguous(name)


def seconds_to_wait(retry_after: str | None, now: datetime) -> float | None:
    """Return the seconds a Retry-After header asks for, written as a number or a date; None for anything else."""
    if not retry_after:
        return None
    try:
        seconds = float(retry_after)
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(retry_after) - now).total_seconds()
        except (ValueError, TypeError, OverflowError):  # garbage, or a date without a zone
            return None
    if not math.isfinite(seconds):
        return None
    return min(max(seconds, 0.0), LONGEST_WAIT)


def json_object(body: bytes) -> dict[str, Any] | None:
    """Return the JSON object in an answer; None when it is something else."""
    try:
        data = data_in(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _code(status: int, body: bytes) -> str:
    """Return the status and Microsoft's own error word, made safe to log."""
    data = json_object(body) or {}
    error = data.get("error") if isinstance(data.get("error"), dict) else data
    words = [error.get("code"), error.get("subCode")] if isinstance(error, dict) else []
    safe = [word for word in words if isinstance(word, str) and word.isascii() and word.isalnum() and len(word) <= 60]
    return ":".join([str(status), *safe])
