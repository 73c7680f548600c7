"""Hears a question of nothing but known words for one service, team or number: «hvordan får jeg tak i helsesøster»,
«når møtes kompetanseteamet».

Who names a child or a rule beside it asks for something else. Must not know how the cards look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.content.profile import MunicipalityProfile
from bot.content.texts import Texts
from bot.domain.case_under_way import CASE
from bot.domain.conversation import ConversationState
from bot.domain.turn import Pressed
from dialogs.answers.dialog import found_for
from dialogs.by_words import plain_words, words_of
from dialogs.dialog import Around

NAME = "where"
PLACE = "place"
"""In the dialog's data: the team or service that is shown."""
TEAM, SERVICE, NUMBER = "team", "service", "number"
WAYS: Mapping[str, tuple[str, ...]] = {
    "how": ("reach", "rings", NUMBER, "open", "meets", "brings"),
    "what": ("does", NUMBER),
    "when": ("open", "meets"),
    "may": ("talk",),
    "who": (),
    NUMBER: (),
}
"""How it is asked, by the list with its first word: one word of these lists must follow, where there are any. «Når
ringer jeg barnevernet» and «kan jeg ringe barnevernet» ask for the rule."""
MEETS, LEADS, SITS = "meets", "leads", "sits"
OF_TEAMS = (MEETS, LEADS, SITS, "brings")
"""Lists of what is asked of teams alone: when and where they meet, who leads them and sits in them, and how a case is
brought to them."""
_KNOWN = tuple(f"where.place_{one}" for one in sorted({*WAYS, *OF_TEAMS, "oneself", "small"}.union(*WAYS.values())))
_TEAM = re.compile(r"\w*team(?:et|a|ene|ane)?")
"""A word for a team, whatever it is called."""
_OPENS = tuple(f"where_{one}" for one in (TEAM, SERVICE, NUMBER))
"""Buttons that open the card of somebody."""
LONGEST = 10
"""More words than this ask for something else as well."""
LONGEST_NAME = 4
"""More words than this that no list here has are no name: nobody writes longer ones out; looking costs time."""
MOST_WHO = 2
"""Words that somebody is called by, of whom it is asked whether they sit in a team."""
MOST_KEPT = 30
"""Profiles, each with its texts, whose names are kept."""
SWITCHBOARD = "sentralbord"
"""Key of the number that answers for the whole municipality."""
ASKED = "asked"
"""In what is pressed: which of these was asked of a team."""
SAME = "same"
"""In what is pressed: asked below the card it shows again."""
BESIDE = "beside"
"""In what is pressed: asked in words, so that whoever is in the middle of something stays there."""


def place_asked(said: str, state: ConversationState, around: Around) -> Pressed | None:
    """Return what opens the card of what is asked for; None when something else is asked, and when a sure answer tells
    more of the same. Whose municipality is not known is heard by what it is called in any of them; of another
    municipality than one's own it is told how it is seen."""
    words, text = words_of(said), around.text
    if not words or len(words) > LONGEST:
        return None
    own, other = around.municipality(state), _other_named(words, state, around)
    there = around.knowledge.profiles[other] if other else own
    words = [word for word in words if there is None or word != there.name.casefold()]
    if len({*words} - text.words(*_KNOWN)) > LONGEST_NAME:
        return None
    profiles = [there] if there else [around.knowledge.profiles[one] for one in around.municipalities]
    called = [pair for one in profiles for pair in _longest_first(one, text)]
    found = _named(said, words, called, state, around) or _of_answer(words, called, state, around)
    return Pressed("where_other", other) if found is not None and other else found


def _named(
    said: str, words: Sequence[str], called: _Called, state: ConversationState, around: Around
) -> Pressed | None:
    text, whole = around.text, f" {' '.join(words)} "
    name, opens = next((pair for pair in called if pair[0] in whole), ("", None))
    rest = whole.replace(name, " ", 1).split()
    if opens is None:
        return _unnamed(rest, state, around)
    names = [one.strip() for one, same in called if same == opens]
    is_team = opens.verb == "where_team"
    asked = _asked_of_team(rest, text) if is_team else {}
    if is_team and _asks_whether_in(rest, text):
        return replace(opens, values={BESIDE: name.strip(), ASKED: SITS})
    if not _is_asked(rest, text, is_team=is_team) or (not asked and _is_answered(said, rest, names, state, around)):
        return None
    return replace(opens, values={BESIDE: name.strip(), **asked})


