"""What a dialog asks to have counted, or to be told of what is counted: of nobody in particular."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.domain.commands import Command


@dataclass(frozen=True)
class CountCourse(Command):
    """Count one more who has finished a course. Who it was is kept nowhere but in their own conversation."""

    municipality: str
    course: str
    version: str


@dataclass(frozen=True)
class ShowCourseCounts(Command):
    """Tell how many have finished courses in these municipalities."""

    municipalities: tuple[str, ...]


@dataclass(frozen=True)
class ShowFigures(Command):
    """Tell how much is sent and used in these municipalities."""

    municipalities: tuple[str, ...]
    shape: Literal["card", "csv", "image"] = "card"
    """What is made of it."""
