"""Why a request is turned away at the door. Carries fixed words only, so that it is safe to log."""

from __future__ import annotations

from typing import Literal

Status = Literal[400, 401, 403, 405, 413]


class Denied(Exception):
    """The request is not let in. `reason` is one of our own words, never anything the caller sent."""

    def __init__(self, status: Status, reason: str) -> None:
        super().__init__(reason)
        self.status: Status = status
        self.reason = reason
