"""What is read of a message once while a turn is answered, and let go of with it. Must not keep anything between turns.

A typed message is asked by twenty rules in turn what it says; each begins with the same words of the same text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TypeVar

_Read = TypeVar("_Read")


class _Known:
    """What has been read of the turn under way; nothing while there is none."""

    def __init__(self) -> None:
        self.is_open = False
        self.of: list[dict[str, object]] = []


_known = _Known()


def read_once(read: Callable[[str], _Read]) -> Callable[[str], _Read]:
    """Make what reads a text remember it until the turn is over, if there is one. What it returns is not to be
    changed."""
    known: dict[str, _Read] = {}
    _known.of.append(known)  # type: ignore[arg-type]

    @wraps(read)
    def reads(text: str) -> _Read:
        if not _known.is_open:
            return read(text)
        found = known.get(text)
        if found is None:
            found = known[text] = read(text)
        return found

    return reads


@contextmanager
def while_answering() -> Iterator[None]:
    """Remember what is read, until left."""
    if _known.is_open:
        yield
        return
    _known.is_open = True
    try:
        yield
    finally:
        _known.is_open = False
        for known in _known.of:
            known.clear()
