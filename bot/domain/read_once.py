"""What is read of a message once while a turn is answered, and let go of with it. Must not keep anything between turns.

A typed message is asked by twenty rules in turn what it says; each begins with the same words of the same text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple

_Read = TypeVar("_Read")
_Told = TypeVarTuple("_Told")
_UNREAD = object()
_known: ContextVar[dict[tuple[object, ...], Any] | None] = ContextVar("_known", default=None)
"""What has been read of the turn under way, by who read it; None while there is none. Turns that go on at the same time
each have their own, and so has what a turn lets a thread do."""


def read_once(read: Callable[[*_Told], _Read]) -> Callable[[*_Told], _Read]:
    """Make what reads a text remember it until the turn is over, if there is one. What it returns is not to be
    changed. A method must be one of what has a hash and never changes."""

    @wraps(read)
    def reads(*told: *_Told) -> _Read:
        known = _known.get()
        if known is None:
            return read(*told)
        found: _Read = known.get((read, *told), _UNREAD)
        if found is _UNREAD:
            found = known[read, *told] = read(*told)
        return found

    return reads


@contextmanager
def while_answering() -> Iterator[None]:
    """Remember what is read, until left."""
    if _known.get() is not None:
        yield
        return
    before = _known.set({})
    try:
        yield
    finally:
        _known.reset(before)
