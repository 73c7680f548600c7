"""Hears who asks where something stands, or who says it, in nothing but words for that."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts

SOURCE = tuple(f"commands.source_{one}" for one in ("words", "stands", "where", "law", "which", "says", "small"))


def asks_for_source(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks «kilde», «hvor står det», «står det i loven», «hvem sier det» or «hvilken lov», and
    nothing else."""
    if not texts.words(*SOURCE).issuperset(words):
        return False
    source, stands, where, law, which, says = (not texts.words(key).isdisjoint(words) for key in SOURCE[:-1])
    says_who = says and not texts.words("commands.whom_who").isdisjoint(words)
    return source or says_who or (stands and (where or law)) or (law and (which or says))
