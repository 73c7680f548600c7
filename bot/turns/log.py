"""What may be logged: the shape of things, never the words. An allow-list of fields, everything else is dropped."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

ALLOWED = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "logger",
        "attempt",
        "code",
        "count",
        "error",
        "file",
        "host",
        "kind",
        "knowledge",
        "line",
        "lost",
        "port",
        "reason",
        "row",
        "state",
        "status",
        "version",
        "where",
    }
)
"""Ids, kinds, codes and counts. No text, name, token or place ever has one of these names."""


def only_allowed(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Drop every field that is not on the list, and anything in a value that could break a line."""
    return {name: _tame(value) for name, value in event.items() if name in ALLOWED}


def _tame(value: Any) -> Any:
    return value.replace("\r", " ").replace("\n", " ").replace("\x1b", " ")[:200] if isinstance(value, str) else value


def json_logs() -> None:
    """Log one JSON object a line to standard error, with allowed fields only."""
    _configure(logging.INFO)


def quiet_logs() -> None:
    """Log errors only (the terminal chat shows what matters itself)."""
    _configure(logging.ERROR)


def _configure(level: int) -> None:
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            only_allowed,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s", force=True)
