"""Where somebody goes from step 1 of a case when the team's channel is not the way: with consent, with a theme, or to
somebody else because no team takes it. Nothing here ever reaches a channel.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.fact import Unknown, known
from bot.content.team import Team
from bot.domain.conversation import ConversationState
from bot.domain.reply import (
    Box,
    Bullets,
    Button,
    Card,
    Folded,
    Line,
    Paragraph,
    Rows,
)
from bot.domain.turn import Pressed, Turn
from dialogs.contacts import contact, contact_rows
from dialogs.dialog import Around, Step
from dialogs.where.forums import forum_blocks

CONSENT = "samtykke-krav"
"""The article that every way with consent leads on to."""
CONSENT_STEPS = 5


def nobody_takes_it(teams: Sequence[Team], state: ConversationState, around: Around) -> Card:
    """Say that no team takes an anonymous case of this kind, and whom to ask."""
    if not teams:
        return sorry_card(around.text("case.no_team_title"), "case.no_team_intro", state, around)
    own = [team for team in teams if team.takes_at_unit]
    if own:
        title, said = around.text("case.own_unit_title", team=own[0].name), own_unit_words(own, around)
        return sorry_card(title, "case.own_unit_intro", state, around, said)
    is_known = isinstance(teams[0].ways_in, tuple)
    title = around.text("case.not_anonymous_title" if is_known else "case.way_unknown_title", team=teams[0].name)
    return sorry_card(title, "case.not_anonymous_intro" if is_known else "case.way_unknown", state, around)


def own_unit_words(teams: Sequence[Team], around: Around) -> tuple[Paragraph, ...]:
    """Return whom to ask about each team that every unit has its own of, in the words of the plan."""
    said = (around.text("case.own_unit", team=team.name, ask=team.whom_to_ask) for team in teams)
    return tuple(Paragraph(one) for one in said)


def sorry_card(
    title: str,
    key: str,
    state: ConversationState,
    around: Around,
    further: Sequence[Paragraph] = (),
    after: str = "",
) -> Card:
    """Say what cannot be done and whom to ask instead; `after`: what became of what is written, where anything is."""
    profile = around.municipality(state)
    keys = (profile.dont_know_contact, "barnevern_mottak") if profile else ("barnevern_mottak",)
    one = contact(keys[0], state, around)
    return Card(
        kind="case_other_way",
        header=(around.text("case.header"), ""),
        title=title,
        intro=around.text(key, who=one.name if one else around.text("common.your_municipality")),
        blocks=(
            *further,
            Rows(contact_rows(keys, state, around)),
            Paragraph(after or around.text("case.not_connected_after"), subtle=True),
        ),
        buttons=(
            Button(around.text("start.where"), "menu_where"),
            Button(around.text("start.worried"), "menu_worried"),
        ),
    )


def with_consent(teams: Sequence[Team], state: ConversationState, around: Around) -> Card:
    """Return the way with consent: to a team that takes such cases, or why there is none. Never the channel."""
    willing = next((team for team in teams if team.takes_with_consent), None)
    if willing is None and teams and teams[0].takes_anonymous:
        title = around.text("case.only_anonymous_title", team=teams[0].name)
        return sorry_card(title, "case.only_anonymous_intro", state, around)
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
            Button(text("case.consent_who"), "article", CONSENT),
            *((Button(text("guide.team_more"), "where_team", team.id, submits_inputs=False),) if team else ()),
            Button(text("case.header"), "menu_submit"),
        ),
    )


def consent_form(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Say where the secure form of a team is, and the words a consent may have, to who looks for «skjemaet» below the
    way with consent. The form of a report is another one."""
    text, profile = around.text, around.municipality(state)
    team = profile.team(pressed.id) if profile else None
    form = known(team.secure_form) if team else None
    link = (Button(text("case.consent_open"), "", url=form),) if form and _is_link(form) else ()
    where = Line(_where_with_consent(team, form, state, around), link)
    return Step((where, Line(text("case.consent_words", template=text("case.consent_template_text")))))


def consent_meant(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Say in plainer words what the way with consent is, to who does not follow."""
    text, profile = around.text, around.municipality(state)
    team = profile.team(pressed.id) if profile else None
    where = _where_with_consent(team, known(team.secure_form) if team else None, state, around)
    ways = (Button(text("case.consent_who"), "article", CONSENT), Button(text("case.header"), "menu_submit"))
    return Step((Line(text("case.consent_meant", where=where), ways),))


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
        blocks=forum_blocks(found, state, around),
        buttons=(Button(text("start.where"), "menu_where"), Button(text("case.theme_not"), "menu_submit")),
    )
