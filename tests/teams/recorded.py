"""Activities in the shapes Microsoft documents, read from `activities/`, with own ids put in."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "activities"
APP_ID = "00000000-0000-4000-8000-00000000b07a"
TENANT = "11111111-1111-4111-8111-111111111111"
SERVICE_URL = "https://smba.trafficmanager.net/emea/"


def recorded(name: str, /, **changes: Any) -> dict[str, Any]:
    """Return a fresh copy of one recorded activity; `changes` replace top-level fields, None takes one away."""
    activity = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    activity.update(copy.deepcopy(changes))
    return {field: value for field, value in activity.items() if value is not None}


def all_names() -> list[str]:
    """Return the name of every recorded activity."""
    return sorted(path.stem for path in FOLDER.glob("*.json"))
