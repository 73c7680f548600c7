"""What a newer version has written in a sealed row besides what this one knows.

A replica that has not been replaced yet, or a version somebody went back to, keeps it when it saves the row.
A field that is taken out of the program looks the same: one that held anything somebody may want deleted is emptied in
the rows by a migration in the same version.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")
_UNKNOWN = "unexpected_keyword_argument"


@dataclass(frozen=True)
class Newer:
    """What is unknown of a row."""

    body: dict[str, Any]
    """All that was written."""
    unknown: Sequence[tuple[str | int, ...]]
    """Where in it the unknown stands."""

    def added_to(self, body: bytes | None) -> bytes:
        """Return the body with what is unknown, where that which it stands in is as it was: what belongs to another
        text, or to an answer that is replaced, goes with it."""
        new = json.loads(body) if body else {}
        for *way, name in self.unknown:
            there, here = _at(self.body, way), _at(new, way)
            mine = {one[-1] for one in self.unknown if list(one[:-1]) == way}
            if not way or (here is not None and here == {key: it for key, it in there.items() if key not in mine}):
                (new if here is None else here)[name] = there[name]
        return json.dumps(new, ensure_ascii=False).encode()


def with_newer(adapter: TypeAdapter[T], whole: dict[str, Any], body: bytes) -> tuple[T, Newer | None]:
    """Return what the adapter makes of `whole`, and what in the `body` it is from only a newer version knows. Raises
    ValidationError when anything else is wrong."""
    try:
        return adapter.validate_python(whole, extra="forbid"), None
    except ValidationError as error:
        return adapter.validate_python(whole), Newer(json.loads(body), unknown_in(error))


def json_with_newer(adapter: TypeAdapter[T], body: bytes) -> tuple[T, Newer | None]:
    """Return the same of a body that is the whole of it, read as JSON (a list may become a tuple)."""
    try:
        return adapter.validate_json(body, extra="forbid"), None
    except ValidationError as error:
        return adapter.validate_json(body), Newer(json.loads(body), unknown_in(error))


def unknown_in(error: ValidationError) -> list[tuple[str | int, ...]]:
    """Return where what is not known stands."""
    return [one["loc"] for one in error.errors(include_url=False) if one["type"] == _UNKNOWN]


def _at(body: Any, way: Sequence[str | int]) -> Any:
    """Return what stands there; None when nothing does."""
    for name in way:
        is_there = name in body if isinstance(body, dict) else isinstance(name, int) and name < len(body or ())
        body = body[name] if is_there else None
    return body
