"""The cards of the search, its result, the map of forums and the catalogue of measures."""

from __future__ import annotations

from collections.abc import Mapping

from bot.content.profile import THEMES, MunicipalityProfile
from bot.domain.case import AGE_BANDS
from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Box, Bullets, Button, Card, Choice, ChoiceInput, Folded, Paragraph, Row, Rows
from dialogs.contacts import contact_rows
from dialogs.dialog import Around
from dialogs.where.finding import CONTROL_THEME, DANGER_THEMES, Found, Wanted
from dialogs.where.forums import forum_blocks, routines
from dialogs.where.ladder import ladder_name, measure_line
from dialogs.where.place_cards import footnote, way_back

ARENAS = ("barnehage", "skole", "videregaende", "hjemme", "annet")
ARTICLES = {
    "sprak": "bek-sprak",
    "fravaer": "bek-skolefravar",
    "psykisk_helse": "bek-psykisk-helse",
    "rus": "bek-rus-ungdom",
    "hjemmeforhold": "bek-omsorgssvikt",
    "spiseforstyrrelse": "bek-spiseforstyrrelse",
    "vold": "vold-mistanke",
    "omsorg": "bek-omsorgssvikt",
    "sosial_kontroll": "bek-sosial-kontroll",
    "okonomi": "bek-okonomi",
    "utenforskap": "bek-utenforskap",
    "mobbing": "bek-mobbing",
    "flukt": "bek-flukt-traumer",
    "atferd": "bek-atferd",
    "laering": "bek-larevansker",
    "fysisk_helse": "bek-overvekt",
    "kriminalitet": "bek-kriminalitet",
    "funksjonsnedsettelse": "bek-funksjonsnedsettelse",
}
"""Theme → the article about it."""


def search_card(
    profile: MunicipalityProfile, around: Around, values: Mapping[str, str] | None = None, error: str = ""
) -> Card:
    """Return the search with what was chosen."""
    text, before = around.text, values or {}
    themes = tuple(Choice(one, text(f"names.theme_{one}")) for one in THEMES)
    arenas = tuple(Choice(one, text(f"names.arena_{one}")) for one in ARENAS)
    return Card(
        kind="where",
        header=(text("where.header", municipality=profile.name), ""),
        title=text("where.title"),
        intro=text("where.intro", municipality=profile.name),
        blocks=(
            ChoiceInput("theme", text("where.theme"), themes, before.get("theme", ""), False, True, True, error),
            ChoiceInput("age", text("where.age"), _ages(around), before.get("age", ""), compact=True),
            ChoiceInput("arena", text("where.arena"), arenas, before.get("arena", ""), compact=True),
        ),
        buttons=(
            Button(text("where.show"), "where_show", style="positive"),
            Button(text("where.map"), "where_map", submits_inputs=False),
            Button(text(ladder_name(profile)), "where_ladder", submits_inputs=False),
        ),
    )


def result_card(
    wanted: Wanted, found: Found, profile: MunicipalityProfile, state: ConversationState, around: Around
) -> Card:
    """Return who can help, danger first; every team and service is a row that opens its card."""
    text = around.text
    theme = text(f"names.theme_{wanted.theme}")
    return Card(
        kind="where_result",
        header=(text("where.header", municipality=profile.name), ""),
        title=text("where.result_title", theme=theme),
        intro=text("where.result_intro"),
        blocks=(
            *_danger(wanted, state, around),
            *_places(wanted, found, profile, around),
            *_measures(found, profile, around),
            *_ask_instead(profile, state, around),
        ),
        buttons=(*_buttons(wanted, found, around), *way_back(state, around)),
        footnote=footnote(profile, (profile.plan.source,), around),
    )


def _danger(wanted: Wanted, state: ConversationState, around: Around) -> list[Block]:
    text = around.text
    if wanted.theme == CONTROL_THEME:
        rows = contact_rows(("kompetanseteamet_sosial_kontroll", "barnevern_mottak", "nodnummer"), state, around)
        return [Box((Paragraph(text("where.danger_control"), strong=True),), "attention"), Rows(rows, "attention")]
    if wanted.theme in DANGER_THEMES:
        rows = contact_rows(("nodnummer", "barnevern_mottak", "barnevernvakt"), state, around)
        return [Box((Paragraph(text("where.danger"), strong=True),), "attention"), Rows(rows, "attention")]
    return []


