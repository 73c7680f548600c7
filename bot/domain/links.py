"""Links in the knowledge and whether they still lead somewhere. Must not know how they are tried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

LinkState = Literal["works", "gone", "behind_login", "unsure"]


@dataclass(frozen=True)
class LinkAnswer:
    """What came of trying one link once. `code` is a status or a fixed word, safe to show and log."""

    state: LinkState
    code: str


@dataclass(frozen=True)
class LinkKnown:
    """What is known about one link."""

    url: str
    state: LinkState
    code: str
    since: date
    """Since when it has been in this state."""
    places: tuple[str, ...]
    """Where it stands: file and line."""
    nights: int = 1
    """How many nights in a row it has answered like this."""


class LinkProbe(Protocol):
    """Tries links, politely."""

    async def look(self, url: str) -> LinkAnswer:
        """Try one link. Raises nothing: what cannot be tried is `unsure`."""
