"""Hears how far somebody has come from what they tell of it: «ppt er med», «vi har prøvd litt hos oss», «bare en
magefølelse»."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts
from dialogs.denying import may_deny

NEW, OWN, ONE, SEVERAL = "ny", "niva_1", "niva_2", "niva_3"
"""The answers to «hvor langt har dere kommet» that are told of so, as the guide calls them."""
LONGEST = 10
"""More words than this tell of the child."""


def level_told(words: Sequence[str], texts: Texts) -> str:
    """Return the answer that is told of; empty where nothing is, or something is denied: «ppt er ikke med»."""
    if not words or len(words) > LONGEST or may_deny(words, texts):
        return ""
    services, joined, tried, own, feeling, small = (
        texts.words(f"guide.level_{key}") for key in ("services", "joined", "tried", "own", "feeling", "small")
    )
    small |= texts.words("guide.words_small", "guide.words_yes")
    if not feeling.isdisjoint(words) and (feeling | small).issuperset(words):
        return NEW
    many, service = texts.words("guide.level_many"), texts.words("guide.level_service")
    is_many = not many.isdisjoint(words) and not service.isdisjoint(words)
    if is_many and (services | joined | many | service | small).issuperset(words):
        return SEVERAL  # «det e fleire tenesta me»
    one, service = texts.words("guide.level_one"), texts.words("guide.level_one_service")
    is_one = not one.isdisjoint(words) and not service.isdisjoint(words) and not joined.isdisjoint(words)
    if is_one and (joined | one | service | small).issuperset(words):
        return ONE  # «vi samarbeider med en tjeneste»
    if not (services | joined | tried | own | small).issuperset(words):
        return ""
    named = services.intersection(words)
    if named:
        is_joined = not joined.isdisjoint(words) or len(named) > 1
        return (SEVERAL if len(named) > 1 else ONE) if is_joined else ""
    return OWN if not tried.isdisjoint(words) and not own.isdisjoint(words) else ""
