"""How the ids of Entra look, and how they are written: in small letters, whoever sends them."""

from __future__ import annotations

import re

GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def small(id: str) -> str:
    """Return a GUID in small letters, as its owner is known by here; what is none stays as it is. Teams, its roster and
    Graph write the same person in one way today, and nothing promises that they go on doing so."""
    return id.lower() if GUID.fullmatch(id) else id
