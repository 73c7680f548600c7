"""Hears a question of nothing but known words for one service, team or number: «hvordan får jeg tak i helsesøster».

Who names a child or a rule beside it asks for something else. Must not know how the cards look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.content.profile import MunicipalityProfile
from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.domain.turn import Pressed
from dialogs.answers.dialog import found_for
from dialogs.by_words import plain_words
from dialogs.dialog import Around

BEGINS, ASKS, SMALL = "where.place_begins", "where.place_asks", "where.place_small"
LONGEST = 10
"""More words than this ask for something else as well."""


def place_asked(said: str, state: ConversationState, around: Around) -> Pressed | None:
    """Return what opens the card of what is asked for; None when something else is asked, and when there is a sure
    answer that names it in its title."""
    profile, words, text = around.municipality(state), plain_words(said), around.text
    if profile is None or not words or len(words.split()) > LONGEST:
        return None
    called = sorted(_called(profile, text), key=lambda pair: len(pair[0]), reverse=True)
    name, opens = next((pair for pair in called if f" {pair[0]} " in f" {words} "), ("", None))
    rest = f" {words} ".replace(f" {name} ", " ", 1).split()
    is_asked = rest and rest[0] in text.words(BEGINS) and not text.words(ASKS).isdisjoint(rest)
    if opens is None or not is_asked or not text.words(BEGINS, ASKS, SMALL).issuperset(rest):
        return None
    names = [one for one, other in called if other == opens]
    return None if _has_sure_answer(said, names, state, around) else opens


def _has_sure_answer(said: str, names: Sequence[str], state: ConversationState, around: Around) -> bool:
    """Tell whether the answer is sure and has one of the names in its title."""
    found = found_for(said, state, around)
    if found.verdict != "answer":
        return False
    title = plain_words(around.knowledge.articles[found.ranked[0].slug].title)
    return any(name in title for name in names)


def _called(profile: MunicipalityProfile, texts: Texts) -> Iterator[tuple[str, Pressed]]:
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
