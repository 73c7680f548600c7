"""The way out to Teams: send, update, delete, look, roster, 1:1 chats. Must not know cases or dialogs."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.case import Member
from bot.domain.entra_id import small
from bot.domain.reply import Line, Reply
from bot.domain.sending import Ambiguous, CannotLook, Gone, Refused, SendError, TryLater
from bot.domain.turn import Place, PlaceKind
from bot.teams.card_text import clean_line
from bot.teams.connector import Connector
from bot.teams.graph import ChannelReader
from bot.teams.mentions import People
from bot.teams.place_in_teams import channel_of, conversation_with, quoted, root_of, service_url
from bot.teams.team_group import group_of
from bot.teams.write_activity import ActivityWriter

ROSTER_PAGE = 500
ROSTER_PAGES = 60
"""Together 30 000 people; a team has at most 25 000, a consultation team a dozen."""
CALLED_SECONDS = 5.0
"""How long a line waits for the roster, so that it can call somebody by name. `client_timeout` of the delivery holds
this beside a whole send: a slow roster must not make a send unclear that never began."""


class TeamsMessenger:
    """Implements bot.domain.ports.Messenger over the Bot Connector."""

    def __init__(self, connector: Connector, writer: ActivityWriter, reader: ChannelReader | None = None) -> None:
        self._connector = connector
        self._writer = writer
        self._reader = reader

    async def send(self, place: Place, reply: Reply, *, marker: str = "", reply_to: str | None = None) -> str | None:
        """Send and return the activity id, None when Teams gives none.

        In a channel: a new post, or with `reply_to` a line in the thread that message began.
        """
        marker = marker if self._reader else ""
        people = await self._called(place, reply)
        try:
            return await self._sent(place, reply, marker, reply_to, people)
        except Refused:
            if not people:
                raise
        return await self._sent(place, reply, marker, reply_to, {})  # it may have been the mention

    async def _sent(self, place: Place, reply: Reply, marker: str, reply_to: str | None, people: People) -> str | None:
        personal = place.kind is PlaceKind.PERSONAL
        if place.kind is PlaceKind.CHANNEL and reply_to is None:
            return await self._post(place, self._writer.write(reply, marker=marker, personal=personal, people=people))
        activity = self._writer.as_json(reply, marker=marker, personal=personal, people=people)
        conversation = conversation_with(place, reply_to)
        answer = await self._connector.call(
            "POST", service_url(place), f"v3/conversations/{quoted(conversation)}/activities", activity
        )
        return _id(answer, "id")

    async def _called(self, place: Place, reply: Reply) -> People:
        """Return Teams' ids of whoever the line calls by name; nobody when Teams cannot tell now, for the line is
        worth more than the call."""
        if not isinstance(reply, Line) or not reply.mentions or place.kind is not PlaceKind.CHANNEL:
            return {}
        wanted = {one.id for one in reply.mentions}
        try:
            async with asyncio.timeout(CALLED_SECONDS):
                return {aad: teams_id for aad, _, teams_id in await self._roster(place) if aad in wanted}
        except (SendError, TimeoutError):
            return {}

    async def _post(self, place: Place, activity: Mapping[str, Any]) -> str | None:
        """Begin a new thread in a channel."""
        body = {
            "isGroup": True,
            "bot": {"id": place.reference.get("bot_id", "")},
            "tenantId": place.reference.get("tenant_id", ""),
            "channelData": {"channel": {"id": channel_of(place)}},
            "activity": activity,
        }
        answer = await self._connector.call("POST", service_url(place), "v3/conversations", body)
        return _id(answer, "activityId")

    async def update(self, place: Place, activity_id: str, reply: Reply) -> None:
        """Replace what was sent."""
        activity = self._writer.write(reply, personal=place.kind is PlaceKind.PERSONAL)
        await self.update_written(place, activity_id, activity)

    async def update_written(self, place: Place, activity_id: str, activity: Mapping[str, Any]) -> None:
        """Replace what was sent with an activity that is already written."""
        path = self._path(place, activity_id)
        await self._connector.call("PUT", service_url(place), path, {**activity, "id": activity_id})

    async def delete(self, place: Place, activity_id: str) -> None:
        """Take back what was sent; what is gone already is fine."""
        try:
            await self._connector.call("DELETE", service_url(place), self._path(place, activity_id))
        except Gone:
            return

    def _path(self, place: Place, activity_id: str) -> str:
        conversation = conversation_with(place, activity_id)
        return f"v3/conversations/{quoted(conversation)}/activities/{quoted(activity_id)}"

    async def find(self, place: Place, marker: str) -> str | None:
        """Return the id of the channel message that carries the marker. Raises CannotLook outside channels."""
        if self._reader is None or place.kind is not PlaceKind.CHANNEL:
            raise CannotLook("no_graph")
        try:
            group = await group_of(self._connector, place)
        except SendError as error:
            raise CannotLook(error.code, after=error.after) from None
        return await self._reader.find(group, channel_of(place), marker)

    async def members(self, place: Place) -> Sequence[Member]:
        """Return the roster, by Entra object id. Raises SendError."""
        return [Member(aad, name) for aad, name, _ in await self._roster(place)]

    async def open_personal(self, place: Place, member: Member) -> Place:
        """Return the 1:1 chat with a member of the team; raises Gone when they are not on the roster."""
        teams_id = next((teams_id for aad, _, teams_id in await self._roster(place) if aad == member.id), None)
        if teams_id is None:
            raise Gone("not_on_roster")
        tenant = place.reference.get("tenant_id", "")
        body = {
            "isGroup": False,
            "bot": {"id": place.reference.get("bot_id", "")},
            "members": [{"id": teams_id}],
            "tenantId": tenant,
            "channelData": {"tenant": {"id": tenant}},
        }
        answer = await self._connector.call("POST", service_url(place), "v3/conversations", body)
        conversation = _id(answer, "id")
        if conversation is None:
            raise Ambiguous("no_id")
        kept = {
            name: value for name, value in place.reference.items() if name in ("service_url", "bot_id", "tenant_id")
        }
        return Place(PlaceKind.PERSONAL, conversation, kept)

    async def _roster(self, place: Place) -> list[tuple[str, str, str]]:
        """Return (Entra id, name, Teams id) of everybody in the channel or chat."""
        conversation = channel_of(place) if place.kind is PlaceKind.CHANNEL else root_of(place.conversation_id)
        path = f"v3/conversations/{quoted(conversation)}/pagedmembers?pageSize={ROSTER_PAGE}"
        people: list[tuple[str, str, str]] = []
        token: str | None = None
        for _ in range(ROSTER_PAGES):
            more = f"&continuationToken={quoted(token)}" if token else ""
            page = await self._connector.call("GET", service_url(place), path + more)
            people += _people(page, place.reference.get("tenant_id", ""))
            token = _id(page, "continuationToken")
            if token is None:
                return people
        raise TryLater("roster_too_long")  # who is on the next page has not left the team


def _people(page: Mapping[str, Any], home: str) -> list[tuple[str, str, str]]:
    members = page.get("members")
    people: list[tuple[str, str, str]] = []
    for member in members if isinstance(members, list) else ():
        if not isinstance(member, dict):
            continue
        aad = _id(member, "aadObjectId") or _id(member, "objectId")
        teams_id = _id(member, "id")
        if aad and teams_id:
            known_as = f"{small(aad)}{_from_outside(member, home)}"
            people.append((known_as, clean_line(_id(member, "name") or "").strip(), teams_id))
    return people


def _from_outside(member: Mapping[str, Any], home: str) -> str:
    """Return what tells somebody of another organisation from our own people: in a shared channel they stand on the
    roster with the id they have at home («validate user roles and tenant IDs before granting permissions», Microsoft's
    page on shared channels, read 2026-11). A guest has an account here, and is one of our own."""
    tenant, is_guest = _id(member, "tenantId") or "", _id(member, "userRole") == "guest"
    return f"@{small(tenant)}" if tenant and home and not is_guest and small(tenant) != small(home) else ""


def _id(answer: Mapping[str, Any], name: str) -> str | None:
    value = answer.get(name)
    return value if isinstance(value, str) and value else None
