"""What may be logged: the shape of things, never the words. An allow-list of fields, everything else is dropped."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.domain.event_log import EVENTS

ALLOWED = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "logger",
        "ambiguous",
        "attempt",
        "code",
        "count",
        "error",
        "file",
        "head",
        "host",
        "kind",
        "knowledge",
        "line",
        "missing",
        "orphans",
        "parked",
        "port",
        "reason",
        "row",
        "seconds",
        "status",
        "version",
        "where",
    }
)
"""Ids, kinds, codes and counts. No text, name, token or place ever has one of these names."""


class JsonLines(logging.Formatter):
    """Writes an event as one JSON object on one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line: allowed facts only, whatever was told."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat().replace("+00:00", "Z")
        facts = {**vars(record).get("facts", {}), "event": record.msg, "level": record.levelname.lower()}
        return json.dumps(only_allowed({**facts, "timestamp": at}), default=_kind_of)


class OthersLines(logging.Formatter):
    """Writes that a library told something, and never what: its words, and those of an error, may be somebody's."""

    def format(self, record: logging.LogRecord) -> str:
        """Return level and module, and for an error its kind and the line of code it came from."""
        error, trace = record.exc_info[1:] if record.exc_info else (None, None)
        told = f"{record.levelname} {record.name}" + (f" {_kind_of(error)}" if error else "")
        if trace is None:
            return told
        at = traceback.extract_tb(trace)[-1]
        return f"{told} at {at.filename}:{at.lineno}"


def _kind_of(value: object) -> str:
    return type(value).__name__


def only_allowed(event: Mapping[str, Any]) -> dict[str, Any]:
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
    events, lines = logging.getLogger(EVENTS), logging.StreamHandler(sys.stderr)
    lines.setFormatter(JsonLines())
    events.handlers, events.propagate = [lines], False
    events.setLevel(level)
    others = logging.StreamHandler(sys.stderr)
    others.setFormatter(OthersLines())
    logging.basicConfig(level=logging.WARNING, handlers=[others], force=True)
