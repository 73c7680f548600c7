"""The conversation of «Hvor går jeg?»: a search, typed or pressed, then cards that open. Sends nothing anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from bot.answers.story import names_someone
from bot.content.ages import band_of
from bot.content.profile import THEMES, MunicipalityProfile
from bot.domain.case import AGE_BANDS
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from dialogs.answers.dialog import found_for
from dialogs.by_words import is_small_number, plain_words, words_of
from dialogs.dialog import Around, Dialog, Step, Typed, Verb
from dialogs.guide.asked_beside import is_lost
from dialogs.profile import ask_profile
from dialogs.theme_names import also_called, words_of_themes
from dialogs.where.age_words import age_in_months, grade_band
from dialogs.where.asked_for import ASKED, BESIDE, NAME, NUMBER, PLACE, SAME, SERVICE, TEAM, called_here
from dialogs.where.cards import ARENAS, map_card, result_card, search_card
from dialogs.where.finding import Wanted, find
from dialogs.where.ladder import ladder_card
from dialogs.where.place_cards import about_team_card, number_card, service_card
from dialogs.where.team_words import asked_words

SEARCHED = ("theme", "age", "arena")
WHOLE = 4
"""So short a word of a theme must stand alone: «mat» is no part of «matematikk»."""
ALIKE = 84
"""rapidfuzz score (0–100) from which a typed word is taken for a theme, a team or a service."""
_JOINED = re.compile(r" eller | og ")


def start(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the search."""
    return start_where(state, around)


def start_where(state: ConversationState, around: Around) -> Step:
    """Show the search; callable by other dialogs."""
    profile = around.municipality(state)
    if profile is None:
        return Step((Line(around.text("where.no_municipality")),))
    return Step((search_card(profile, around),), state.in_dialog(NAME))


