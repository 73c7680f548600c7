"""Hears a question of nothing but known words for one service, team or number: «hvordan får jeg tak i helsesøster».

Who names a child or a rule beside it asks for something else. Must not know how the cards look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.content.profile import MunicipalityProfile
from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.domain.turn import Pressed
from dialogs.answers.dialog import found_for
from dialogs.by_words import plain_words
from dialogs.dialog import Around

NUMBER = "number"
WAYS: Mapping[str, tuple[str, ...]] = {
    "how": ("reach", "rings", NUMBER, "open"),
    "what": ("does", NUMBER),
    "when": ("open",),
    "may": ("talk",),
    "who": (),
    NUMBER: (),
}
"""How it is asked, by the list with its first word: one word of these lists must follow, where there are any. «Når
ringer jeg barnevernet» and «kan jeg ringe barnevernet» ask for the rule."""
_KNOWN = tuple(f"where.place_{one}" for one in sorted({*WAYS, "oneself", "small"}.union(*WAYS.values())))
LONGEST = 10
"""More words than this ask for something else as well."""
LONGEST_NAME = 4
"""More words than this that no list here has are no name: nobody writes longer ones out; looking costs time."""
MOST_KEPT = 30
"""Profiles, each with its texts, whose names are kept."""
BESIDE = "beside"
"""In what is pressed: asked in words, so that whoever is in the middle of something stays there."""


def place_asked(said: str, state: ConversationState, around: Around) -> Pressed | None:
    """Return what opens the card of what is asked for; None when something else is asked, and when a sure answer tells
    more of the same. Whose municipality is not known is heard by what it is called in any of them."""
    own, words, text = around.municipality(state), plain_words(said), around.text
    if not words or len(words.split()) > LONGEST:
        return None
    if len({*words.split()} - text.words(*_KNOWN)) > LONGEST_NAME:
        return None
    profiles = [own] if own else [around.knowledge.profiles[one] for one in around.municipalities]
    called = _longest_first(own, text) if own else [pair for one in profiles for pair in _longest_first(one, text)]
    whole = f" {words} "
    name, opens = next((pair for pair in called if pair[0] in whole), ("", None))
    rest = whole.replace(name, " ", 1).split()
    if opens is None or not _is_asked(rest, text):
        return None
    names = [one.strip() for one, other in called if other == opens]
    return None if _is_answered(said, rest, names, state, around) else replace(opens, values={BESIDE: name.strip()})


def _is_asked(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether the words beside the name ask how it is reached, what it does or when it is open, and no more."""
    way = next((one for one in WAYS if words and words[0] in texts.words(f"where.place_{one}")), None)
    if way is None:
        return False
    needed = [f"where.place_{one}" for one in WAYS[way]]
    oneself = () if way == "what" else ("where.place_oneself",)  # «hva gjør jeg med …» asks what to do
    known = texts.words(f"where.place_{way}", *needed, *oneself, "where.place_small")
    is_told = not needed or not texts.words(*needed).isdisjoint(words[1:])
    return is_told and known.issuperset(words)


def _is_answered(
    said: str, asked: Sequence[str], names: Sequence[str], state: ConversationState, around: Around
) -> bool:
    """Tell whether there is a sure answer about one of the names: how it is reached, where that is asked."""
    found, text = found_for(said, state, around), around.text
    if found.verdict != "answer":
        return False
    title = plain_words(around.knowledge.articles[found.ranked[0].slug].title)
    of_reaching = text.words("where.place_reach", "where.place_rings", f"where.place_{NUMBER}", "where.place_talk")
    is_same = of_reaching.isdisjoint(asked) or not of_reaching.isdisjoint(title.split())
    return is_same and any(name in title for name in names)


_Called = Sequence[tuple[str, Pressed]]
_kept: dict[tuple[str, int], tuple[MunicipalityProfile, Texts, _Called]] = {}


def _longest_first(profile: MunicipalityProfile, texts: Texts) -> _Called:
    """Return the names between spaces, put together once for a profile and its texts: every question is held against
    them."""
    key = (profile.name, id(texts))
    kept = _kept.get(key)
    if kept is None or kept[0] is not profile or kept[1] is not texts:
        if len(_kept) > MOST_KEPT:
            _kept.clear()
        padded = ((f" {name} ", opens) for name, opens in called_here(profile, texts))
        called = sorted(padded, key=lambda pair: len(pair[0]), reverse=True)
        kept = _kept[key] = (profile, texts, called)
    return kept[2]


def called_here(profile: MunicipalityProfile, texts: Texts) -> Iterator[tuple[str, Pressed]]:
    """Give every name with what it opens. A service tells more than its number, and comes before it."""
    for key, service in profile.services.items():
        yield from ((name, Pressed("where_service", key)) for name in _names(service.name, key, texts))
    for team in profile.teams:
        yield from ((name, Pressed("where_team", team.id)) for name in _names(team.name, team.id, texts))
    yield from ((plain_words(name), Pressed("where_team", id)) for name, id in profile.synonyms.items())
    for key, number in profile.numbers.items():
        yield from ((name, Pressed("where_number", key)) for name in _names(number.name, key, texts))


def _names(name: str, key: str, texts: Texts) -> tuple[str, ...]:
    """Return the name, what stands in brackets behind it by itself, and what else people call it:
    `where.called_<key>`, which an editor may add to."""
    whole, _, short = name.rstrip(" )").partition("(")
    others = texts.listed(f"where.called_{key}") if f"where.called_{key}" in texts else ()
    return tuple(plain for one in (whole, short, *others) if (plain := plain_words(one)))
