"""Whether something that was looked up still counts."""

from __future__ import annotations

from datetime import datetime, timedelta


def is_lately(at: datetime, now: datetime, lasts: timedelta) -> bool:
    """Tell whether `at` is less than so long ago. What was looked up in a time that is still to come, by a clock that
    was ahead and has been put right, does not count: a right it gave would else last until that time."""
    return timedelta() <= now - at < lasts
