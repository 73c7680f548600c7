"""What `doctor` says about Entra and Microsoft Graph: whether the bot is let in, the SharePoint library and the Entra
groups of the settings, and the owners of connected channels."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping

from bot.cli.outbox import meaning_of
from bot.content.versions import EDITABLE
from bot.domain.document_library import LibraryError
from bot.domain.roles import ADMIN, GroupsAway
from bot.domain.turn import Place
from bot.settings import Settings
from bot.teams.edge import open_graph, open_owners, token_problem
from bot.teams.entra_groups import EntraGroups
from bot.teams.graph_client import GraphClient
from bot.teams.sharepoint import SharePointLibrary
from bot.teams.teams_settings import TeamsSettings
from bot.turns.document_library_mirror import Mirror

SECONDS = 60
WHY = {
    "403": "Appen mangler tillatelse: {permission}.",
    "404": "Id-en finnes ikke, eller appen har ikke tilgang til den.",
    "401": "Entra kjenner ikke appen. Se på app-id, tenant og hemmelighet.",
}
Said = tuple[str, str]
"""`god`, `se` or `feil`, and the words."""


async def about_graph(settings: Settings, teams: TeamsSettings) -> AsyncIterator[Said]:
    """Yield what is to be said; nothing when neither a library nor a group is named."""
    rules = settings.role_rules()
    groups = sorted({rule.group for rule in rules if rule.group})
    if not (settings.sharepoint_drive or groups):
        return
    if not any(rule.role == ADMIN and rule.person for rule in rules):
        yield "se", "Ingen administrator står med egen id (VEILEDEREN_ADMINS). Er Entra borte, har ingen rollen."
    async with open_graph(teams) as graph:
        for group in groups:
            yield await _about_group(group, graph)
        if settings.sharepoint_drive:
            yield await _about_library(settings, graph)


async def about_sign_in(teams: TeamsSettings) -> AsyncIterator[Said]:
    """Yield whether Entra gives the bot the token it sends with; nothing when it lacks what to ask with."""
    if teams.development or not (teams.app_id and teams.tenant and (teams.client_secret or teams.certificate_key)):
        return
    if problem := await token_problem(teams):
        yield "feil", f"Ingenting kan sendes: Entra gir ikke boten nøkkel ({problem}). {meaning_of(problem)}"
    else:
        yield "god", "Entra gir boten nøkkel til Teams: app-id, tenant og hemmelighet stemmer."


async def about_owners(channels: Mapping[str, Place], teams: TeamsSettings) -> AsyncIterator[Said]:
    """Yield, for each connected channel by its team's name, whether the bot may see who owns it."""
    async with open_owners(teams) as owners:
        for team, place in channels.items():
            try:
                await owners.owns(place, "")
            except GroupsAway as away:
                why = _why(away.code.partition(":")[0], "ChannelMember.Read.Group i dette teamet")
                yield "se", f"Eierne av kanalen til {team} kan ikke leses ({away.code}). {why}".rstrip()
            else:
                yield "god", f"Eierne av kanalen til {team} kan leses, så de kan koble den til på nytt."


async def _about_group(group: str, graph: GraphClient) -> Said:
    try:
        async with asyncio.timeout(SECONDS):
            members = await EntraGroups(graph).members(group)
    except (GroupsAway, TimeoutError) as error:
        code = error.code if isinstance(error, GroupsAway) else "timeout"
        return "feil", f"Entra-gruppa {group} kan ikke leses ({code}). {_why(code, 'GroupMember.Read.All')}".rstrip()
    if not members:
        return "se", f"Entra-gruppa {group} har ingen medlemmer."
    return "god", f"Entra-gruppa {group} kan leses ({len(members)} medlemmer)."


async def _about_library(settings: Settings, graph: GraphClient) -> Said:
    try:
        async with asyncio.timeout(SECONDS):
            look = await SharePointLibrary(graph, settings.sharepoint_drive).look("")
    except (LibraryError, TimeoutError) as error:
        code = error.code if isinstance(error, LibraryError) else "timeout"
        return "feil", f"SharePoint-biblioteket kan ikke leses ({code}). {_why(code, 'Sites.Selected')}".rstrip()
    files = Mirror().after(look).files(settings.sharepoint_folder)
    known = [path for path, _ in files.values() if path.startswith(EDITABLE)]
    if not known:
        wanted = ", ".join(folder.rstrip("/") for folder in EDITABLE[:3])
        return "se", f"SharePoint-biblioteket kan leses, men mappa har ingen kunnskapsfiler ({wanted} …)."
    return "god", f"SharePoint-biblioteket kan leses ({len(known)} kunnskapsfiler)."


def _why(code: str, permission: str) -> str:
    return WHY.get(code, "").format(permission=permission)
