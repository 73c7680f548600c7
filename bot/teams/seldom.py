"""What anybody on the internet can make happen is logged once a minute, with how often: a line for each would fill the
log, which is paid for by its size and looked through by people."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Hashable

EVERY_SECONDS = 60.0


class Seldom:
    """Counts what is not told, by kind. There must be few kinds: fixed words, never what a caller sent."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._told_at: dict[Hashable, float] = {}
        self._untold: Counter[Hashable] = Counter()

    def times(self, kind: Hashable) -> int:
        """Note that it happened; return how often it has since it was told last, or 0 when it is not to be told now."""
        self._untold[kind] += 1
        now, told_at = self._clock(), self._told_at.get(kind)
        if told_at is not None and now - told_at < EVERY_SECONDS:
            return 0
        self._told_at[kind] = now
        return self._untold.pop(kind)
