"""The Entra group behind a team, which Graph calls the team's id. Must not know what it is wanted for."""

from __future__ import annotations

from bot.domain.sending import CannotLook
from bot.domain.turn import Place
from bot.teams.connector import Connector
from bot.teams.place_in_teams import quoted, service_url


async def group_of(connector: Connector, place: Place) -> str:
    """Return the group as the place tells it (channelData.team.aadGroupId) or as Teams does. Raises SendError."""
    if group := place.reference.get("group_id"):
        return group
    if not place.teams_team_id:
        raise CannotLook("no_team")
    team = await connector.call("GET", service_url(place), f"v3/teams/{quoted(place.teams_team_id)}")
    group = team.get("aadGroupId")
    if not isinstance(group, str) or not group:
        raise CannotLook("no_group")
    return group
