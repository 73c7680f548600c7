"""Tells where in a long text a pattern can begin, so that it is tried there instead of at each sign. Knows no rules.

Most patterns begin where a word does, with one of a few pairs of letters, or with a sign that stands seldom. The engine
tries them at every sign of a text all the same, since a boundary of a word is no letter; in a long text, which holds a
word for nearly every rule, that was half of the time it took to read it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any

_parser: Any = getattr(re, "_parser")  # noqa: B009  (it is not in the stubs)
_ops: Any = getattr(re, "_constants")  # noqa: B009
_FROM = 300
"""Signs. Shorter texts are searched as they are: to note where their words begin takes as long."""
_SIGNS_FOR_A_TRY = 8
"""To try a pattern at one place takes as long as to search so many signs for it."""
_MOST_SIGNS = 12
"""Classes of more signs than this are not told one by one, those of more than `_LARGEST` not at all."""
_LARGEST = 200
_WORD_BEGINS = re.compile(r"\b\w.?", re.DOTALL)
_SIGN = re.compile(r"[^\sa-zæøå]")
_SAME = str.maketrans("ıſ", "is")
"""Letters that are the same to a pattern that does not ask about case, beside those that lower case makes the same."""
_ANYTHING = frozenset([""])
_Items = Sequence[tuple[Any, Any]]
_Read = Callable[[_Items, _Items, int, bool], frozenset[str]]
"""Parts of a parsed pattern; what is told of the signs of a class, by what follows, the flags and what is before."""
_FIRST, _CAPITAL, _DIGIT, _INSIDE = "first", "capital", "digit", "*"
"""Names of places: where the text begins, words that begin with a capital or a digit; with a star in front, such a sign
wherever it stands, also inside a word. A word is named by its first sign or its first two, in small letters."""


class Starts:
    """Where the words and the rarer signs of one text stand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, list[int]] = {_FIRST: [0]}
        note = self._places.setdefault
        for match in _WORD_BEGINS.finditer(text):
            head, at = match.group(), match.start()
            if (kind := _kind(head[0])) is not None:
                note(kind, []).append(at)
            head = _plain(head)
            note(head[0], []).append(at)
            if len(head) > 1:
                note(head, []).append(at)
        for match in _SIGN.finditer(text):
            sign, at = match.group(), match.start()
            note(_INSIDE + sign, []).append(at)
            if (kind := _kind(sign)) is not None:
                note(_INSIDE + kind, []).append(at)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Return what `pattern.finditer` returns for the text."""
        names, text = begins_with(pattern), self._text
        if names is None:
            return pattern.finditer(text)
        places = [self._places[name] for name in names & self._places.keys()]
        if sum(map(len, places)) * _SIGNS_FOR_A_TRY > len(text):
            return pattern.finditer(text)
        return _tried(pattern, text, places)


def starts_of(text: str) -> Starts | None:
    """Return where the words of a long text begin; None for a short one."""
    return Starts(text) if len(text) >= _FROM else None


def _tried(pattern: re.Pattern[str], text: str, places: Sequence[Sequence[int]]) -> Iterator[re.Match[str]]:
    """Yield the matches that begin at the places, each behind the one before."""
    match, end = pattern.match, 0
    for at in sorted(chain.from_iterable(places)):
        if at >= end and (found := match(text, at)) is not None:
            yield found
            end = found.end()


def _kind(sign: str) -> str | None:
    return _CAPITAL if sign.isupper() else _DIGIT if sign.isdecimal() else None


def _plain(signs: str) -> str:
    """Return each sign in small letters, one for one."""
    lower = signs.lower()
    if len(lower) != len(signs):
        lower = "".join(sign.lower()[:1] for sign in signs)
    return lower if lower.isascii() else lower.translate(_SAME)


@cache
def begins_with(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Return the names of the places where a match of the pattern can begin; None when it can nearly everywhere."""
    names = _walk(list(_parser.parse(pattern.pattern, pattern.flags)), pattern.flags, False, _named)
    return None if "" in names else names


