"""An album with a picture of every card of the story, as a phone would show it."""

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
    """Saves cards as `04-welcome.png`, in the order they are taken."""

    def __init__(self, folder: Path, readme: Path | None = None) -> None:
        self._folder = folder
        self._readme = readme
        self._numbers = count(1)
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("[0-9][0-9]-*.png"):
            old.unlink()

    def add(self, card: Card, name: str) -> Card:
        """Save the card, and return it."""
        card.screenshot(self._folder / f"{next(self._numbers):02d}-{name}.png")
        if self._readme is not None and name in IN_THE_README:
            self._readme.mkdir(parents=True, exist_ok=True)
            card.screenshot(self._readme / f"{name}.png")
        return card
