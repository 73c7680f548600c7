"""What each theme of a case is called: its title on cards, and the other words people use for it.

The guide asks in words of what somebody has seen, «Uro og utagering», and a case names its theme in a word that can
stand in a list, «Atferd»: whoever has read one of them may write it where the other is asked for. Must not know where.
"""

from __future__ import annotations

from functools import lru_cache

from bot.content.profile import THEMES
from bot.content.texts import Texts
from dialogs.by_words import words_of


def also_called(theme: str, texts: Texts) -> tuple[str, ...]:
    """Return what a theme is called besides its title, «uro» for «atferd»; editors list it in `case.words_theme_…`."""
    key = f"case.words_theme_{theme}"
    return texts.listed(key) if key in texts else ()


@lru_cache(maxsize=4)
def words_of_themes(texts: Texts) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the words of each name of each theme, titles in either written standard first. The newest editions are
    remembered."""
    names = ((one, (*texts.called(f"names.theme_{one}"), *also_called(one, texts))) for one in THEMES)
    return tuple((theme, frozenset(words_of(name))) for theme, several in names for name in several)
