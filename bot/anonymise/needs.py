"""Tells in one walk through a text which of the words that rules need can stand in it. Knows letters, no rules.

Most texts hold none of the words that lead to, say, an accident or an employer. A rule names its words once, when it is
read, and asks for all of them together; a text is searched for the beginnings of the words of all rules at once.
"""

import re
from functools import lru_cache

_SIZE = 4
_all_starts: set[str] = set()
_all_short: dict[str, None] = {}
"""The beginnings of the words of every rule, and the words that are shorter: lists of ours, never a text."""
Needs = frozenset[str]
"""Words of which a rule needs one, by their first four signs; the shorter ones whole."""


def needs_of(*words: str) -> Needs:
    """Return the words as `Document.lacks` asks for them. To be called where a module is read, not for each text."""
    _all_starts.update(word[:_SIZE] for word in words if len(word) >= _SIZE)
    _all_short.update(dict.fromkeys(word for word in words if len(word) < _SIZE))
    return frozenset(word[:_SIZE] for word in words)


def starts_in(lower: str) -> frozenset[str]:
    """Return the beginnings of needed words that stand anywhere in the text in small letters."""
    found = _pattern(len(_all_starts)).findall(lower)
    found += [word for word in _all_short if word in lower]
    return frozenset(found)


@lru_cache(maxsize=1)
def _pattern(_count: int) -> re.Pattern[str]:
    """Return what finds them wherever they stand, also across each other; made anew when there are more of them."""
    return re.compile(f"(?=({_any_of(sorted(_all_starts))}))") if _all_starts else re.compile("(?!)()")


def _any_of(starts: list[str]) -> str:
    """Return a pattern for one of the words that looks at each sign once: "ab|ac" becomes "a(?:b|c)"."""
    ends: dict[str, list[str]] = {}
    for start in starts:
        ends.setdefault(start[0], []).append(start[1:])
    branches = [re.escape(sign) + (_any_of(rest) if rest[0] else "") for sign, rest in ends.items()]
    return f"(?:{'|'.join(branches)})"
