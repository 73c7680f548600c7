"""What the municipality has besides teams, as an outcome shows it: forums for a theme, and measures to try."""

from __future__ import annotations

from bot.content.profile import MunicipalityProfile
from bot.domain.reply import Block, Bullets, Button, Row, Rows
from dialogs.guide.contact_rows import state_of
from dialogs.guide.sitting import Sitting
from dialogs.where.forums import forum_blocks
from dialogs.where.ladder import LADDER, ladder_name, measure_line, measures_for

SHOWN = 5
"""Measures on one card; the rest is a press away."""
HIGHEST_STEP = 1
"""Of Tiltakstrappa or the catalogue, to be tried in the own service."""


def forums_for_theme(sitting: Sitting, profile: MunicipalityProfile) -> list[Block]:
    """Return where somebody in this role takes up themes and patterns; nothing when there is no such forum."""
    state, team = state_of(sitting), sitting.team
    forums = forum_blocks(profile.theme_forums(state.profile.role), state, sitting.around, "guide.forums")
    if not forums or team is None:
        return forums
    more = Button(team.name, "where_team", team.id, submits_inputs=False)
    return [*forums, Rows((Row("›", team.name, press=more),))]


def fitting_measures(sitting: Sitting, profile: MunicipalityProfile) -> list[Block]:
    """Return the measures everybody or some may get, for the theme and the age, and the way to all of them.

    What is for children with clear signs of problems, or needs a team first, is left to later levels.
    """
    if not profile.measures and LADDER not in profile.links:
        return []
    text, answers = sitting.around.text, sitting.walk.answers
    themes = answers.get("hva_har_du_sett", {}).get("tema", ())
    age = answers.get("om_barnet", {}).get("alder", "")
    fitting = [one for theme in themes for one in measures_for(profile, {"theme": theme, "age": age})]
    found = tuple({one.name: one for one in fitting if one.step <= HIGHEST_STEP}.values())[:SHOWN]
    lines = tuple(measure_line(one, profile, sitting.around) for one in found)
    name = text(ladder_name(profile))
    more = Row("›", name, text("guide.ladder_note"), press=Button(name, "where_ladder", submits_inputs=False))
    return [*([Bullets(lines, text("where.measures"))] if lines else []), Rows((more,))]
