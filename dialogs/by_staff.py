"""Hears that a member of staff has done something to a child: «en vikar har slått en elev»."""

from __future__ import annotations

from bot.content.texts import Texts
from dialogs.by_words import words_of

GAP = 6
"""More words than this between who and what tell of somebody else."""


def is_by_staff(said: str, texts: Texts) -> bool:
    """Tell whether one of the staff stands before what was done, with nobody else between: not «læreren så at far slo»,
    nor «eleven slo læreren»."""
    who, did, between = (texts.words(f"commands.staff_{key}") for key in ("who", "did", "between"))
    words = words_of(said)
    for at, word in enumerate(words):
        if word in who:
            after = words[at + 1 : at + 2 + GAP]
            reached = next((number for number, one in enumerate(after) if one in did), None)
            if reached is not None and between.issuperset(after[:reached]):
                return True
    return False