def _not_here(pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the search in place of what is not known here. Who asked for it in words, and has not said where they work,
    is asked that first, and then gets it."""
    is_asked = around.municipality(state) is None and BESIDE in pressed.values
    if is_asked and state.active in (None, NAME):
        return ask_profile(state, around, then=f"{pressed.verb}.{pressed.id}")
    return start_where(state, around)


def begin_where(turn: Turn, state: ConversationState, around: Around) -> Step:
    """Show the search, from the menu or a command."""
    return start_where(state, around)


def show(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show who can help with what was chosen."""
    profile = around.municipality(state)
    if profile is None:
        return Step((Line(around.text("where.no_municipality")),))
    last = state.data if state.active == NAME and pressed.id and state.data.get("theme") == pressed.id else {}
    values = {**last, "theme": pressed.id, **pressed.values} if pressed.id else pressed.values
    return _show(values, profile, state, around)


def _show(values: Mapping[str, str], profile: MunicipalityProfile, state: ConversationState, around: Around) -> Step:
    theme = values.get("theme", "")
    if theme not in THEMES:
        card = search_card(profile, around, values, around.text("where.missing"))
        return Step((card,), state.in_dialog(NAME))
    age = values.get("age", "")
    arena = values.get("arena", "")
    wanted = Wanted(theme, age if age in AGE_BANDS else "", arena if arena in ARENAS else "", state.profile.role)
    looked_for = {"theme": wanted.theme, "age": wanted.age, "arena": wanted.arena}
    return Step(
        (result_card(wanted, find(profile, wanted), profile, state, around),), state.in_dialog(NAME, **looked_for)
    )


def show_team(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show one team."""
    profile = around.municipality(state)
    team = profile.team(pressed.id) if profile else None
    if profile is None or team is None:
        return _not_here(pressed, state, around)
    told = asked_words(team, str(pressed.values.get(ASKED, "")), around)
    card = about_team_card(team, profile, state, around)
    return Step(
        (*_same(pressed, around), *((Line(told),) if told else ()), card),
        _at_place(state, pressed, f"{TEAM}.{team.id}"),
    )


def show_service(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show one service."""
    key = pressed.id.partition(".")[0]
    profile = around.municipality(state)
    service = profile.services.get(key) if profile else None
    if profile is None or service is None:
        return _not_here(pressed, state, around)
    return Step(
        (*_same(pressed, around), service_card(service, profile, state, around, opened=pressed.id)),
        _at_place(state, pressed, f"{SERVICE}.{pressed.id}"),
    )


def show_number(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show how somebody is reached who is no team and no service."""
    profile = around.municipality(state)
    if profile is None or pressed.id not in profile.numbers:
        return _not_here(pressed, state, around)
    one = profile.contact(pressed.id)
    card = number_card(one, profile, state, around)
    return Step((*_same(pressed, around), card), _at_place(state, pressed, f"{NUMBER}.{one.key}"))


def _same(pressed: Pressed, around: Around) -> tuple[Line, ...]:
    """Return what is said above the card that a question was asked below, so that it is not shown again in silence."""
    return (Line(around.text("where.on_card")),) if SAME in pressed.values else ()


def _at_place(state: ConversationState, pressed: Pressed, place: str) -> ConversationState:
    """Return the state with what is shown, beside what was searched for; what was asked for in words takes nobody out
    of what they are in the middle of."""
    if BESIDE in pressed.values and state.active not in (None, NAME):
        return state
    searched = {name: state.data[name] for name in SEARCHED if name in state.data} if state.active == NAME else {}
    return state.in_dialog(NAME, **searched, **({PLACE: place} if place else {}))


def shown_where(turn: Turn, state: ConversationState, around: Around) -> Step:
    """Show again what was found or opened last, or the search."""
    kind, _, id = str(state.data.get(PLACE, "")).partition(".")
    shows = {TEAM: show_team, SERVICE: show_service, NUMBER: show_number}
    if kind in shows:
        return shows[kind](turn, Pressed(f"where_{kind}", id), state, around)
    theme = str(state.data.get("theme", ""))
    return show(turn, Pressed("where_show", theme), state, around) if theme else start_where(state, around)


def show_map(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the map of teams and forums; one is to be chosen by who asked of a team in words, and did not name one that
    is known here."""
    profile = around.municipality(state)
    if profile is None:
        return _not_here(pressed, state, around)
    asked = str(pressed.values.get(BESIDE, ""))
    key = "where.which_team" if asked in around.text.words("where.any_team") else "where.no_such_team"
    first = (Line(around.text(key, municipality=profile.name)),) if asked else ()
    return Step((*first, map_card(profile, state, around)), _at_place(state, pressed, ""))


def tell_other(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Tell who asks of another municipality that what is shown is of their own, and how they change it."""
    own, other = around.municipality(state), around.knowledge.profiles.get(pressed.id)
    if own is None or other is None:
        return start_where(state, around)
    return Step((Line(around.text("where.other", own=own.name, other=other.name)),))


def show_ladder(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the catalogue of measures."""
    profile = around.municipality(state)
    return (
        Step((ladder_card(profile, state, around),), state.in_dialog(NAME)) if profile else start_where(state, around)
    )


def search_ladder(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the measures on a step, for a theme and an age; a row names its theme."""
    profile = around.municipality(state)
    if profile is None:
        return start_where(state, around)
    chosen = {name: pressed.values.get(name, "") for name in ("step", "theme", "age")}
    theme = pressed.id or chosen["theme"]
    wanted = {**chosen, "theme": theme if theme in THEMES else ""}
    return Step((ladder_card(profile, state, around, wanted),), state.in_dialog(NAME))


def listen(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Understand «språk, 4 år i barnehagen», the name of a team, or what changes the last search, «16 år»; None = a
    question for others, or small talk."""
    profile = around.municipality(state)
    below = _asked_of_shown(turn, said, state, around)
    if profile is None or below is not None or said.rstrip().endswith("?"):
        return below
    if plain_words(said) in around.text.words("where.ladder_words"):
        return Step((ladder_card(profile, state, around),), state.in_dialog(NAME))
    named = _named(said, dict(reversed([*called_here(profile, around.text)])))
    if named is not None:
        return WHERE.verbs[named.verb].handler(turn, named, state, around)
    return None if around.answers.is_only_small_talk(said) else _searched(said, profile, state, around)


def _searched(said: str, profile: MunicipalityProfile, state: ConversationState, around: Around) -> Step | None:
    """Search for what is told, with what the last search had beside it. «Kan jeg ringe skolen» asks, and «han sa far
    drikker litt» tells: they are for others."""
    wish, first, text = read_wish(said, around), words_of(said)[:1], around.text
    is_question = not text.words("where.asks").isdisjoint(first)
    if wish and not (is_question and {*wish} == {"arena"}):
        return _show({**(state.data if state.active == NAME else {}), **wish}, profile, state, around)
    is_told = names_someone(said) or not text.words("commands.worried_self", "where.no_search").isdisjoint(first)
    if is_question or is_told or len(said.split()) > 5 or found_for(said, state, around).verdict == "answer":
        return None
    return _not_known(profile, state, around)


def _asked_of_shown(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Show again the team or service that is asked about, in nothing but words for what its card tells, «hvem leder
    det», «når møtes de», or by who does not follow; below what was found, say that one is chosen first."""
    words, text = words_of(said), around.text
    asks, known = text.words("where.asks"), text.words("where.asks", "where.asks_beside")
    is_asked = bool(words) and words[0] in asks and known.issuperset(words)
    if state.active != NAME or not (is_asked or is_lost(words, text)):
        return None
    is_opened = bool(state.data.get(PLACE))
    if not is_opened and state.data.get("theme") not in THEMES:
        return None
    line = Line(text("where.on_card" if is_opened else "where.choose_first"))
    return shown_where(turn, state, around).below((line,))


def is_search(said: str, state: ConversationState, around: Around) -> bool:
    """Tell whether somebody who searches, or is in the middle of nothing, writes nothing but a theme and an age, «rus,
    16 år», which tells of nobody. With a word for a person, or a clear sign of danger, it is heard as anything else."""
    if state.active not in (None, NAME) or around.municipality(state) is None:
        return False
    words = words_of(said)
    if state.active is None and not any(map(str.isdecimal, words)):
        return False  # without a number there is no age
    wish = read_wish(said, around) if _only_themes(words, around) else {}
    if "theme" not in wish or (state.active is None and "age" not in wish):
        return False
    sign = around.acute.detect(said)
    return sign is None or sign.is_faint


def _only_themes(words: Sequence[str], around: Around) -> bool:
    """Tell whether there is nothing but titles of themes, numbers and words of an age: the number is one."""
    text = around.text
    titles = frozenset().union(*(name for _, name in words_of_themes(text)))
    return all(word in titles or word.isdecimal() or word in text.words("where.age_words") for word in words)


def _not_known(profile: MunicipalityProfile, state: ConversationState, around: Around) -> Step:
    line = Line(around.text("where.not_here", municipality=profile.name))
    return Step((line, search_card(profile, around)), state.in_dialog(NAME))


def _named(said: str, called: Mapping[str, Pressed]) -> Pressed | None:
    match = process.extractOne(plain_words(said), list(called), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return called[match[0]] if match else None


def read_wish(said: str, around: Around) -> dict[str, str]:
    """Return theme, age band and arena found in free text; nothing of the text itself is kept."""
    words = said.casefold()
    values: dict[str, str] = {}
    hits = [(_likeness(one, words, around), one) for one in THEMES if one != "annet"]
    best = max(hits, default=(0.0, ""))
    if best[0] >= ALIKE:
        values["theme"] = best[1]
    months = age_in_months(_with_years(words, around))
    band = band_of(months) if months is not None else grade_band(said)
    if band is not None:
        values["age"] = band
    called = ((one, name) for one in ARENAS for name in around.text.called(f"names.arena_{one}"))
    arena = next((one for one, name in called if _is_at(name.casefold(), words)), None)
    return values if arena is None else {**values, "arena": arena}


def _likeness(theme: str, said: str, around: Around) -> float:
    """Return how surely a theme is named, by its title, one of the things it joins, «Vold eller overgrep», or another
    word for it, which must be spelt right: «Kven skal» is not «venskap», and «psykisk sykdom» is more than «sykdom»."""
    words, titles = words_of(said), [name.casefold() for name in around.text.called(f"names.theme_{theme}")]
    told, also = f" {' '.join(words)} ", also_called(theme, around.text)
    called = [one for one in also if f" {one}{'' if len(one) > WHOLE else ' '}" in told]
    if called:
        return 101.0 if any(" " in one for one in called) else 100.0
    parts = [part for title in titles for part in _JOINED.split(title) if part != title]
    named = [*titles, *(one for one in parts if len(one) > WHOLE or one in words)]
    return max(fuzz.partial_ratio(one, said) for one in named)


def _is_at(arena: str, said: str) -> bool:
    """Tell whether a place is named, by its whole title or its first word, bent as it may be."""
    first = arena.split()[0]
    return arena in said or (len(first) > WHOLE and first[:6] in said)


def _with_years(said: str, around: Around) -> str:
    """Return the words with the number in them as an age, where nothing else can be meant."""
    number = next((word for word in words_of(said) if is_small_number(word)), "")
    is_age = _is_another_number(said, around) or _only_themes(words_of(said), around)
    return f"{number} år" if is_age and number and "mnd" not in said and "måned" not in said else said


def _is_another_number(said: str, around: Around) -> bool:
    """Tell whether one number was said with nothing but a no or words of an age beside it: «nei, 17», «og hvis hun er
    14»; the numbers of buttons stand alone."""
    words = words_of(said)
    numbers = [word for word in words if is_small_number(word)]
    beside = {*words} - {*numbers}
    known = around.text.words("guide.words_no", "where.age_words", "where.age_beside")
    return len(numbers) == 1 and bool(beside) and beside <= known


WHERE = Dialog(
    name=NAME,
    verbs={
        "where_start": Verb(start, Typed.NEARLY),
        "where_show": Verb(show, Typed.NEARLY),
        "where_team": Verb(show_team, Typed.NEARLY),
        "where_service": Verb(show_service, Typed.NEARLY),
        "where_number": Verb(show_number, Typed.NEARLY),
        "where_map": Verb(show_map, Typed.NEARLY),
        "where_other": Verb(tell_other, Typed.WHOLE),
        "where_ladder": Verb(show_ladder, Typed.NEARLY),
        "where_ladder_show": Verb(search_ladder, Typed.NEARLY),
        "where_back": Verb(start, Typed.NEARLY),
    },
    listens=listen,
)
