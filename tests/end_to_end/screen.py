"""A window that saves a numbered picture of every screen of the story."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from tests.end_to_end.playground_card import Card


class Album:
    """Saves pictures as `01-welcome.png`, in the order they are taken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        for old in folder.glob("[0-9][0-9]-*.png"):
            old.unlink()

    def add(self, card: Card, name: str) -> Card:
        """Save the card as it is shown in its window, and return it."""
        card.place.scroll_into_view_if_needed()
        card.page.screenshot(path=str(self._folder / f"{next(self._numbers):02d}-{name}.png"))
        return card
