"""Hears that there is no danger, «nei, ikke akutt», «det haster ikke», in nothing but words for that.

Must come after danger has been heard.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.content.texts import Texts


def says_no_danger(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a no stands before a word of danger, «ingen fare», or right behind one, «det haster
    ikke», and all else is small. «Det haster, ingen er her» cries for help, and «er han ikke farlig» asks."""
    danger, no, small, between, after, asks = (
        texts.words(f"commands.no_danger_{key}") for key in ("words", "no", "small", "between", "after", "asks")
    )
    if (
        not words
        or not (danger | no | small).issuperset(words)
        or (words[0] in asks and words[1:2] and words[1] not in no)
    ):
        return False
    found = [place for place, word in enumerate(words) if word in danger]
    return bool(found) and all(_is_denied(words, place, no, between, after) for place in found)


def _is_denied(
    words: Sequence[str], place: int, no: AbstractSet[str], between: AbstractSet[str], after: AbstractSet[str]
) -> bool:
    before = next((word for word in reversed(words[:place]) if word not in between), "")
    return before in no or not after.isdisjoint(words[place + 1 : place + 2])
