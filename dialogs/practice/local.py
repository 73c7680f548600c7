"""What a chapter shows of the person's own municipality: its measures, its teams and services, all from its profile.

What nobody has told says so; nothing is taken from another municipality.
"""

from __future__ import annotations

from bot.content.course import Chapter
from bot.content.fact import Unknown
from bot.content.profile import MunicipalityProfile
from bot.content.routing import WORKS_IN
from bot.content.team import Team
from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Bullets, Button, Paragraph, Row, Rows
from dialogs.contacts import contact_rows
from dialogs.dialog import Around
from dialogs.where.ladder import ladder_name, measure_line, measures_for

SHOWN = 5
"""Teams, services and measures of one card; the rest is a press away."""


def local_blocks(chapter: Chapter, state: ConversationState, around: Around) -> list[Block]:
    """Return what the chapter shows of the municipality."""
    if chapter.shows is None:
        return []
    profile = around.municipality(state)
    if profile is None:
        return [Paragraph(around.text("practice.no_municipality"))]
    if chapter.shows == "ladder":
        return _ladder(profile, around)
    return [*_teams(profile, state, around), *_services(profile, around), *_door_in(profile, state, around)]


def _ladder(profile: MunicipalityProfile, around: Around) -> list[Block]:
    text = around.text
    lines = tuple(measure_line(one, profile, around) for one in measures_for(profile, {})[:SHOWN])
    name = text(ladder_name(profile))
    found: Block = Bullets(lines, text("where.measures")) if lines else _not_told("where.no_measures", profile, around)
    return [found, Rows((Row("›", name, text("practice.ladder_note"), Button(name, "where_ladder")),))]


def _teams(profile: MunicipalityProfile, state: ConversationState, around: Around) -> list[Block]:
    text = around.text
    arena = next(iter(WORKS_IN.get(state.profile.role or "", ())), None)
    fitting = [one for one in profile.teams if _is_near(one, arena, state.profile.role)]
    shown = sorted(fitting, key=lambda one: arena not in one.arenas)[:SHOWN]
    rows = [Row("›", one.name, one.for_, Button(one.name, "where_team", one.id)) for one in shown]
    rows.append(Row("›", text("where.map"), press=Button(text("where.map"), "where_map")))
    found: Block = Rows(tuple(rows)) if shown else _not_told("practice.no_teams", profile, around)
    missing = any(_is_unfinished(one) for one in shown)
    note = [Paragraph(text("practice.team_unknown"), subtle=True)] if missing else []
    return [Paragraph(text("practice.teams"), strong=True), found, *note]


def _is_near(team: Team, arena: str | None, role: str | None) -> bool:
    return (not arena or not team.arenas or arena in team.arenas) and (not team.roles or role in team.roles)


def _is_unfinished(team: Team) -> bool:
    """Tell whether the municipality has not told how to get to the team, what must be done first, or when it meets."""
    meets = team.meets
    told = (team.ways_in, team.must_be_done_first, *((meets.rhythm, meets.weekday_and_time) if meets else ()))
    return any(isinstance(one, Unknown) for one in told)


def _services(profile: MunicipalityProfile, around: Around) -> list[Block]:
    text = around.text
    rows = tuple(
        Row("›", one.name, one.they_do, Button(one.name, "where_service", key))
        for key, one in list(profile.services.items())[:SHOWN]
    )
    found: Block = Rows(rows) if rows else _not_told("practice.no_services", profile, around)
    return [Paragraph(text("practice.services"), strong=True), found]


def _door_in(profile: MunicipalityProfile, state: ConversationState, around: Around) -> list[Block]:
    rows = contact_rows((profile.dont_know_contact,), state, around)
    return [Paragraph(around.text("practice.door_in"), strong=True), Rows(rows)] if rows else []


def _not_told(key: str, profile: MunicipalityProfile, around: Around) -> Paragraph:
    return Paragraph(around.text(key, municipality=profile.name), subtle=True)
