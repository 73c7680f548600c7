"""Hears how far somebody has come from what they tell of it: «ppt er med», «vi har prøvd litt hos oss», «bare en
magefølelse»."""

from __future__ import annotations

from collections.abc import Sequence, Set

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
    if counted := _services_counted({*words}, services | joined | small, texts):
        return counted
    if not (services | joined | tried | own | small).issuperset(words):
        return ""
    named = services.intersection(words)
    if named:
        is_joined = not joined.isdisjoint(words) or len(named) > 1
        return (SEVERAL if len(named) > 1 else ONE) if is_joined else ""
    return OWN if not tried.isdisjoint(words) and not own.isdisjoint(words) else ""


def _services_counted(words: Set[str], around: Set[str], texts: Texts) -> str:
    """Return the answer of who says how many services are with them, «det e fleire tenesta me», and of one that they
    work together: «vi samarbeider med en tjeneste»."""
    many, services, one, service, joined = (
        texts.words(f"guide.level_{key}") for key in ("many", "service", "one", "one_service", "joined")
    )
    if words & many and words & services and words <= around | many | services:
        return SEVERAL
    is_one = words & one and words & service and words & joined
    return ONE if is_one and words <= around | one | service else ""
