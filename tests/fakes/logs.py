"""Everything told to the log while a test runs, before anything is left out."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bot.domain.event_log import EVENTS


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.events: list[dict[str, Any]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.events.append(
            {"event": record.getMessage(), "log_level": record.levelname.lower(), **vars(record)["facts"]}
        )


@contextmanager
def capture_logs() -> Iterator[list[dict[str, Any]]]:
    """Give the list that fills with events."""
    logger, kept = logging.getLogger(EVENTS), _Kept()
    before = logger.level, logger.propagate
    logger.addHandler(kept)
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    try:
        yield kept.events
    finally:
        logger.removeHandler(kept)
        logger.level, logger.propagate = before


def as_before_logging() -> None:
    """Undo what `json_logs` or `quiet_logs` has set up."""
    logger = logging.getLogger(EVENTS)
    logger.handlers, logger.propagate = [], True
    logger.setLevel(logging.NOTSET)
