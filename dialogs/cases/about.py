"""Step 1 of a case: what it is about, so that the right team is found before anybody types about a child."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from bot.content.profile import THEMES, MunicipalityProfile
from bot.content.routing import teams_for
from bot.content.team import Arena, Team
from bot.domain.case import AGE_BANDS
from bot.domain.case_under_way import CASE, CaseUnderWay
from bot.domain.choices import as_value, chosen_in
from bot.domain.commands import FindChannels
from bot.domain.conversation import CaseLeft, ConversationState
from bot.domain.outcomes import ChannelsAre, Outcome
from bot.domain.reply import (
    Button,
    Card,
    Choice,
    ChoiceInput,
    Line,
    Paragraph,
    Row,
    Rows,
)
from bot.domain.turn import Pressed, Turn
from dialogs.cases.duty import ABOUT, GATE
from dialogs.cases.form import question_in, submission_of
from dialogs.cases.gate import gate_card
from dialogs.cases.other_ways import nobody_takes_it, own_unit_words, sorry_card, theme_card, with_consent
from dialogs.cases.words import listing
from dialogs.dialog import Around, Step
from dialogs.guide.prefill import case_values, outcome_of
from dialogs.profile import ask_profile, needs_profile

FIELDS = ("age", "arena", "themes", "way")


def start(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Begin a case: ask what it is about."""
    if needs_profile(state, around):
        return ask_profile(state, around, "submit", question_in(pressed.values))
    begun_from = outcome_of(turn, state)
    known = case_values(begun_from, state, around)
    card = about_card({**known, **dict(question_in(pressed.values))}, around)
    concern = state.concern(begun_from) if known else None
    shown = _filled_from(concern.title, card, around) if concern else card
    return Step((shown,), _with_answers(known, {}, state.in_dialog(None)))


def _filled_from(title: str, card: Card, around: Around) -> Card:
    """Say whose answers stand on the card, and put the way beside them to a case of another child."""
    text = around.text
    empty = Button(text("case.about_empty"), "case_restart", submits_inputs=False)
    said = text("case.about_filled", title=title, button=empty.title)
    return replace(card, intro=f"{card.intro} {said}", buttons=(card.buttons[0], empty, *card.buttons[1:]))


def about_card(values: Mapping[str, str], around: Around, errors: Mapping[str, str] | None = None) -> Card:
    """Return the four questions that decide the route, with what is answered already, and the way out for a theme."""
    text, wrong = around.text, errors or {}

    def field(
        name: str, choices: Sequence[tuple[str, str]], *, several: bool = False, compact: bool = False
    ) -> ChoiceInput:
        options = tuple(Choice(value, text(key)) for value, key in choices)
        error = wrong.get(name, "")
        label = text(f"case.{name}")
        return ChoiceInput(
            name, label, options, values.get(name, ""), several, required=True, compact=compact, error=error
        )

    return Card(
        kind="case_about",
        header=(text("case.header"), text("case.step", number=1)),
        title=text("case.about_title"),
        intro=text("case.about_intro"),
        blocks=(
            field("age", [(band, f"names.age_{band}") for band in AGE_BANDS], compact=True),
            field("arena", [(arena, f"names.arena_{arena}") for arena in get_args(Arena)], compact=True),
            field("themes", [(theme, f"names.theme_{theme}") for theme in THEMES], several=True, compact=True),
            field("way", [(way, f"case.way_{way}") for way in ("anonymt", "med_samtykke")]),
        ),
        buttons=(
            Button(text("case.next"), "case_about", style="positive", carries=question_in(values)),
            Button(text("case.about_theme"), "case_theme", submits_inputs=False),
            Button(text("common.cancel"), "case_cancel", submits_inputs=False),
        ),
    )


