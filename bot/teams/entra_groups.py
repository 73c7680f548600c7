"""Who is in an Entra group, by Microsoft Graph with the application permission GroupMember.Read.All."""

from __future__ import annotations

from bot.domain.entra_id import small
from bot.domain.roles import GroupsAway
from bot.teams.graph_client import GraphClient, GraphProblem
from bot.teams.place_in_teams import quoted

PER_PAGE = 999
MAX_PAGES = 10
"""Ten thousand members: a group for editors that is larger is a mistake."""


class EntraGroups:
    """Reads groups; only ids are asked for."""

    def __init__(self, graph: GraphClient) -> None:
        self._graph = graph

    async def members(self, group: str) -> frozenset[str]:
        """Return everybody in the group, also through groups in it."""
        url = f"{self._graph.url}/groups/{quoted(group)}/transitiveMembers?$select=id&$top={PER_PAGE}"
        found: set[str] = set()
        try:
            async for page in self._graph.pages(url, MAX_PAGES):
                listed = page.get("value")
                if not isinstance(listed, list):
                    raise GraphProblem("not_a_list")
                found |= {
                    small(str(one["id"])) for one in listed if isinstance(one, dict) and isinstance(one.get("id"), str)
                }
        except GraphProblem as problem:
            raise GroupsAway(problem.code) from None
        return frozenset(found)
