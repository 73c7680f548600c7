"""Step 1 of a case: what it is about, so that the right team is found before anybody types about a child."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from bot.content.fact import Unknown, known
from bot.content.profile import THEMES, MunicipalityProfile
from bot.content.routing import teams_for
from bot.content.team import Arena, Team
from bot.domain.case import AGE_BANDS
from bot.domain.commands import FindChannels
from bot.domain.conversation import ConversationState
from bot.domain.outcomes import ChannelsAre, Outcome
from bot.domain.reply import (
    Box,
    Bullets,
    Button,
    Card,
    Choice,
    ChoiceInput,
    Folded,
    Paragraph,
    Row,
    Rows,
)
from bot.domain.turn import Pressed, Turn
from dialogs.cases.gate import RESUMED, gate_card
from dialogs.cases.words import listing
from dialogs.contacts import contact, contact_rows
from dialogs.dialog import Around, Step
from dialogs.guide.prefill import case_values
from dialogs.start import ask_profile, needs_profile
from dialogs.where.forums import theme_forums

NAME = "case"
CONSENT_STEPS = 5
FIELDS = ("age", "arena", "themes", "way")
WANTED = "wanted"
"""The team that was chosen among several, until it is known whether it can be reached."""


def start(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Begin a case: ask what it is about."""
    if needs_profile(state, around):
        return ask_profile(state, around, then="submit")
    return Step((about_card(case_values(state, around), around),), state.in_dialog(NAME, step="about"))


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
            Button(text("case.next"), "case_about", style="positive"),
            Button(text("case.about_theme"), "case_theme", submits_inputs=False),
            Button(text("common.cancel"), "case_cancel", submits_inputs=False),
        ),
    )


