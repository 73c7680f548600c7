"""The meter of a text that is checked: how many it may fit as it is and with the suggestions, and what narrows most.

The same for the first text of a case and for a new one. The age, the place and the themes are always counted; what is
ticked of worries and strengths is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.anonymise import Finding, Risk
from bot.domain.reply import Block, Box, Paragraph
from dialogs.checked_text import BREAK, CheckedText, type_name
from dialogs.dialog import Around


@dataclass(frozen=True)
class Circle:
    """What the readers know besides the words."""

    municipality: str | None
    age: str = ""
    arena: str = ""
    themes: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    """Types of traits they have read in a case that the sender linked."""
    follows: str = ""
    """The code of that case."""


def risk_of(said: str | Sequence[Finding], circle: Circle, around: Around) -> Risk:
    """Return how many the words or the findings may fit."""
    return around.anonymiser.risk(
        said,
        municipality=circle.municipality,
        age_band=circle.age or None,
        arena=circle.arena or None,
        themes=circle.themes,
        told_before=circle.told,
    )


def meter(checked: CheckedText, circle: Circle, around: Around) -> Box:
    """Return the risk before and after the suggestions, and what makes the circle smallest."""
    text = around.text
    now = risk_of(checked.joined, circle, around)
    then = risk_of(BREAK.join(checked.suggestion.values()), circle, around)
    shown = (
        Paragraph(text("case.review_now", words=now.words)),
        Paragraph(text("case.review_then", words=then.words)),
        *([Paragraph(then.advice, subtle=True)] if then.level != "lav" and then.advice else []),
        *_narrows_most(checked, circle, around),
    )
    return Box(shown, "emphasis")


def _narrows_most(checked: CheckedText, circle: Circle, around: Around) -> list[Block]:
    """Say which of the traits makes the circle smallest and what to write instead, and that a linked case counts."""
    text = around.text
    said: list[Block] = []
    worst = risk_of(checked.should_go, circle, around)
    if worst.worst is not None:
        what = type_name(worst.worst.type, around)
        words = checked.words(worst.worst)
        said.append(Paragraph(text("case.review_worst", what=what, words=words, advice=worst.advice)))
    if circle.told:
        said.append(Paragraph(text("case.review_linked", code=circle.follows), subtle=True))
    return said