def _of_answer(words: Sequence[str], called: _Called, state: ConversationState, around: Around) -> Pressed | None:
    """Return who the card or the answer just shown is about, an answer by its title, for who asks below it how they are
    reached: «har dere nummeret», «hva er nummeret», «kan jeg bare ringe dem». Of nobody, whom to ring is shown."""
    text = around.text
    is_of_them = not text.words(*_keys((NUMBER, "them"))).isdisjoint(words)  # «hvor får jeg hjelp» is of nobody
    if not is_of_them or text.words(*_keys(("rings", NUMBER, "reach"))).isdisjoint(words):
        return None
    kind, _, id = place_shown(state).partition(".")
    is_only_number = kind != "" and text.words(f"where.place_{NUMBER}").issuperset(words)
    is_rung = text.words(*_keys(("may", "rings", "oneself", "small"))).issuperset(words)
    if not (_is_asked(words, text) or is_only_number or is_rung):
        return None
    if kind:
        return Pressed(f"where_{kind}", id, values={BESIDE: "", SAME: "yes"})
    article = around.knowledge.articles.get(next((one.id for one in state.shown if one.verb == "article_more"), ""))
    title = f" {' '.join(plain_words(article.title).split())} " if article is not None else ""
    opens = next((opens for name, opens in called if name in title), None)
    if opens is not None:
        return replace(opens, values={BESIDE: ""})
    is_chosen = words[0] in text.words(*_keys((NUMBER,)))  # «nummer en» may be an answer
    is_number = not is_chosen and not text.words("where.place_the_number").isdisjoint(words)
    is_of_case = state.active is None and around.has_cases  # which is asked of its own team
    return Pressed("numbers") if is_number and not is_of_case else None


