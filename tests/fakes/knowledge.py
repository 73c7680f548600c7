"""The real knowledge of the project, read once for all tests that only look at it."""

from __future__ import annotations

import functools
from pathlib import Path

from bot.turns.library import Shelf, read_shelf

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
MUNICIPALITIES = ("melhus", "stjordal", "frosta", "meraker", "selbu", "tydal")
"""The municipalities of the project's own knowledge, as they are offered."""
read_once = functools.cache(read_shelf)


def shelf() -> Shelf:
    """Return the knowledge with its search and detectors."""
    return read_once(KNOWLEDGE)
