"""Plain data as compact JSON in UTF-8, by the serialiser pydantic brings: twice as fast as the standard library's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic_core import PydanticSerializationError, to_json


def json_bytes(body: Mapping[str, Any]) -> bytes:
    """Return the body as JSON; half a character, which UTF-8 cannot hold, becomes a question mark."""
    try:
        return to_json(body, inf_nan_mode="constants")
    except PydanticSerializationError:
        return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
