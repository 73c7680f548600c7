"""Keeps a thread on the processor of whoever waits for it. Must not know what the thread does."""

from __future__ import annotations

import contextlib
import ctypes
import os
from collections.abc import Callable
from threading import Thread

_UNTOLD = -1


def _tells_processor() -> Callable[[], int]:
    """Return what tells which processor the calling thread is on, where the system tells it and lets one choose."""
    if not hasattr(os, "sched_setaffinity"):
        return lambda: _UNTOLD
    here: Callable[[], int] = getattr(ctypes.CDLL(None), "sched_getcpu", lambda: _UNTOLD)
    return here


_processor = _tells_processor()


class Beside:
    """A thread that is asked for something and waited for, many times.

    Linux wakes it on a processor that is free. What both threads read and write is then carried from one cache to the
    other and back each time, although they never work at the same time: 6 to 7 % of all that a turn costs.
    """

    def __init__(self, thread: Thread) -> None:
        self._thread = thread
        self._at = _UNTOLD

    def come(self) -> None:
        """Let the thread work, from now on, on the processor this is called on; left where it is when that fails."""
        at, number = _processor(), self._thread.native_id
        if at not in (self._at, _UNTOLD) and number is not None:
            self._at = at
            with contextlib.suppress(OSError):  # a container may forbid it, or has just lost that processor
                os.sched_setaffinity(number, {at})
