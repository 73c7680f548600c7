"""What happened, as an event with named facts, through the standard library's logging.

Must not know what may be shown: `bot.turns.log` lets only listed facts through.
"""

from __future__ import annotations

import logging

EVENTS = "veilederen.events"
"""The logger above all of them."""


class EventLog:
    """Tells what happens in one module. The event is a fixed name, never a sentence with something filled in."""

    def __init__(self, module: str) -> None:
        self._logger = logging.getLogger(f"{EVENTS}.{module}")

    def info(self, event: str, **facts: object) -> None:
        """Tell of something ordinary."""
        self._tell(logging.INFO, event, facts)

    def warning(self, event: str, **facts: object) -> None:
        """Tell of something that went wrong and was dealt with."""
        self._tell(logging.WARNING, event, facts)

    def error(self, event: str, **facts: object) -> None:
        """Tell of a fault of ours."""
        self._tell(logging.ERROR, event, facts)

    def _tell(self, level: int, event: str, facts: dict[str, object]) -> None:
        if self._logger.isEnabledFor(level):
            self._logger.log(level, event, extra={"facts": facts})
