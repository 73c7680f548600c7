"""Whether somebody says that they wish to discuss a child, before they tell of it."""

from __future__ import annotations

from itertools import takewhile

from dialogs.by_words import words_of
from dialogs.dialog import Around

WISH = tuple(f"commands.discuss_{one}" for one in ("wish", "verb", "about", "case", "team", "send", "advice"))
"""Keys of the words of a wish to discuss somebody, which say nothing of step 1 itself."""
_ASKED = frozenset({"må", "skal", "ska", "kan", "how", "hvordan"})
"""What a question begins with that may have no sign: «må jeg drøfte et barn først»."""


def begins_with_a_wish(said: str, around: Around) -> bool:
    """Tell whether somebody says first that they wish to discuss a child, and then tells of it: «vil drøfte en gutt på
    7 som ikke vil være i klasserommet», «kan jeg få ta opp et barn i teamet, mor er syk»."""
    texts, words = around.text, words_of(said)
    wish, verb, about, case, team = (texts.words(key) for key in WISH[:5])
    known = texts.words(*WISH, "commands.discuss_small", "commands.discuss_bare")
    begun = [*takewhile(lambda word: word in known or word.isdecimal(), words)]
    is_of_a_child = not (verb.isdisjoint(begun) or (about | case).isdisjoint(begun))
    is_wished = begun[:1] != [] and not wish.isdisjoint(begun) and _ASKED.isdisjoint(begun[:1])
    is_asked = begun[:1] == ["kan"] and not team.isdisjoint(begun)
    return "?" not in said and is_of_a_child and (is_wished or is_asked) and len(begun) < len(words)
