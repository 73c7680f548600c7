"""Tells in one step that somebody says more than the bot listens for: most questions hold a word that no list of
commands has, and none of the rules that hear «nothing but known words» need be asked. Must not know the rules."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from sys import intern

from bot.content.texts import Texts
from dialogs.by_words import words_of

DENY = "common.words_deny"


def are_listened_for(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether each word denies, or stands in some list of what is listened for as a command (`commands.…`), alone
    or in a phrase. Yes means little; no means that nothing is said in nothing but words of these lists."""
    return _words_of_commands(texts).issuperset(words)


@lru_cache(maxsize=4)
def _words_of_commands(texts: Texts) -> frozenset[str]:
    """Return every word of these lists. The newest editions are remembered."""
    keys = (key for key in texts if key.startswith("commands.") or key == DENY)
    listed = (words_of(texts.raw(key)) for key in keys)
    return frozenset({intern(word) for words in listed for word in words})  # most stand in the lists as they are
