"""Whether a regular expression of an editor's could take minutes or years on one sentence, and the bot with it.

The reader in the standard library tries every way to divide a text between repeats that stand inside each other, and
nobody else is answered meanwhile. So what is repeated without end may leave no choice behind: neither a repeat nor
alternatives, unless they are in an atomic group, `(?>…)`, or possessive, `*+`. Repeats beside each other, as two times
«any letters», divide what both can take between them: each one more is a thousand times as slow on a sentence of a
thousand letters. So what stands between two such must be something that the first of them cannot take.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

_parser: Any = getattr(re, "_parser")  # noqa: B009  (it is not in the stubs)
_MAX = _parser.MAXREPEAT
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT"})
_CLOSED = frozenset({"ATOMIC_GROUP", "POSSESSIVE_REPEAT"})
"""What is not gone back into once it has matched."""
_ONE_SIGN = frozenset({"LITERAL", "NOT_LITERAL", "ANY", "IN"})
"""What matches one sign of the text."""
_NOTHING = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
"""What matches a place between two signs."""
_SIGNS = "".join(map(chr, range(9, 127))) + "\u00a0§«»–æøåéÆØÅÉ"
"""What an expression is tried on, besides the signs it names."""
_DEEPEST = 6
"""Repeats inside each other that are looked through: each one more would double how long it takes to look."""
_FEW = 3
"""Times that something may be repeated and still be a choice of a few."""


def is_slow(pattern: str) -> bool:
    """Tell whether the expression may be slow, or refers back to what it found, which cannot be told. Raises re.error
    for what is no expression."""
    try:
        return _is_slow(_parser.parse(pattern, re.IGNORECASE), pattern)
    except RecursionError:  # so many brackets that they cannot be looked through
        return True


def _is_slow(parsed: Any, pattern: str) -> bool:
    signs = frozenset(_SIGNS + pattern + pattern.swapcase())
    neighbours = _Neighbours(signs)
    return (
        _depth(parsed) > _DEEPEST
        or any(_is_risk(one) for one in _parts(parsed))
        or neighbours.is_slow(parsed)
        or neighbours.ways(parsed, frozenset())[0] > _MOST_WAYS
    )


def _depth(parsed: Any) -> int:
    """Return how many repeats stand inside each other at most."""
    return max(
        (
            max((_depth(one) for one in _insides(str(kind), told)), default=0) + (str(kind) in _REPEATS and told[1] > 1)
            for kind, told in parsed
        ),
        default=0,
    )


def _is_risk(part: tuple[Any, Any]) -> bool:
    kind, told = part
    if str(kind) in ("GROUPREF", "GROUPREF_EXISTS"):
        return True
    if str(kind) in (*_REPEATS, "POSSESSIVE_REPEAT") and _is_many(told[1]) and any(map(_looks_far, _parts(told[2]))):
        return True
    return (
        str(kind) in _REPEATS and _is_many(told[1]) and any(_is_choice(one) for one in _parts(told[2], open_only=True))
    )


def _looks_far(part: tuple[Any, Any]) -> bool:
    """Tell whether it looks ahead without end, which a repeat around it does once more at each sign."""
    kind, told = part
    return str(kind) in ("ASSERT", "ASSERT_NOT") and any(
        str(one) in (*_REPEATS, "POSSESSIVE_REPEAT") and _is_many(inside[1]) for one, inside in _parts(told[1])
    )


def _is_choice(part: tuple[Any, Any]) -> bool:
    kind, told = part
    return str(kind) == "BRANCH" or (str(kind) in _REPEATS and told[0] != told[1])


def _is_many(most: Any) -> bool:
    return most is _MAX or most > _FEW


def _parts(parsed: Any, *, open_only: bool = False) -> Iterator[tuple[Any, Any]]:
    """Yield every part, also those inside others; `open_only` leaves out what is never gone back into."""
    for kind, told in parsed:
        yield kind, told
        if open_only and str(kind) in _CLOSED:
            continue
        for inside in _insides(str(kind), told):
            yield from _parts(inside, open_only=open_only)


def _insides(kind: str, told: Any) -> tuple[Any, ...]:
    if kind in _REPEATS or kind == "POSSESSIVE_REPEAT":
        return (told[2],)
    if kind == "BRANCH":
        return tuple(told[1])
    if kind == "SUBPATTERN":
        return (told[3],)
    if kind in ("ASSERT", "ASSERT_NOT"):
        return (told[1],)
    return (told,) if kind == "ATOMIC_GROUP" else ()


_MOST_WAYS = 2_000
"""In so many ways may a few letters be divided between choices of a few: `a?a?a?` beside each other double them each
time, and thirty such stand still for a day."""

Takes = frozenset[str]
"""What a repeat can take, among the signs that are tried."""


class _Neighbours:
    """Reads an expression from left to right, and looks for a repeat that can take what an earlier one may give up."""

    def __init__(self, signs: frozenset[str]) -> None:
        self._signs = signs
        self._found = False
        self._known: dict[tuple[str, str], Takes] = {}

    def is_slow(self, parsed: Any) -> bool:
        """Tell whether there is one."""
        self._read(parsed, frozenset())
        return self._found

    def _read(self, parsed: Any, open_before: frozenset[Takes]) -> frozenset[Takes]:
        """Return the repeats that could give something up to what comes behind."""
        for kind, told in parsed:
            open_before = self._read_one(str(kind), told, open_before)
        return open_before

    def _read_one(self, kind: str, told: Any, before: frozenset[Takes]) -> frozenset[Takes]:
        if kind in _REPEATS:
            return self._read_repeat(told, before)
        if kind == "BRANCH":
            return frozenset().union(*(self._read(one, before) for one in told[1]))
        if kind == "SUBPATTERN":
            return self._read(told[3], before)
        if kind in _NOTHING:  # what looks ahead goes through what those before it give up anew, each time
            self._read(told[1] if kind != "AT" else (), before if kind != "AT" and told[0] == 1 else frozenset())
            return before
        if kind in _CLOSED:  # holds what it took; whatever it must take, those before it may have given up
            inside = told if kind == "ATOMIC_GROUP" else told[2]
            self._read(inside, before)
            if kind == "POSSESSIVE_REPEAT" and _is_many(told[1]):  # gives nothing up, and takes it anew each time
                self._found = self._found or any(one & self._begun_by(inside) for one in before)
            must = kind == "ATOMIC_GROUP" or told[0] > 0
            return self._left(before, self._begun_by(inside)) if must else before
        return self._left(before, self._taken([(kind, told)]))

    def _read_repeat(self, told: tuple[Any, Any, Any], before: frozenset[Takes]) -> frozenset[Takes]:
        fewest, most, inside = told
        if not _is_many(most):
            once = self._read(inside, before)
            again = self._read(inside, once) if most > 1 else once  # what it ends with may stand before itself
            return again | once | (before if fewest == 0 else frozenset())
        self._read(inside, frozenset())
        begins = self._begun_by(inside)
        self._found = self._found or any(one & begins for one in before)
        return (self._left(before, begins) if fewest > 0 else before) | {self._taken(inside)}

    def ways(self, parsed: Any, behind: Takes) -> tuple[int, Takes]:
        """Return in how many ways choices of a few may share the same letters, at most a few more than too many, and
        the signs that what is matched, and then what is `behind` it, may begin with."""
        ways = 1
        for kind, told in reversed(list(parsed)):
            more, behind = self._ways_of(str(kind), told, behind)
            ways = min(ways * more, 2 * _MOST_WAYS)
        return ways, behind

    def _ways_of(self, kind: str, told: Any, behind: Takes) -> tuple[int, Takes]:
        if kind == "BRANCH":
            each = [self.ways(one, behind) for one in told[1]]
            alike = Counter(begins for _, begins in each)  # thousands of words begin with few letters
            meeting = max(sum(number for other, number in alike.items() if other & begins) for begins in alike)
            return max(ways for ways, _ in each) * meeting, frozenset().union(*alike)
        if kind == "SUBPATTERN":
            return self.ways(told[3], behind)
        if kind in _NOTHING:
            return (self.ways(told[1], frozenset())[0] if kind != "AT" else 1), behind
        if kind in _REPEATS:
            fewest, most, inside = told
            begins = self._begun_by(inside)
            ways, first = self.ways(inside, behind | begins if most > 1 else behind)
            times = 1 if _is_many(most) else max(most, 1)
            is_shared = not _is_many(most) and fewest != most and bool(self._taken(inside) & behind)
            ways = min(ways, _MOST_WAYS) ** times * (most - fewest + 1 if is_shared else 1)
            return ways, first | behind if fewest == 0 else first
        if kind in _CLOSED:
            inside = told if kind == "ATOMIC_GROUP" else told[2]
            ways, first = self.ways(inside, behind)
            return ways, first | behind if kind != "ATOMIC_GROUP" and told[0] == 0 else first
        return 1, self._taken([(kind, told)])

    def _left(self, before: frozenset[Takes], must: Takes) -> frozenset[Takes]:
        """Return those that could have taken what must stand here: the others end before it."""
        return frozenset(one for one in before if one & must)

    def _begun_by(self, parsed: Any) -> Takes:
        """Return the signs that what is matched may begin with."""
        begun: Takes = frozenset()
        for kind, told in parsed:
            insides = _insides(str(kind), told) if str(kind) not in _NOTHING else ()
            begins = [self._begun_by(one) for one in insides] or [self._taken([(kind, told)])]
            begun |= frozenset().union(*begins)
            is_repeat = str(kind) in (*_REPEATS, "POSSESSIVE_REPEAT")
            may_be_nothing = (is_repeat and told[0] == 0) or any(one.getwidth()[0] == 0 for one in insides)
            if str(kind) not in _NOTHING and not may_be_nothing:
                return begun
        return begun

    def _taken(self, parsed: Any) -> Takes:
        """Return the signs that may stand in what is matched."""
        return frozenset().union(*(self._taken_by(str(kind), told) for kind, told in _parts(parsed)))

    def _taken_by(self, kind: str, told: Any) -> Takes:
        """Return the same of one sign or set of signs, and nothing of any other part; each is tried once."""
        if kind not in _ONE_SIGN:
            return frozenset()
        name = (kind, str(told))
        if name not in self._known:
            self._known[name] = frozenset(sign for sign in self._signs if _takes(kind, told, sign))
        return self._known[name]


def _takes(kind: str, told: Any, sign: str) -> bool:
    if kind == "ANY":
        return sign != "\n"
    if kind == "IN":
        is_in = any(_takes(str(one), what, sign) for one, what in told if str(one) != "NEGATE")
        return is_in != any(str(one) == "NEGATE" for one, _ in told)
    if kind == "CATEGORY":
        return re.fullmatch(_CATEGORIES[str(told)], sign) is not None
    spelt = {ord(one) for one in (sign, sign.lower(), sign.upper()) if len(one) == 1}
    if kind == "RANGE":
        return any(told[0] <= one <= told[1] for one in spelt)
    return (kind == "LITERAL" and told in spelt) or (kind == "NOT_LITERAL" and told not in spelt)


_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}
