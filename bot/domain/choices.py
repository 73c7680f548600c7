"""Several choices in the one value of a field: ids with commas between, as Adaptive Cards join them.

Must not know which choices a field has: what is read is untrusted.
"""

from __future__ import annotations

from collections.abc import Iterable

_BETWEEN = ","


def chosen_in(value: str) -> tuple[str, ...]:
    """Return the ids in the value, in its order; none for an empty one. An id never has a comma in it."""
    return tuple(one for part in value.split(_BETWEEN) if (one := part.strip()))


def as_value(chosen: Iterable[str]) -> str:
    """Return the value that holds these ids."""
    return _BETWEEN.join(chosen)