def _places(wanted: Wanted, found: Found, profile: MunicipalityProfile, around: Around) -> list[Block]:
    """Return teams and services as rows. Teams are left out where the matter must be reported, not discussed."""
    text = around.text
    blocks: list[Block] = []
    if wanted.theme not in (*DANGER_THEMES, CONTROL_THEME):
        if found.by_age:
            blocks.append(ChoiceInput("age", text("where.ask_age"), _ages(around), compact=True))
        if found.teams:
            rows = tuple(
                Row(str(number), team.name, team.for_, Button(team.name, "where_team", team.id))
                for number, team in enumerate(found.teams, 1)
            )
            blocks += [Paragraph(text("where.teams"), strong=True), Rows(rows)]
        else:
            blocks.append(Paragraph(text("where.no_team", municipality=profile.name), subtle=True))
    if found.services:
        first = len(found.teams) + 1 if blocks else 1
        rows = tuple(
            Row(
                str(number), service.name, service.they_do, Button(service.name, "where_service", f"{key}.{wanted.age}")
            )
            for number, (key, service) in enumerate(found.services.items(), first)
        )
        blocks += [Paragraph(text("where.services"), strong=True), Rows(rows)]
    return blocks


def _ages(around: Around) -> tuple[Choice, ...]:
    return tuple(Choice(one, around.text(f"names.age_{one}")) for one in AGE_BANDS)


def _measures(found: Found, profile: MunicipalityProfile, around: Around) -> list[Block]:
    lines = tuple(measure_line(one, profile, around) for one in found.measures.values())
    return [Bullets(lines, around.text("where.measures"))] if lines else []


def _ask_instead(profile: MunicipalityProfile, state: ConversationState, around: Around) -> list[Block]:
    rows = contact_rows((profile.dont_know_contact,), state, around)
    return [Paragraph(around.text("where.ask_instead"), strong=True), Rows(rows, "emphasis")] if rows else []


def _buttons(wanted: Wanted, found: Found, around: Around) -> list[Button]:
    text = around.text
    asks = found.by_age and wanted.theme not in (*DANGER_THEMES, CONTROL_THEME)
    buttons = [
        *((Button(text("where.show"), "where_show", wanted.theme),) if asks else ()),
        Button(text("where.worried"), "guide_start", style="positive", submits_inputs=False),
        Button(text("where.new_search"), "where_start", submits_inputs=False),
    ]
    slug = ARTICLES.get(wanted.theme)
    if slug and slug in around.knowledge.articles:
        buttons.append(Button(text("where.read_more"), "article", slug, submits_inputs=False))
    return buttons


def map_card(profile: MunicipalityProfile, state: ConversationState, around: Around) -> Card:
    """Return the municipality's forums and teams, and when to use which."""
    text = around.text
    child = [
        Row("", team.name, team.for_, Button(team.name, "where_team", team.id))
        for team in profile.teams
        if "enkeltsak" in team.purpose or "koordinering" in team.purpose
    ]
    return Card(
        kind="where_map",
        header=(text("where.header", municipality=profile.name), ""),
        title=text("where.map_title", municipality=profile.name),
        intro=text("where.map_intro"),
        blocks=(
            Paragraph(text("where.map_child"), strong=True),
            Rows(tuple(child)),
            *forum_blocks(profile.theme_forums(), state, around),
            *_year(profile, around),
            *routines(profile, around),
        ),
        buttons=(Button(text("where.new_search"), "where_start", submits_inputs=False),),
        footnote=footnote(profile, (profile.plan.source,), around),
    )


def _year(profile: MunicipalityProfile, around: Around) -> list[Block]:
    """Return the wheel of the year, folded: leaders look for it, others do not."""
    lines = tuple(f"**{one.name}**: {one.how_often}" for one in profile.year.values())
    return [Folded(around.text("where.year"), (Bullets(lines),))] if lines else []
