"""Tells in one walk through a text which of the words that rules need can stand in it. Knows letters, no rules.

Most texts hold none of the words that lead to, say, an accident or an employer. A rule names its words once, when it is
read, and asks for all of them together; a text is searched for the beginnings of the words of all rules at once. Each
beginning is a bit of a whole number: to ask is one step, and touches no list.
"""

_SIZE = 4
_bits: dict[str, int] = {}
_long: set[str] = set()
_short: list[str] = []
"""The bit of each beginning of the words of every rule; those of four signs, and the words that are shorter: lists of
ours, never a text."""
Needs = int
"""Words of which a rule needs one, by their first four signs; the shorter ones whole. A bit for each."""


def needs_of(*words: str) -> Needs:
    """Return the words as `Document.lacks` asks for them. To be called where a module is read, not for each text."""
    needs = 0
    for word in words:
        start = word[:_SIZE]
        if start not in _bits:
            _bits[start] = 1 << len(_bits)
            if len(start) == _SIZE:
                _long.add(start)
            else:
                _short.append(start)
        needs |= _bits[start]
    return needs


def starts_in(lower: str) -> Needs:
    """Return the beginnings of needed words that stand anywhere in the text in small letters."""
    starts = _long.intersection([lower[at : at + _SIZE] for at in range(len(lower) - _SIZE + 1)])
    starts.update([word for word in _short if word in lower])
    found = 0
    for start in starts:
        found |= _bits[start]
    return found