def _walk(items: _Items, flags: int, at_a_word: bool, read: _Read) -> frozenset[str]:
    """Return what `read` tells of the signs that a match of the items can begin with, "" where that may be any;
    `at_a_word` says that no letter stands before if one follows."""
    if not items:
        return _ANYTHING
    (kind, said), rest = items[0], items[1:]
    if kind is _ops.AT and said is _ops.AT_BEGINNING:
        return _ANYTHING if flags & re.MULTILINE else frozenset([_FIRST])
    if kind in (_ops.AT, _ops.ASSERT, _ops.ASSERT_NOT):
        return _walk(rest, flags, at_a_word or _is_where_a_word_begins(kind, said), read)
    if kind in (_ops.LITERAL, _ops.IN):
        return read([(kind, said)] if kind is _ops.LITERAL else said, rest, flags, at_a_word)
    return _all_of(_walk(way, inside, at_a_word, read) for way, inside in _ways(kind, said, rest, flags))


def _ways(kind: Any, said: Any, rest: _Items, flags: int) -> Sequence[tuple[_Items, int]]:
    """Return what a match can go on with where there is a choice, each with its flags; nothing for anything."""
    if kind is _ops.SUBPATTERN:
        _, added, taken, inner = said
        inside = (flags | added) & ~taken
        return [([*inner, *rest], flags)] if inside == flags else [(list(inner), inside)]
    if kind is _ops.BRANCH:
        return [([*branch, *rest], flags) for branch in said[1]]
    if kind in (_ops.MAX_REPEAT, _ops.MIN_REPEAT):
        least, most, inner = said
        once = [*inner, *(rest if most == 1 else ())]
        return [(once, flags)] if least else [(once, flags), (rest, flags)]
    return [((), flags)]


def _all_of(parts: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(chain.from_iterable(parts))


def _is_where_a_word_begins(kind: Any, said: Any) -> bool:
    """Tell whether it is the boundary of a word, or that no letter stands before."""
    if kind is _ops.AT:
        return bool(said is _ops.AT_BOUNDARY)
    ahead, inner = said
    if ahead > 0 or not inner:
        return False
    what, signs = inner[-1]
    if kind is _ops.ASSERT:
        signs = signs if what is _ops.IN else [(what, signs)]
        return all(one is _ops.LITERAL and not _is_of_a_word(chr(sign)) for one, sign in signs)
    is_class = len(inner) == 1 and what is _ops.IN and signs[0][0] is not _ops.NEGATE
    return is_class and (_ops.CATEGORY, _ops.CATEGORY_WORD) in signs


def _is_of_a_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _named(signs: _Items, rest: _Items, flags: int, at_a_word: bool) -> frozenset[str]:
    """Return the names of the places where one of the signs stands, and what `rest` can begin with behind it."""
    inside = "" if at_a_word else _INSIDE
    if signs == [(_ops.CATEGORY, _ops.CATEGORY_DIGIT)]:
        return frozenset([inside + _DIGIT])
    told = _told(signs)
    if len(told) > _MOST_SIGNS:
        is_large = all(map(str.isupper, told)) and not flags & re.IGNORECASE
        return frozenset([inside + _CAPITAL]) if is_large else _ANYTHING
    if told and at_a_word and all(map(_is_of_a_word, told)):
        return frozenset(_plain(one + then) for one in told for then in _walk(rest, flags, False, _next))
    is_seldom = all(_SIGN.match(one) and not (one.isalpha() and flags & re.IGNORECASE) for one in told)
    return frozenset(_INSIDE + one for one in told) if told and is_seldom else _ANYTHING


def _next(signs: _Items, _rest: _Items, _flags: int, _at_a_word: bool) -> frozenset[str]:
    """Return the signs, each by itself, "" where they are not told one by one."""
    told = _told(signs)
    return frozenset(told) if 0 < len(told) <= _MOST_SIGNS else _ANYTHING


def _told(signs: _Items) -> str:
    """Return all signs of a class, nothing when they are told by what they are or are not."""
    if not all(kind in (_ops.LITERAL, _ops.RANGE) for kind, _ in signs):
        return ""
    ranges = [range(said, said + 1) if kind is _ops.LITERAL else range(said[0], said[1] + 1) for kind, said in signs]
    return "".join(map(chr, chain.from_iterable(ranges))) if sum(map(len, ranges)) <= _LARGEST else ""