def about(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Read step 1; show it again with errors, or find the team."""
    values = {name: pressed.values.get(name, "") for name in FIELDS}
    errors = _errors(values, around)
    if errors:
        return Step(replaces=about_card(values, around, errors))
    profile = around.municipality(state)
    if profile is None:
        return ask_profile(state, around, then="submit")
    themes = tuple(theme for theme in values["themes"].split(",") if theme in THEMES)
    teams = teams_for(profile, values["age"], values["arena"], themes, role=state.profile.role)
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
        given = [one for one in values[name].split(",") if one]
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
    if values["way"] == "med_samtykke":
        return Step(replaces=_with_consent(teams, state, around), state=ended)
    anonymous = [team for team in teams if team.takes_anonymous]
    if not anonymous:
        return Step(replaces=_nobody_takes_it(teams, state, around), state=ended)
    data = {
        "step": "gate",
        "age": values["age"],
        "arena": values["arena"],
        "themes": list(themes),
        "submission": uuid.uuid4().hex,
        RESUMED: bool(state.data.get(RESUMED)),
    }
    keys = tuple(channel_key(profile.id, team.id) for team in anonymous)
    return Step(state=state.in_dialog(NAME, **data), commands=(FindChannels(keys),))


def about_again(state: ConversationState, around: Around) -> Step:
    """Show step 1 again with what was answered."""
    data = state.data
    known = {"age": data.get("age"), "arena": data.get("arena"), "way": "anonymt"}
    values = {name: str(value or "") for name, value in known.items()} | {"themes": ",".join(data.get("themes", ()))}
    return Step(replaces=about_card(values, around), state=state.in_dialog(NAME, step="about"))


def _choose_card(teams: Sequence[Team], silent: Sequence[Team], around: Around) -> Card:
    """Return the teams that fit, the one to go to first on top, and below them those that cannot be reached here."""
    text = around.text
    rows = tuple(
        Row(str(number), team.name, team.for_, Button(team.name, "case_team", team.id))
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
        ),
        buttons=(
            Button(text("common.back"), "case_back"),
            Button(text("common.cancel"), "case_cancel"),
        ),
    )


def choose_team(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Go on with the chosen team, if it is one that fits."""
    profile, data = around.municipality(state), state.data
    if state.active != NAME or profile is None or "age" not in data:
        return Step(replaces=about_card({}, around), state=state.in_dialog(NAME, step="about"))
    fitting = teams_for(profile, str(data["age"]), str(data["arena"]), tuple(data["themes"]), role=state.profile.role)
    keys = {team.id: channel_key(profile.id, team.id) for team in fitting if team.takes_anonymous}
    if pressed.id not in keys:
        return Step(replaces=about_card({}, around))
    chosen = state.in_dialog(NAME, **{**data, "step": "gate", WANTED: pressed.id})
    return Step(state=chosen, commands=(FindChannels(tuple(keys.values())),))


def _nobody_takes_it(teams: Sequence[Team], state: ConversationState, around: Around) -> Card:
    if not teams:
        return _sorry(around.text("case.no_team_title"), "case.no_team_intro", state, around)
    title = around.text("case.not_anonymous_title", team=teams[0].name)
    key = "case.not_anonymous_intro" if isinstance(teams[0].ways_in, tuple) else "case.way_unknown"
    return _sorry(title, key, state, around)


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
    if not heard:
        title = around.text("case.not_connected_title", team=listing([team.name for team in silent]))
        return Step(replaces=_sorry(title, "case.not_connected_intro", state, around), state=state.in_dialog(None))
    wanted = next((team for team in heard if team.id == state.data.get(WANTED)), None)
    if wanted is None and len(asked) > 1:
        return Step(replaces=_choose_card(heard, silent, around), state=with_data(state, **{WANTED: ""}))
    team = wanted or heard[0]
    chosen = with_data(state, team=team.id, levels=None)
    return Step(replaces=gate_card(team, {}, chosen, around), state=chosen)


def about_theme(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """It is about a theme: say where themes are discussed, and end the case if this is its first step."""
    if state.active == NAME and state.data.get("step") == "about":
        return Step(replaces=theme_card(state, around), state=state.in_dialog(None))
    return Step((theme_card(state, around),))


def _sorry(title: str, key: str, state: ConversationState, around: Around) -> Card:
    """Say what cannot be done and whom to ask instead."""
    profile = around.municipality(state)
    keys = (profile.dont_know_contact, "barnevern_mottak") if profile else ("barnevern_mottak",)
    one = contact(keys[0], state, around)
    return Card(
        kind="case_other_way",
        header=(around.text("case.header"), ""),
        title=title,
        intro=around.text(key, who=one.name if one else around.text("common.your_municipality")),
        blocks=(
            Rows(contact_rows(keys, state, around)),
            Paragraph(around.text("case.not_connected_after"), subtle=True),
        ),
        buttons=(
            Button(around.text("start.where"), "menu_where"),
            Button(around.text("start.worried"), "menu_worried"),
        ),
    )


def _with_consent(teams: Sequence[Team], state: ConversationState, around: Around) -> Card:
    """Return the way with consent: to a team that takes such cases, or why there is none. Never the channel."""
    willing = next((team for team in teams if team.takes_with_consent), None)
    if willing is None and teams and teams[0].takes_anonymous:
        title = around.text("case.only_anonymous_title", team=teams[0].name)
        return _sorry(title, "case.only_anonymous_intro", state, around)
    return consent_card(willing or (teams[0] if teams else None), state, around)


def consent_card(team: Team | None, state: ConversationState, around: Around) -> Card:
    """Return the check-list of the way with consent; nothing of it ever goes to the channel (contradiction 3)."""
    text = around.text
    form = known(team.secure_form) if team else None
    link = (Button(text("case.consent_open"), "", url=form, style="positive"),) if form and _is_link(form) else ()
    first = team.first_note if team and team.first_note else ""
    steps = Bullets(tuple(text(f"case.consent_{number}") for number in range(1, CONSENT_STEPS + 1)), numbered=True)
    return Card(
        kind="case_consent",
        header=(text("case.header"), ""),
        title=text("case.consent_title_team", team=team.name) if team else text("case.consent_title"),
        intro=text("case.consent_intro"),
        blocks=(
            steps,
            *((Paragraph(first, subtle=True),) if first else ()),
            Box((Paragraph(_where_with_consent(team, form, state, around)),), "emphasis"),
            Folded(text("case.consent_template"), (Paragraph(text("case.consent_template_text")),)),
        ),
        buttons=(
            *link,
            Button(text("case.consent_who"), "article", "samtykke-krav"),
            Button(text("case.header"), "menu_submit"),
        ),
    )


def _where_with_consent(team: Team | None, form: str | None, state: ConversationState, around: Around) -> str:
    """Say which secure form is used; when the municipality has not filled it in, what to do until then."""
    text = around.text
    if form:
        return text("case.consent_form", form=form)
    profile = around.municipality(state)
    who = contact(profile.dont_know_contact, state, around) if profile else None
    said = text("case.consent_form_unknown", who=who.name if who else text("common.your_municipality"))
    until_then = team.secure_form.until_then if team and isinstance(team.secure_form, Unknown) else None
    return f"{said} {until_then}" if until_then else said


def _is_link(form: str) -> bool:
    return form.startswith("https://")


def theme_card(state: ConversationState, around: Around) -> Card:
    """Return where a theme without one child is discussed (V34, V100, M53)."""
    text = around.text
    profile = around.municipality(state)
    found = profile.theme_forums(state.profile.role) if profile else ()
    who = contact(profile.dont_know_contact, state, around) if profile else None
    intro = (
        text("case.theme_intro", where=found[0].name)
        if found
        else text("case.theme_none", who=who.name if who else text("common.your_municipality"))
    )
    return Card(
        kind="case_theme",
        header=(text("case.header"), ""),
        title=text("case.theme_title"),
        intro=intro,
        blocks=theme_forums(found, state, around),
        buttons=(Button(text("start.where"), "menu_where"), Button(text("case.theme_not"), "menu_submit")),
    )


def with_data(state: ConversationState, **changes: object) -> ConversationState:
    """Return the state with changed data of the case under way."""
    return replace(state, data={**state.data, **changes})
