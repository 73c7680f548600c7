"""Tells which answer of a question is named: word for word, nearly, or in part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from rapidfuzz import fuzz

from bot.content.guide import Option
from bot.content.texts import Texts
from dialogs.by_words import by_title, words_of
from dialogs.denying import turns_round

ALIKE = 88
"""rapidfuzz ratio (0–100) from which typed words are taken for the label of an answer."""
_WHO_SPEAKS = frozenset(["jeg", "vi", "eg", "æ", "me"])
"""Words before an answer that change nothing: «jeg fikk ikke svar»."""
LEADS = frozenset(["det", "d", "den", "er", "e", "gjelder", "gjeld", "en", "ei", "et", "ein"])
"""Words before a named answer that change nothing: «det er sjefen»."""


def named_in_part(said: str, options: Sequence[Option], texts: Texts) -> Option | None:
    """Return the only option that all the words stand in, whole, begun or bent, also without small words such as
    «akkurat»; one that denies is none of those."""
    titles, small = [f"{one.say} {one.label}" for one in options], texts.words("guide.words_small")
    telling = [word for word in words_of(said) if word not in small - texts.words("case.words_none")]
    place = by_title(said, titles, texts)
    place = by_title(" ".join(telling), titles, texts) if place is None else place
    return None if place is None else options[place]


def exactly_named(said: str, options: Sequence[Option]) -> Option | None:
    """Return the option whose words were typed, signs and capitals aside, or the only one that is that «ja» or «nei».

    A bare «ja» where there are two kinds of yes is no exact answer, though one of them may be called so inside.
    """
    words = words_of(said)
    typed: tuple[list[str], ...] = (words, words[1:]) if words[0] in _WHO_SPEAKS and len(words) > 2 else (words,)
    bare = [*dropwhile(lambda word: word in LEADS, words)]
    typed = (*typed, bare) if bare else typed
    named = (one for one in options if any(words_of(name) in typed for name in (one.say, one.label, *one.also)))
    return next(named, None) or the_only(beginning_with(words[0], options) if len(words) == 1 else ())


def beginning_with(word: str, options: Sequence[Option]) -> tuple[Option, ...]:
    """Return the options that say that «ja» or «nei» first."""
    return tuple(one for one in options if word in ("ja", "nei") and words_of(one.say)[:1] == [word])


def the_only(options: Sequence[Option]) -> Option | None:
    """Return the option where there is just one."""
    return options[0] if len(options) == 1 else None


def nearly_named(said: str, options: Sequence[Option], texts: Texts) -> Option | None:
    """Return the option whose words were nearly typed, and not the opposite of it."""
    text = said.casefold().strip(" .!«»[]")
    scored = [
        (max(fuzz.ratio(text, one.casefold()) for one in (option.say, option.label)), option) for option in options
    ]
    best = max(scored, key=lambda pair: pair[0])
    inside = next((one for one in options if text == one.id and one.id not in ("ja", "nei")), None)
    is_turned = all(turns_round(words_of(said), words_of(one), texts) for one in (best[1].say, best[1].label))
    return inside or (best[1] if best[0] >= ALIKE and not is_turned else None)
