"""Tells in one walk through a text which of the words that rules need can stand in it. Knows letters, no rules.

Most texts hold none of the words that lead to, say, an accident or an employer. A rule names its words once, when it is
read, and asks for all of them together; a text is searched for the beginnings of the words of all rules at once.
"""

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
    rows = map("".join, zip(*(lower[step:] for step in range(_SIZE)), strict=False))
    found = _all_starts.intersection(rows)
    found.update([word for word in _all_short if word in lower])
    return frozenset(found)
