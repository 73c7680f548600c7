"""Which words tell of so few that somebody may know who they are: «tre av elevene», «to brødre», «ett tilfelle».

Every number below five does, unless what it counts is listed as nobody («to uker»): a message that is stopped without
need is written anew, and one that goes on is read by another team.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.content.texts import Texts
from dialogs.by_words import words_of

_REACH = 4
"""So many words after «en», or «en av», may say who is meant: «en tolv år gammel gutt»."""
_JOINED = frozenset({"og", "til", "eller"})
"""Between two numbers: «1. og 2. trinn»."""
_AS_ONE_WORD = re.compile(r"([1-4])([^\W\d_]{2,})")
"""«3stk»; «4b» is a class."""
_THOUSANDS = re.compile(r"\d{3}")


def tells_of_few(said: str, text: Texts) -> str:
    """Return the words that tell of few, «tre jenter»; empty when none do."""
    words = [part for word in words_of(said) for part in _parts(word)]
    for at, word in enumerate(words):
        if _is(word, text, "two_alone"):
            return word
        end = _end_of_few(words, at, text) if _is(word, text, "few") else 0
        end = end or (_end_of_one(words, at, text) if _is(word, text, "one") else 0)
        if end:
            return " ".join(words[at:end])
    return ""


def _parts(word: str) -> tuple[str, ...]:
    joined = _AS_ONE_WORD.fullmatch(word)
    return joined.groups() if joined else (word,)


def _end_of_few(words: Sequence[str], at: int, text: Texts) -> int:
    """Return where what the number counts ends; 0 when it counts nobody."""
    after = at + 1
    if after < len(words) and (_THOUSANDS.fullmatch(words[after]) or _is(words[after], text, "right_behind")):
        return 0
    while after + 1 < len(words) and (_is(words[after], text, "between") or _is_row(words, after, text)):
        after += 1
    counted = words[after] if after < len(words) else ""
    if _is(counted, text, "nobody"):
        return 0
    before = at - 1
    while before > 0 and _is_row(words, before, text):
        before -= 1
    is_numbered = words[at].isdigit() and before >= 0 and _is(words[before], text, "numbered")
    return 0 if is_numbered and not _is(counted, text, "counted") else after + 1


def _end_of_one(words: Sequence[str], at: int, text: Texts) -> int:
    """Return where the one who is meant ends; 0 when «en» is of something else, or of many: «en del elever»."""
    start = at + 1 + (words[at + 1 : at + 2] == ["av"])
    for end, word in enumerate(words[start : start + _REACH], start + 1):
        if _is(word, text, "counted"):
            return end
        if _is(word, text, "no_longer_one"):
            return 0
    return 0


def _is_row(words: Sequence[str], at: int, text: Texts) -> bool:
    """Tell whether a number goes on here: «2–3», «1. og 2.»."""
    return _is_number(words[at], text) or (words[at] in _JOINED and _is_number(words[at + 1], text))


def _is_number(word: str, text: Texts) -> bool:
    return word.isdigit() or _is(word, text, "few")


def _is(word: str, text: Texts, kind: str) -> bool:
    """Tell whether the word is of that kind; a listed «-barn» is the end of any word, and that word too."""
    listed = text.words(f"trend.words_{kind}")
    return word in listed or word.endswith(_ends(listed))


@lru_cache(maxsize=20)
def _ends(listed: frozenset[str]) -> tuple[str, ...]:
    return tuple(one[1:] for one in listed if one.startswith("-") and one != "-")
