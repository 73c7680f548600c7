"""Hears a message that does nothing but deny that somebody hits, «far slår ikke», «nei, ingen slår henne», or that it
was said: «he didnt say he hits».

Such words are danger in nearly any other order or company («far slår ikke lenger så hardt», «jeg tror ikke far slår»),
so only whole messages in a few orders count, and what was heard is still said beside the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.content.texts import Texts
from dialogs.by_words import words_of

_ORDERS = tuple(
    order.split()
    for order in (
        "who hits not",
        "who hits whom not",
        "who hits not children",
        "who has not hit",
        "who has not hit whom",
        "nobody hits whom",
        "nobody has hit whom",
        "whom becomes not hit",
        "who is not violent",
        "nobody is violent",
    )
)
"""Lists of words, `acute.denied_*`, in the orders of a plain denial. «Slår ikke henne» may mean that it is another."""

_SAID_NOT = tuple(
    f"sayer {order}{that}".split()
    for order in ("said saynot", "never said", "has saynot told", "did saynot say", "didnt say")
    for that in ("", " that")
)
_BLOWS = tuple(
    order.split()
    for order in ("striker strikes", "striker strikes struck", "who has hit", "who has hit whom", "whom becomes hit")
)
"""Who did not say it, before what was not said. It leaves open whether anybody hits, and so answers no question."""


def only_denies_it_was_said(said: str, texts: Texts) -> bool:
    """Tell whether the whole message says of somebody that they did not say that anybody hits, and tells nothing else:
    «jeg sa ikke at han slår». «Ville ikke si at far slår» is no such word."""
    words, lists = [word for word in words_of(said) if word != "t"], _lists(texts)  # «didn't» is read as two words
    if "?" in said or len(words) > LONGEST_SAYING:
        return False
    words = words[1:] if words and words[0] in lists["no"] else words
    return any(_are_in(words, (*start, *blows), lists) for start in _SAID_NOT for blows in _BLOWS)


LONGEST_SAYING = 11
"""Words of the longest of these, with the «nei» before it."""


def only_denies_blows(said: str, texts: Texts) -> bool:
    """Tell whether the whole message denies that anybody hits, and tells nothing else."""
    words = words_of(said)
    if "?" in said or len(words) > LONGEST:
        return False
    lists = _lists(texts)
    words = words[1:] if words and words[0] in lists["no"] else words
    words = words[:-1] if words and words[-1] in lists["home"] else words
    return any(_are_in(words, order, lists) for order in _ORDERS)


LONGEST = max(map(len, _ORDERS)) + 2
"""Words of the longest denial, with the «nei» before it and the place after it."""


def _are_in(words: Sequence[str], order: Sequence[str], lists: dict[str, frozenset[str]]) -> bool:
    return len(words) == len(order) and all(word in lists[name] for word, name in zip(words, order, strict=True))


@lru_cache(maxsize=4)
def _lists(texts: Texts) -> dict[str, frozenset[str]]:
    names = {"no", "home", *(name for order in (*_ORDERS, *_SAID_NOT, *_BLOWS) for name in order)}
    return {name: texts.words(f"acute.denied_{name}") for name in names}
