"""One more child, told of in the middle of something: «jeg har et barn til jeg er bekymret for»."""

from __future__ import annotations

from bot.content.texts import Texts
from dialogs.by_words import says_only, words_of

LONGEST = 13
"""More words than this tell something as well."""


def tells_of_next_child(said: str, texts: Texts) -> bool:
    """Tell whether somebody says that there is one more child, in nothing but words for that: «jeg har et barn til jeg
    er bekymret for», «det gjelder også en annen elev». What is told of it is not heard here, nor what is asked."""
    words = words_of(said)
    another, child, small = (f"commands.another_{key}" for key in ("word", "child", "small"))
    more = texts.words("commands.another_more")  # «det gjelder et annet barn» may mean that this one is another
    joined = f" {' '.join(words)} "
    is_one = any(f" {one} " in joined for one in texts.listed("commands.another_one"))
    is_said = "?" not in said and len(words) <= LONGEST and (is_one or not texts.words(child).isdisjoint(words))
    return is_said and not more.isdisjoint(words) and says_only(words, texts, another, beside=(child, small))
