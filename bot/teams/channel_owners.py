"""Who owns a channel, by Microsoft Graph with the resource-specific permission ChannelMember.Read.Group.

The channel's own list of members tells it for every kind of channel: in a standard one the owners are the team's, a
private or shared one has its own. Read 2026-11: learn.microsoft.com/graph/api/channel-list-members and Microsoft's
page about apps in shared and private channels («use channel-specific membership APIs»).
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.domain.entra_id import small
from bot.domain.roles import GroupsAway
from bot.domain.sending import SendError
from bot.domain.turn import Place
from bot.teams.connector import Connector
from bot.teams.graph_client import GraphClient, GraphProblem
from bot.teams.place_in_teams import channel_of, quoted
from bot.teams.team_group import group_of

SECONDS = 3.0
"""A person waits for the answer, and Teams shows an error on a button after some five seconds."""
MAX_PAGES = 250
"""The largest team has 25 000 members, and a page a hundred; the time above ends it before."""


class ChannelOwners:
    """Looks one person up in the list of members of a channel. Only ids and roles are looked at."""

    def __init__(self, connector: Connector, graph: GraphClient, seconds: float = SECONDS) -> None:
        self._connector = connector
        self._graph = graph
        self._seconds = seconds

    async def owns(self, channel: Place, person_id: str) -> bool:
        """Tell whether the person is an owner of the channel. Raises GroupsAway."""
        try:
            async with asyncio.timeout(self._seconds):
                return await self._look(channel, person_id)
        except TimeoutError:
            raise GroupsAway("timeout") from None
        except (GraphProblem, SendError) as problem:
            raise GroupsAway(problem.code) from None

    async def _look(self, channel: Place, person_id: str) -> bool:
        group = await group_of(self._connector, channel)
        url = f"{self._graph.url}/teams/{quoted(group)}/channels/{quoted(channel_of(channel))}/members"
        async for page in self._graph.pages(url, MAX_PAGES):
            listed = page.get("value")
            if not isinstance(listed, list):
                raise GraphProblem("not_a_list")
            found = next((one for one in listed if _is(one, person_id)), None)
            if found is not None:
                return _is_owner(found, channel.reference.get("tenant_id", ""))
        return False


def _is(member: Any, person_id: str) -> bool:
    user = member.get("userId") if isinstance(member, dict) else None
    return isinstance(user, str) and bool(person_id) and small(user) == person_id


def _is_owner(member: Mapping[str, Any], tenant: str) -> bool:
    """Tell whether the member has the role of an owner. Somebody from another tenant never has it here."""
    roles, home = member.get("roles"), member.get("tenantId")
    return (
        isinstance(roles, list) and "owner" in roles and (not home or not tenant or small(str(home)) == small(tenant))
    )
