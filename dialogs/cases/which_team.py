"""A consultation team by its key among the connected channels, `stjordal/komp_0_18`."""

from __future__ import annotations

from bot.content.knowledge import Knowledge
from bot.content.team import Team
from bot.domain.month_report import gets_figures
from bot.usecases.monthly_meeting import is_reminded


def name_of_team(key: str, knowledge: Knowledge) -> str:
    """Return the display name of a team by its key, `stjordal/komp_0_18`; or what a channel without cases gets."""
    if gets_figures(key):
        profile = knowledge.profiles.get(gets_figures(key))
        return (
            knowledge.texts("figures.channel", municipality=profile.name)
            if profile
            else knowledge.texts("team.no_name")
        )
    if reminded := is_reminded(key):
        return knowledge.texts("team.monthly_channel", team=name_of_team(reminded, knowledge))
    team = team_by_key(key, knowledge)
    return team.name if team else knowledge.texts("team.no_name")


def team_by_key(key: str, knowledge: Knowledge) -> Team | None:
    """Return the team as its municipality describes it; None when it is not described any more."""
    municipality, _, team_id = key.partition("/")
    profile = knowledge.profiles.get(municipality)
    return profile.team(team_id) if profile else None