def about(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Read step 1; show it again with errors, or find the team."""
    before = answered(state) if pressed.card_id is None else {}
    values = {name: pressed.values.get(name) or before.get(name, "") for name in FIELDS}
    errors, changed = _errors(values, around), _changes(before, values, around)
    if errors:
        card = about_card({**values, **dict(question_in(pressed.values))}, around, errors)
        shown = Step(replaces=card, state=_with_answers(values, errors, state))
        return shown.below(changed) if changed else shown
    if changed and pressed.is_fields_only:
        return _to_look_at(values, changed, state, around)
    return _find_team(values, state, around)


def _find_team(values: Mapping[str, str], state: ConversationState, around: Around) -> Step:
    profile = around.municipality(state)
    if profile is None:
        return ask_profile(state, around, then="submit")
    themes = tuple(theme for theme in chosen_in(values["themes"]) if theme in THEMES)
    teams = teams_for(profile.teams, values["age"], values["arena"], themes, role=state.profile.role)
    return _to_team(teams, values, themes, profile, state, around)


def _errors(values: Mapping[str, str], around: Around) -> dict[str, str]:
    allowed: dict[str, Sequence[str]] = {
        "age": AGE_BANDS,
        "arena": get_args(Arena),
        "themes": THEMES,
        "way": ("anonymt", "med_samtykke"),
    }
    errors = {}
    for name, options in allowed.items():
        given = chosen_in(values[name])
        if not given:
            errors[name] = around.text("case.missing")
        elif not set(given) <= set(options):
            errors[name] = around.text("case.not_a_choice")
    return errors


def _to_team(
    teams: Sequence[Team],
    values: Mapping[str, str],
    themes: tuple[str, ...],
    profile: MunicipalityProfile,
    state: ConversationState,
    around: Around,
) -> Step:
    """Go the way with consent, say that no team takes it, let the person choose, or go on to the only team."""
    ended = state.in_dialog(None)
    anonymous = [team for team in teams if team.takes_in_channel]
    if values["way"] == "med_samtykke":
        card = with_consent(teams, state, around)
        return _or_anonymous(card, values, state, around) if anonymous else Step(replaces=card, state=ended)
    if not anonymous:
        return _or_changed(nobody_takes_it(teams, state, around), values, state, around)
    age, arena, resumed = values["age"], values["arena"], state.case.resumed
    case = CaseUnderWay(GATE, uuid.uuid4().hex, age, arena, themes, resumed=resumed, brings=state.case.brings)
    keys = tuple(channel_key(profile.id, team.id) for team in anonymous)
    return Step(state=state.writing(case), commands=(FindChannels(keys),))


def _or_anonymous(card: Card, values: Mapping[str, str], state: ConversationState, around: Around) -> Step:
    """Show the way with consent, with the way out of it for who would rather discuss without a name after all: what was
    chosen is kept for that, as of any case that is left."""
    chosen = {**values, "way": "anonymt"}
    button = Button(around.text("case.instead"), "case_instead", carries=tuple(chosen.items()))
    kept = _with_answers(chosen, {}, state).case
    after = replace(state.in_dialog(None), case_left=CaseLeft(around.now, kept))
    return Step(replaces=replace(card, buttons=(*card.buttons, button)), state=after)


def _or_changed(card: Card, values: Mapping[str, str], state: ConversationState, around: Around) -> Step:
    """Say that no team takes it, with the way back to what was chosen: an age may have been typed wrong."""
    button = Button(around.text("case.change_answers"), "case_changed", carries=tuple(values.items()))
    after = replace(state.in_dialog(None), case_left=CaseLeft(around.now, _with_answers(values, {}, state).case))
    return Step(replaces=replace(card, buttons=(button, *card.buttons)), state=after)


def changed(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show step 1 again with what was chosen before no team was found; typed, it is that of the case that was left."""
    known = {name: value for name in FIELDS if (value := pressed.values.get(name))}
    left = state.case_left.data if state.case_left is not None else None
    if not known and (left is None or left.step != ABOUT):
        return start(turn, Pressed("menu_submit"), state, around)
    begun = state.writing(CaseUnderWay(ABOUT) if left is None else left)
    return about_again(_with_answers(known, {}, begun) if known else begun, around)


def instead(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Go on without a name from the way with consent, with all else that was chosen; typed, it is of the case that was
    left there."""
    left = state.case_left.data if state.case_left is not None else None
    known = {name: value for name in FIELDS if (value := pressed.values.get(name))}
    if not known and (left is None or left.step != ABOUT):
        return start(turn, Pressed("menu_submit"), state, around)
    begun = state.writing(CaseUnderWay(ABOUT) if left is None else left)
    if known:
        begun = _with_answers(known, {}, begun)
    return about(turn, Pressed("case_about"), begun, around)


def _with_answers(values: Mapping[str, str], errors: Mapping[str, str], state: ConversationState) -> ConversationState:
    """Keep what is answered of step 1, fixed choices only, while the rest is missing."""
    known = {name: "" if name in errors else values.get(name, "") for name in FIELDS}
    themes = chosen_in(known["themes"])
    case = CaseUnderWay(
        ABOUT,
        "",
        known["age"],
        known["arena"],
        themes,
        known["way"],
        resumed=state.case.resumed,
        brings=state.case.brings,
    )
    return state.writing(case)


def answered(state: ConversationState) -> dict[str, str]:
    """Return what is answered of step 1. Whoever has been past it chose «anonymt»: the other way ends here."""
    case = state.case
    way = "anonymt" if case.step != ABOUT and case.age else case.way
    said = {"age": case.age, "arena": case.arena, "themes": as_value(case.themes), "way": way}
    return {name: value for name, value in said.items() if value}


def about_again(state: ConversationState, around: Around, pressed: Pressed | None = None) -> Step:
    """Show step 1 again with what was answered, and the question that the card it was left on carries."""
    values = answered(state)
    card = about_card({**values, **dict(question_in(pressed.values if pressed else {}))}, around)
    return Step(replaces=card, state=_with_answers(values, {}, state))


def about_filled_in(said: Mapping[str, str], state: ConversationState, around: Around, *, goes_on: bool) -> Step:
    """Show step 1 with what was answered and what was said now. When nothing is missing any more, go on if that was
    all that was said (`goes_on`) and changed nothing; else ask for it to be looked at."""
    before = answered(state)
    values = {name: said.get(name) or before.get(name, "") for name in FIELDS}
    changed = _changes(before, values, around)
    if _errors(values, around):
        return Step((*changed, about_card(values, around)), _with_answers(values, {}, state))
    if changed or not goes_on:
        return _to_look_at(values, changed, state, around)
    step = _find_team(values, state, around)
    chosen = " · ".join(_titles(name, values[name], around) for name in FIELDS)
    return replace(step, replies=(Line(around.text("case.about_understood", chosen=chosen)), *step.replies))


def is_all_answered(state: ConversationState, around: Around) -> bool:
    """Tell whether step 1 has an answer to each of its questions, so that only «Neste» is missing."""
    before = answered(state)
    return not _errors({name: before.get(name, "") for name in FIELDS}, around)


def still_missing(state: ConversationState, around: Around) -> str:
    """Name the questions of step 1 that are not answered, «Aldersgruppe» and «Hvor ser du barnet?»."""
    before = answered(state)
    return listing([f"«{around.text(f'case.{name}')}»" for name in FIELDS if not before.get(name)])


def _to_look_at(values: Mapping[str, str], changed: Sequence[Line], state: ConversationState, around: Around) -> Step:
    """Show step 1 with all its answers, and say that «Neste» is wanted."""
    full = Line(around.text("case.about_full", button=around.text("case.next")))
    return Step((*changed, full, about_card(values, around)), _with_answers(values, {}, state))


def _changes(before: Mapping[str, str], values: Mapping[str, str], around: Around) -> tuple[Line, ...]:
    """Say which answer of step 1 was typed over, and how it comes back; nothing where none was."""
    changed = [name for name, was in before.items() if {*chosen_in(was)} != {*chosen_in(values[name])}]
    told = (
        (around.text(f"case.{name}"), *(_titles(name, one[name], around) for one in (before, values)))
        for name in changed
    )
    return tuple(Line(around.text("case.about_changed", field=field, was=was, now=now)) for field, was, now in told)


def _titles(name: str, values: str, around: Around) -> str:
    kinds = {"way": "case.way_", "themes": "names.theme_", "age": "names.age_", "arena": "names.arena_"}
    keys = [f"{kinds[name]}{one}" for one in chosen_in(values)]
    return ", ".join(around.text(key) for key in keys if key in around.text)


def _choose_card(
    teams: Sequence[Team],
    silent: Sequence[Team],
    state: ConversationState,
    around: Around,
    carries: tuple[tuple[str, str], ...],
) -> Card:
    """Return the teams that fit, the one to go to first on top, and below them those that cannot be reached here."""
    text = around.text
    rows = tuple(
        Row(str(number), team.name, team.for_, Button(team.name, "case_team", team.id, carries=carries))
        for number, team in enumerate(teams, 1)
    )
    return Card(
        kind="case_team",
        header=(text("case.header"), text("case.step", number=1)),
        title=text("case.choose_title" if len(teams) > 1 else "case.choose_one_title"),
        intro=text("case.choose_intro" if len(teams) > 1 else "case.choose_one_intro"),
        blocks=(
            Rows(rows),
            *(Paragraph(text("case.choose_silent", team=team.name), subtle=True) for team in silent),
            *own_unit_words(_at_unit(state, around), around),
        ),
        buttons=(
            Button(text("common.back"), "case_back", submission_of(state), carries=carries),
            Button(text("common.cancel"), "case_cancel", submission_of(state)),
        ),
    )


def _fitting(profile: MunicipalityProfile, state: ConversationState) -> tuple[Team, ...]:
    """Return the teams that fit what the case is about, the one to go to first in front."""
    case = state.case
    return teams_for(profile.teams, case.age, case.arena, case.themes, role=state.profile.role)


def _at_unit(state: ConversationState, around: Around) -> list[Team]:
    """Return the teams that fit and that every unit has its own of: shown with whom to ask, never sent to."""
    profile = around.municipality(state)
    return [team for team in _fitting(profile, state) if team.takes_at_unit] if profile else []


def choose_team(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Go on with the chosen team, if it is one that fits."""
    profile, case = around.municipality(state), state.case
    if profile is None or not submission_of(state):  # step 1 is not, or only half, answered
        after = state if state.active == CASE else state.writing(CaseUnderWay(ABOUT))
        return Step(replaces=about_card(answered(state), around), state=after)
    keys = {team.id: channel_key(profile.id, team.id) for team in _fitting(profile, state) if team.takes_in_channel}
    if pressed.id not in keys:
        return Step(replaces=about_card({}, around))
    chosen = state.writing(replace(case, step=GATE, wanted=pressed.id))
    return Step(state=chosen, commands=(FindChannels(tuple(keys.values())),))


def channel_key(municipality: str, team: str) -> str:
    """Return the id a team has among the connected channels: `stjordal/komp_0_18`."""
    return f"{municipality}/{team}"


def tell_channels(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Let the person choose between teams, go on to the gate of the only one, or say, before anybody has typed a word,
    that the case would reach nobody."""
    profile = around.municipality(state)
    if profile is None or not isinstance(outcome, ChannelsAre):
        return Step(replaces=about_card({}, around))
    asked = {key: profile.team(key.partition("/")[2]) for key in outcome.asked}
    heard = [team for key, team in asked.items() if team and key in outcome.connected]
    silent = [team for key, team in asked.items() if team and key not in outcome.connected]
    question = question_in(turn.what.values) if isinstance(turn.what, Pressed) else ()
    if not heard:
        title = around.text("case.not_connected_title", team=listing([team.name for team in silent]))
        own = own_unit_words(_at_unit(state, around), around)
        card = sorry_card(title, "case.not_connected_intro", state, around, own)
        return _or_changed(card, answered(state), state, around)
    wanted = next((team for team in heard if team.id == state.case.wanted), None)
    if wanted is None and (len(asked) > 1 or _at_unit(state, around)):
        asking = state.writing(replace(state.case, wanted="", offered=tuple(team.id for team in heard)))
        return Step(replaces=_choose_card(heard, silent, state, around, question), state=asking)
    team = wanted or heard[0]
    chosen = state.writing(replace(state.case, team=channel_key(profile.id, team.id), levels=None))
    return Step(replaces=gate_card(team, dict(question), chosen, around), state=chosen)


def first_again(state: ConversationState, around: Around, pressed: Pressed) -> Step:
    """Show step 1 again, or the teams that were offered to somebody who has chosen none of them yet; a question that is
    taken along goes with either."""
    profile, case = around.municipality(state), state.case
    if profile is None or case.step == ABOUT:
        return about_again(state, around, pressed)
    teams = [team for team in _fitting(profile, state) if team.takes_in_channel]
    heard, silent = ([t for t in teams if (t.id in case.offered) is is_heard] for is_heard in (True, False))
    if not heard:
        return about_again(state, around, pressed)
    return Step(replaces=_choose_card(heard, silent, state, around, question_in(pressed.values)))


def about_theme(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """It is about a theme: say below where themes are discussed, and set the case aside if this is its first step, with
    what was chosen: it may be about one child after all."""
    shown = Step((theme_card(state, around),))
    if state.case.step != ABOUT:
        return shown
    return replace(shown, state=replace(state.in_dialog(None), case_left=CaseLeft(around.now, state.case)))
