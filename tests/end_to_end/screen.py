"""An album with a picture of every screen of the story, and of every card as a phone would show it."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from tests.end_to_end.playground_card import Card

IN_THE_README = (
    *("welcome", "safety-question", "case-review", "case-in-channel"),
    *("editor-menu", "editor-form", "editor-error", "editor-preview", "editor-history"),
)
"""The screens README.md and knowledge/README.md show, by the name they have in the album."""


class Album:
    """Saves windows as `04-welcome.png` and cards as `cards/04-welcome.png`, in the order they are taken."""

    def __init__(self, folder: Path, readme: Path | None = None) -> None:
        self._folder = folder
        self._cards = folder / "cards"
        self._readme = readme
        self._numbers = count(1)
        self._cards.mkdir(parents=True, exist_ok=True)
        for old in folder.rglob("[0-9][0-9]-*.png"):
            old.unlink()

    def add(self, card: Card, name: str) -> Card:
        """Save the card alone and in its window, and return it."""
        numbered = f"{next(self._numbers):02d}-{name}.png"
        card.place.scroll_into_view_if_needed()
        card.page.screenshot(path=str(self._folder / numbered))
        card.screenshot(self._cards / numbered)
        if self._readme is not None and name in IN_THE_README:
            self._readme.mkdir(parents=True, exist_ok=True)
            card.screenshot(self._readme / f"{name}.png")
        return card
