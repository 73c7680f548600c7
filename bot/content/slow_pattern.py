"""Whether a regular expression of an editor's could take minutes or years on one sentence, and the bot with it.

The reader in the standard library tries every way to divide a text between repeats that stand inside each other, and
nobody else is answered meanwhile. So what is repeated without end may leave no choice behind: neither a repeat nor
alternatives, unless they are in an atomic group, `(?>…)`, or possessive, `*+`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_parser: Any = getattr(re, "_parser")  # noqa: B009  (it is not in the stubs)
_MAX = _parser.MAXREPEAT
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT"})
_CLOSED = frozenset({"ATOMIC_GROUP", "POSSESSIVE_REPEAT"})
"""What is not gone back into once it has matched."""
_FEW = 3
"""Times that something may be repeated and still be a choice of a few."""


def is_slow(pattern: str) -> bool:
    """Tell whether the expression may be slow, or refers back to what it found, which cannot be told. Raises re.error
    for what is no expression."""
    return any(_is_risk(one) for one in _parts(_parser.parse(pattern, re.IGNORECASE)))


def _is_risk(part: tuple[Any, Any]) -> bool:
    kind, told = part
    if str(kind) in ("GROUPREF", "GROUPREF_EXISTS"):
        return True
    return (
        str(kind) in _REPEATS and _is_many(told[1]) and any(_is_choice(one) for one in _parts(told[2], open_only=True))
    )


def _is_choice(part: tuple[Any, Any]) -> bool:
    kind, told = part
    return str(kind) == "BRANCH" or (str(kind) in _REPEATS and told[0] != told[1])


def _is_many(most: Any) -> bool:
    return most is _MAX or most > _FEW


def _parts(parsed: Any, *, open_only: bool = False) -> Iterator[tuple[Any, Any]]:
    """Yield every part, also those inside others; `open_only` leaves out what is never gone back into."""
    for kind, told in parsed:
        yield kind, told
        if open_only and str(kind) in _CLOSED:
            continue
        for inside in _insides(str(kind), told):
            yield from _parts(inside, open_only=open_only)


def _insides(kind: str, told: Any) -> tuple[Any, ...]:
    if kind in _REPEATS or kind == "POSSESSIVE_REPEAT":
        return (told[2],)
    if kind == "BRANCH":
        return tuple(told[1])
    if kind == "SUBPATTERN":
        return (told[3],)
    if kind in ("ASSERT", "ASSERT_NOT"):
        return (told[1],)
    return (told,) if kind == "ATOMIC_GROUP" else ()
