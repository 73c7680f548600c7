"""Tiltakstrappa, or the catalogue of measures: searched by step, theme and age. Says what is not filled in.

The links may be dead or behind a login; each says what to do then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.content.fact import known
from bot.content.profile import Measure, MunicipalityProfile
from bot.domain.case import AGE_BANDS
from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Bullets, Button, Card, Choice, ChoiceInput, Paragraph, Row, Rows
from dialogs.dialog import Around
from dialogs.where.place_cards import footnote, way_back

LADDER = "tiltakstrappa"
STEPS = ("0", "1", "2", "3")
PROCEDURES = ("fravaer", "psykisk_helse", "rus", "hjemmeforhold", "okonomi", "spiseforstyrrelse", "utenforskap")
"""The seven themes that Tiltakstrappa has procedures for (row V87)."""


def ladder_name(profile: MunicipalityProfile) -> str:
    """Return the key of what the catalogue is called here."""
    return "where.ladder" if LADDER in profile.links else "where.ladder_other"


def ladder_card(
    profile: MunicipalityProfile, state: ConversationState, around: Around, chosen: Mapping[str, str] | None = None
) -> Card:
    """Return the catalogue, narrowed to what was chosen; all of it when nothing was."""
    text, wanted = around.text, dict(chosen or {})
    is_ladder = LADDER in profile.links
    title = text("where.ladder_title_stjordal") if is_ladder else text("where.ladder_title", municipality=profile.name)
    return Card(
        kind="where_ladder",
        header=(text("where.header", municipality=profile.name), ""),
        title=title,
        intro=text("where.ladder_intro" if is_ladder else "where.ladder_intro_other"),
        blocks=(
            *_fields(wanted, profile, around),
            *_found(wanted, profile, around),
            *_procedures(is_ladder, around),
            *_links(profile, around),
        ),
        buttons=(*_buttons(wanted, profile, around), *way_back(state, around)),
        footnote=footnote(profile, (profile.plan.source,), around),
    )


def measures_for(profile: MunicipalityProfile, wanted: Mapping[str, str]) -> Sequence[Measure]:
    """Return the measures on that step, for that theme and age, the lowest step first."""
    step, theme, age = (wanted.get(name, "") for name in ("step", "theme", "age"))
    fitting = [
        one
        for one in profile.measures.values()
        if (step not in STEPS or one.step == int(step))
        and (not theme or theme in one.themes)
        and (age not in AGE_BANDS or one.age.fits(age) != "no")
    ]
    return sorted(fitting, key=lambda one: one.step)


def measure_line(one: Measure, profile: MunicipalityProfile, around: Around) -> str:
    """Return one measure: with its step in Tiltakstrappa, or its colour where there is no such ladder."""
    if LADDER in profile.links:
        return around.text("where.measure_row", step=one.step, name=one.name, what=one.what)
    return f"**{one.name}** ({around.text(f'where.colour_{one.step}')}): {one.what}"


def _fields(wanted: Mapping[str, str], profile: MunicipalityProfile, around: Around) -> list[Block]:
    text = around.text
    scale = "ladder_step" if LADDER in profile.links else "ladder_colour"
    steps = tuple(Choice(one, text(f"where.{scale}_{one}")) for one in STEPS)
    themes = tuple(Choice(one, text(f"names.theme_{one}")) for one in _themes(profile))
    ages = tuple(Choice(one, text(f"names.age_{one}")) for one in AGE_BANDS)
    return [
        ChoiceInput("step", text(f"where.{scale}"), steps, wanted.get("step", ""), compact=True),
        ChoiceInput("theme", text("where.theme"), themes, wanted.get("theme", ""), compact=True),
        ChoiceInput("age", text("where.age"), ages, wanted.get("age", ""), compact=True),
    ]


def _themes(profile: MunicipalityProfile) -> Sequence[str]:
    """Return the procedures' themes first, then what the municipality's own measures are about."""
    own = [theme for one in profile.measures.values() for theme in one.themes]
    return tuple(dict.fromkeys((*PROCEDURES, *own)))


def _found(wanted: Mapping[str, str], profile: MunicipalityProfile, around: Around) -> list[Block]:
    text = around.text
    lines = tuple(measure_line(one, profile, around) for one in measures_for(profile, wanted))
    if lines:
        return [Bullets(lines, text("where.measures"))]
    is_narrowed = bool(profile.measures) and any(wanted.values())
    return [Paragraph(text("where.no_such_measure" if is_narrowed else "where.no_measures", municipality=profile.name))]


def _procedures(is_ladder: bool, around: Around) -> list[Block]:
    if not is_ladder:
        return []
    text = around.text
    rows = tuple(
        Row("›", text(f"names.theme_{one}"), press=Button(text(f"names.theme_{one}"), "where_ladder_show", one))
        for one in PROCEDURES
    )
    return [Paragraph(text("where.ladder_themes"), strong=True), Rows(rows)]


def _links(profile: MunicipalityProfile, around: Around) -> list[Block]:
    text = around.text
    links = [profile.links[LADDER]] if LADDER in profile.links else []
    lines = [text("where.link_dead", if_dead=link.if_dead) for link in links]
    lines += [text("where.link_login") for link in links if link.login]
    return [Paragraph(line, subtle=True) for line in lines]


def _buttons(wanted: Mapping[str, str], profile: MunicipalityProfile, around: Around) -> list[Button]:
    text = around.text
    buttons = [Button(text("where.ladder_search"), "where_ladder_show", style="positive")]
    if wanted.get("theme"):
        buttons.append(Button(text("where.show"), "where_show", wanted["theme"]))
    url = known(profile.links[LADDER].url) if LADDER in profile.links else None
    if url:
        buttons.append(Button(text("where.open_link"), "where_link", url=url))
    return [*buttons, Button(text("where.new_search"), "where_start", submits_inputs=False)]
