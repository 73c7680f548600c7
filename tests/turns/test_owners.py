"""An owner of a channel may connect it: asked of a fake Graph over real HTTP, remembered briefly, no when in doubt."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any

import aiohttp
import pytest

from bot.domain.outbox import Kind
from bot.domain.ports import ChannelLink
from bot.domain.turn import Installed, Person, Place
from bot.teams.access_tokens import NoTokens
from bot.teams.channel_owners import ChannelOwners
from bot.teams.connector import Connector
from bot.teams.graph_client import GraphClient
from bot.teams.teams_settings import TeamsSettings
from tests.fakes.connector import FakeConnector
from tests.fakes.graph import FakeGraph, FakeTokens, GraphFault
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.turns.desk import CHANNEL, OLE, SIRI, STRANGER, TEAM, Desk, chat, is_line, kinds

GROUP, TENANT = "group-1", "tenant-1"
NEW = replace(CHANNEL, conversation_id="19:ny@thread.tacv2", channel_id="19:ny@thread.tacv2", teams_team_id="lag-2")
ADMIN = Person("person-admin", "Alf Prøve")


def member(person: Person, *roles: str, tenant: str = TENANT) -> dict[str, Any]:
    return {"userId": person.id, "roles": list(roles), "tenantId": tenant, "displayName": person.name}


@dataclass
class Room:
    """A channel that nobody has connected yet, with Graph and Teams behind it."""

    desk: Desk
    graph: FakeGraph
    connector: FakeConnector
    place: Place

    async def asks(self, person: Person = OLE) -> list[Any]:
        return await self.desk.say(person, "koble til", self.place)

    async def connects(self, person: Person = OLE) -> list[Any]:
        return await self.desk.press(person, "connect_send", values={"team": TEAM}, place=self.place)

    def graph_calls(self) -> int:
        return len([path for path, _ in self.graph.calls if "/members" in path])

    async def is_connected_here(self) -> bool:
        async with self.desk.store.unit_of_work() as uow:
            link = await uow.channels.of_team(TEAM)
        return link is not None and link.place.room == self.place.room


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with FakeGraph() as graph, FakeConnector() as connector, aiohttp.ClientSession() as session:
        client = GraphClient(session, graph.url, FakeTokens(), "graph")
        settings = TeamsSettings(development=True, development_ports=frozenset({connector.port}))
        owners = ChannelOwners(Connector(session, settings, NoTokens()), client, seconds=0.5)
        clock = MovableClock()
        desk = Desk(FakeStore(clock.now), clock, owners=owners)
        reference = {"service_url": connector.url, "group_id": GROUP, "tenant_id": TENANT}
        graph.channels[(GROUP, NEW.room)] = [member(SIRI), member(OLE, "owner")]
        async with desk.store.unit_of_work() as uow:
            await uow.admin_chats.keep(ADMIN, chat(ADMIN))
            await uow.commit()
        yield Room(desk, graph, connector, replace(NEW, reference=reference))


async def test_an_owner_of_the_channel_connects_it_and_the_admins_are_told(room: Room) -> None:
    assert kinds(await room.asks()) == ["connect"]
    shown = await room.connects()
    assert await room.is_connected_here()
    assert room.desk.text("team.connected_readers", number=2) in room.desk.words(shown)
    told = [kept.row.item for kept in room.desk.store.data.rows.values() if kept.row.item.kind is Kind.REMINDER]
    assert [item.payload["text"] for item in told] == ["team.admin_connected_readers"]
    assert json.loads(told[0].payload["values"])["number"] == "2"
    assert all(token == "Bearer token-1" for _, token in room.graph.calls)


async def test_the_owner_is_found_on_a_later_page(room: Room) -> None:
    others = [member(Person(f"person-{number}", "Nils Prøve")) for number in range(10)]
    room.graph.channels[(GROUP, NEW.room)] = [*others, member(OLE, "owner")]
    assert kinds(await room.asks()) == ["connect"]
    assert room.graph_calls() == 4


async def test_a_member_who_owns_nothing_is_told_who_can_do_it_and_nothing_is_changed(room: Room) -> None:
    for shown in (await room.asks(SIRI), await room.connects(SIRI)):
        assert is_line(shown[0], room.desk.text("team.connect_not_owner"))
    assert not await room.is_connected_here()


DENIED, AWAY = "team.connect_owner_denied", "team.connect_owner_away"
ANSWERS = {
    "403: the permission is not granted, or the channel is private": ([GraphFault(403)], DENIED),
    "404: the team or the channel is not known to Graph": ([GraphFault(404)], DENIED),
    "429 with a long wait": ([GraphFault(429, "30")], AWAY),
    "429 for good": ([GraphFault(429, "0")] * 9, AWAY),
    "500 for good": ([GraphFault(500, "0")] * 9, AWAY),
    "no answer in time": ([GraphFault(200, waits=5)], AWAY),
    "the line is cut": ([GraphFault(resets=True)] * 9, AWAY),
    "a proxy's page": ([GraphFault(200, body=b"<html>")] * 9, AWAY),
    "a list that is none": ([GraphFault(200, body=b'{"value": {}}')], AWAY),
    "a next page on another server": (
        [GraphFault(200, body=b'{"value": [], "@odata.nextLink": "https://elsewhere.example/v1.0/x"}')],
        AWAY,
    ),
}


@pytest.mark.parametrize("answer", ANSWERS)
async def test_when_graph_cannot_tell_nobody_becomes_an_owner_and_the_words_say_why(room: Room, answer: str) -> None:
    faults, words = ANSWERS[answer]
    for ask in (room.asks, room.connects):
        room.graph.faults = list(faults)
        assert is_line((await ask())[0], room.desk.text(words))
    assert not await room.is_connected_here()


@pytest.mark.parametrize("fault", [GraphFault(429, "0"), GraphFault(503, "0"), GraphFault(401)])
async def test_what_passes_is_asked_again_at_once(room: Room, fault: GraphFault) -> None:
    room.graph.faults = [fault]
    assert kinds(await room.asks()) == ["connect"]


async def test_a_private_channel_whose_owners_the_app_may_not_see_is_refused_with_words(room: Room) -> None:
    room.graph.private.add(NEW.room)
    assert is_line((await room.asks())[0], room.desk.text(DENIED))


async def test_an_owner_from_another_tenant_in_a_shared_channel_is_no_owner_here(room: Room) -> None:
    room.graph.channels[(GROUP, NEW.room)] = [member(OLE, "owner", tenant="another-tenant")]
    assert is_line((await room.asks())[0], room.desk.text("team.connect_not_owner"))


async def test_the_group_of_the_team_is_asked_of_teams_when_the_message_does_not_tell(room: Room) -> None:
    kept = {name: value for name, value in room.place.reference.items() if name != "group_id"}
    room.place = replace(room.place, reference=kept)
    assert is_line((await room.asks())[0], room.desk.text(DENIED))
    room.connector.groups = {"lag-2": GROUP}
    assert kinds(await room.asks()) == ["connect"]


async def test_an_owner_is_remembered_for_a_minute_and_no_longer(room: Room) -> None:
    await room.asks()
    room.graph.channels[(GROUP, NEW.room)] = [member(OLE)]
    room.desk.clock.advance(seconds=59)
    assert kinds(await room.asks()) == ["connect"]
    assert room.graph_calls() == 1
    room.desk.clock.advance(seconds=2)
    assert is_line((await room.connects())[0], room.desk.text("team.connect_not_owner"))
    assert not await room.is_connected_here()


async def test_nothing_is_asked_for_those_who_may_anyway_nor_for_those_who_are_not_in_the_channel(room: Room) -> None:
    room.desk.staff = frozenset({"editor"})
    assert kinds(await room.asks(SIRI)) == ["connect"]
    room.desk.staff = frozenset()
    assert is_line((await room.asks(STRANGER))[0], room.desk.text("error.not_a_member"))
    await room.desk.say(OLE, "saker", room.place)
    assert room.graph_calls() == 0


async def test_without_graph_nothing_is_asked_and_the_words_name_no_owner() -> None:
    clock = MovableClock()
    desk = Desk(FakeStore(clock.now), clock)
    assert is_line((await desk.say(OLE, "koble til", NEW))[0], desk.text("team.connect_not_allowed"))
    assert "eier" not in desk.text("team.connect_not_allowed")
    shown = desk.words(await desk.take(OLE, Installed(), NEW))
    assert desk.text("start.channel_welcome_connect") in shown
    assert desk.text("start.channel_welcome_hears") not in shown


async def test_the_welcome_names_the_owner_where_owners_can_be_asked_for(room: Room) -> None:
    shown = await room.desk.take(OLE, Installed(), room.place)
    assert room.desk.text("start.channel_welcome_connect_owner") in room.desk.words(shown)
    assert room.desk.text("start.channel_welcome_hears") in room.desk.words(shown), "what Teams sends with that right"


@pytest.mark.parametrize(("roles", "moves"), [((), False), (("admin",), True), (("editor",), True)])
async def test_the_owner_of_just_any_channel_cannot_have_a_teams_cases_sent_there(
    room: Room, roles: tuple[str, ...], moves: bool
) -> None:
    async with room.desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink(TEAM, CHANNEL, room.desk.clock.now()))
        await uow.commit()
    room.desk.staff = frozenset(roles)
    shown = await room.connects()
    assert await room.is_connected_here() is moves
    if not moves:
        assert is_line(shown[0], room.desk.text("error.team_has_channel"))


@pytest.mark.parametrize(("roles", "connects"), [((), False), (("editor",), True)])
async def test_an_owner_connects_nothing_that_no_administrator_would_hear_of(
    room: Room, roles: tuple[str, ...], connects: bool
) -> None:
    async with room.desk.store.unit_of_work() as uow:
        await uow.admin_chats.forget(ADMIN)
        await uow.commit()
    room.desk.staff = frozenset(roles)
    shown = await room.connects()
    assert await room.is_connected_here() is connects
    if not connects:
        assert is_line(shown[0], room.desk.text("error.nobody_watches"))


async def test_an_owner_may_connect_the_same_channel_again(room: Room) -> None:
    for _ in range(2):
        await room.connects()
        room.desk.clock.advance(minutes=5)
    assert await room.is_connected_here()