def _asks_whether_in(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether it is asked if somebody sits in a team, «er NAV med i …»: who, stands in at most two other words."""
    is_asked = len(words) > 2 and words[0] in texts.words("where.place_is")
    is_in = not (texts.words("where.place_sits") | {"med"}).isdisjoint(words)
    who = {*words[1:]} - texts.words("where.place_is", "where.place_sits", "where.place_small", "where.place_oneself")
    return is_asked and is_in and len(who) <= MOST_WHO


def _asked_of_team(words: Sequence[str], texts: Texts) -> dict[str, str]:
    """Return what is asked of a team; whoever is asked for, «hvem er med i det», is who sits in it."""
    asked = next((one for one in (LEADS, SITS, MEETS) if not texts.words(f"where.place_{one}").isdisjoint(words)), "")
    is_who = not texts.words("where.place_who").isdisjoint(words[:1]) and not {"med", "i", "me"}.isdisjoint(words)
    return {ASKED: asked or SITS} if asked or is_who else {}


def _other_named(words: Sequence[str], state: ConversationState, around: Around) -> str:
    """Return the municipality that is named and is not the one somebody works in; an empty string for none."""
    own = state.profile.municipality
    named = [one for one in around.municipalities if around.knowledge.profiles[one].name.casefold() in words]
    return named[0] if len(named) == 1 and own not in (None, *named) else ""


def _unnamed(words: Sequence[str], state: ConversationState, around: Around) -> Pressed | None:
    """Return the teams to choose from for who asks when «teamet» meets or who sits in it, or names one that is not
    known here; the switchboard for who asks for the number of the municipality."""
    text, teams = around.text, [word for word in words if _TEAM.fullmatch(word)]
    beside = [word for word in words if word not in teams]
    if len(teams) == 1:
        of_team = text.words(*_keys(("what", "who", *OF_TEAMS)))
        is_asked = _is_asked(beside, text, is_team=True) and not of_team.isdisjoint(beside)
        if state.active == CASE and teams[0] in text.words("where.any_team"):
            return None  # the team that the case goes to, which is told there
        shown, values = _team_shown(state), {BESIDE: teams[0], **_asked_of_team(beside, text)}
        is_of_shown = shown != "" and teams[0] in text.words("where.any_team")
        verb, id = ("where_team", shown) if is_of_shown else ("where_map", "")
        return Pressed(verb, id, values=values) if is_asked else None
    is_of_it = not text.words("where.place_municipality").isdisjoint(words)
    is_number = is_of_it and not text.words("where.place_number", "where.place_rings").isdisjoint(words)
    return Pressed("where_number", SWITCHBOARD, values={BESIDE: ""}) if is_number and _is_asked(words, text) else None


def _team_shown(state: ConversationState) -> str:
    """Return the team whose card was shown last; an empty string for none."""
    kind, _, id = place_shown(state).partition(".")
    return id if kind == TEAM else ""


def place_shown(state: ConversationState) -> str:
    """Return whose card was shown last, as its kind and key: the one that has the floor or, in the middle of something,
    the one that its button for a new search names, or the only one that what was shown leads on to."""
    if state.active == NAME:
        return str(state.data.get(PLACE, ""))
    named = next((one.id for one in state.shown if one.verb == "where_start"), "")
    leads = {f"{one.verb.removeprefix('where_')}.{one.id}" for one in state.shown if one.verb in _OPENS}
    return named or (leads.pop() if len(leads) == 1 else "")


def _keys(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"where.place_{one}" for one in names)


def _is_asked(words: Sequence[str], texts: Texts, *, is_team: bool = False) -> bool:
    """Tell whether the words beside the name ask how it is reached, what it does, when it is open or meets, or who sits
    in it, and no more."""
    way = next((one for one in WAYS if words and words[0] in texts.words(f"where.place_{one}")), None)
    if way is None:
        return False
    needed = _keys([one for one in WAYS[way] if is_team or one not in OF_TEAMS])
    oneself = () if way == "what" else ("where.place_oneself",)  # «hva gjør jeg med …» asks what to do
    of_team = _keys(OF_TEAMS) if is_team and way in ("how", "when", "who") else ()
    known = texts.words(f"where.place_{way}", *needed, *oneself, *of_team, "where.place_small")
    is_what_team = is_team and way == "what"  # «hva er ressursteamet»
    is_told = not needed or is_what_team or not texts.words(*needed).isdisjoint(words[1:])
    return is_told and known.issuperset(words)


def _is_answered(
    said: str, asked: Sequence[str], names: Sequence[str], state: ConversationState, around: Around
) -> bool:
    """Tell whether there is a sure answer about one of the names: how it is reached, where that is asked."""
    found, text = found_for(said, state, around), around.text
    if found.verdict != "answer":
        return False
    title = plain_words(around.knowledge.articles[found.ranked[0].slug].title)
    of_reaching = text.words(*_keys(("reach", "rings", NUMBER, "talk")))
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
    for name, id in profile.synonyms.items():
        yield from ((one, Pressed("where_team", id)) for one in _names(name, "", texts))
    for key, number in profile.numbers.items():
        yield from ((name, Pressed("where_number", key)) for name in _names(number.name, key, texts))


def _names(name: str, key: str, texts: Texts) -> tuple[str, ...]:
    """Return the name, what stands in brackets behind it by itself, and what else people call it:
    `where.called_<key>`, which an editor may add to. A team is also named «drøftingsteamet»."""
    whole, _, short = name.rstrip(" )").partition("(")
    others = texts.listed(f"where.called_{key}") if f"where.called_{key}" in texts else ()
    plain = tuple(words for one in (whole, short, *others) if (words := plain_words(one)))
    return (*plain, *(_definite(one) for one in plain if one.endswith("team")))


def _definite(name: str) -> str:
    """Return «lokale tverrfaglige teamet» of «lokalt tverrfaglig team»."""
    bent = (f"{word}e" if word.endswith("ig") else re.sub("alt$", "ale", word) for word in name.split())
    return " ".join(bent) + "et"
