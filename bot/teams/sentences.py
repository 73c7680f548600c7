"""How the edge gets at the few sentences it says itself. Must not know where they are kept."""

from __future__ import annotations

from typing import Protocol


class Sentences(Protocol):
    """The bot's own sentences by key, as bot.content.texts.Texts gives them."""

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence; raises KeyError for an unknown key."""
