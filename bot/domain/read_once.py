"""What is read of a message once while a turn is answered, and let go of with it. Must not keep anything between turns.

A typed message is asked by twenty rules in turn what it says; each begins with the same words of the same text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

_Read = TypeVar("_Read")
_known: ContextVar[dict[tuple[object, str], Any] | None] = ContextVar("_known", default=None)
"""What has been read of the turn under way, by who read it; None while there is none. Turns that go on at the same time
each have their own, and so has what a turn lets a thread do."""


def read_once(read: Callable[[str], _Read]) -> Callable[[str], _Read]:
    """Make what reads a text remember it until the turn is over, if there is one. What it returns is not to be
    changed."""

    @wraps(read)
    def reads(text: str) -> _Read:
        known = _known.get()
        if known is None:
            return read(text)
        found: _Read | None = known.get((read, text))
        if found is None:
            found = known[read, text] = read(text)
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
