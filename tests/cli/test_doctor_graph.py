"""`doctor` says in words whether the library and the groups can be read, and what is missing if not."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.cli import doctor_graph
from bot.cli.doctor_graph import about_graph, about_owners, about_sign_in
from bot.domain.turn import Place, PlaceKind
from bot.main import teams_settings
from bot.settings import Settings
from bot.teams.access_tokens import NoTokens
from bot.teams.channel_owners import ChannelOwners
from bot.teams.connector import Connector
from bot.teams.graph_client import GraphClient
from bot.teams.teams_settings import TeamsSettings
from tests.fakes.graph import DRIVE, FakeGraph, FakeTokens, GraphFault


@pytest.fixture
async def graph(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeGraph]:
    async with FakeGraph() as fake:

        @asynccontextmanager
        async def opened(_: TeamsSettings) -> AsyncIterator[GraphClient]:
            async with aiohttp.ClientSession() as session:
                yield GraphClient(session, fake.url, FakeTokens(), "graph")

        @asynccontextmanager
        async def owners(teams: TeamsSettings) -> AsyncIterator[ChannelOwners]:
            async with aiohttp.ClientSession() as session:
                client = GraphClient(session, fake.url, FakeTokens(), "graph")
                yield ChannelOwners(Connector(session, teams, NoTokens()), client)

        monkeypatch.setattr(doctor_graph, "open_graph", opened)
        monkeypatch.setattr(doctor_graph, "open_owners", owners)
        yield fake


async def said(**changes: object) -> list[tuple[str, str]]:
    settings = Settings(_env_file=None, **changes)
    return [one async for one in about_graph(settings, teams_settings(settings))]


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        ("", "app-id, tenant og hemmelighet stemmer"),
        ("token:invalid_client", "har gått ut"),
        ("token:ValueError", "VEILEDEREN_TENANTS"),
        ("token:ConnectTimeout", "Slipper nettet den ut"),
    ],
)
async def test_a_secret_that_has_run_out_is_told_before_anything_is_sent(
    problem: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def asked(_: TeamsSettings) -> str:
        return problem

    monkeypatch.setattr(doctor_graph, "token_problem", asked)
    teams = TeamsSettings(app_id="app", tenants=frozenset({"tenant"}), client_secret="invented")
    ((kind, words),) = [one async for one in about_sign_in(teams)]
    assert kind == ("feil" if problem else "god")
    assert told in words
    assert [one async for one in about_sign_in(TeamsSettings(app_id="app"))] == []


async def test_nothing_is_said_where_nothing_is_set(graph: FakeGraph) -> None:
    assert await said(admins="x", editors="y:melhus") == []
    assert graph.calls == []


async def test_what_works_is_said_to_work(graph: FakeGraph) -> None:
    graph.groups["g1"] = ["a", "b"]
    graph.put("Veilederen/articles/x.md", b"x")
    found = await said(admins="x", editors="group:g1", sharepoint_drive=DRIVE, sharepoint_folder="Veilederen")
    assert found == [
        ("god", "Entra-gruppa g1 kan leses (2 medlemmer)."),
        ("god", "SharePoint-biblioteket kan leses (1 kunnskapsfiler)."),
    ]


async def test_what_is_missing_is_named(graph: FakeGraph) -> None:
    graph.groups["empty"] = []
    graph.faults = [GraphFault(403, path="locked")]
    found = await said(admins="group:locked", editors="group:empty", sharepoint_drive="another")
    assert [kind for kind, _ in found] == ["se", "se", "feil", "feil"]
    words = " ".join(text for _, text in found)
    assert "Er Entra borte" in words
    assert "har ingen medlemmer" in words
    assert "GroupMember.Read.All" in words
    assert "Id-en finnes ikke" in words
    graph.put("Annet/x.md", b"x")
    found = await said(admins="x", sharepoint_drive=DRIVE, sharepoint_folder="Veilederen")
    assert found == [
        ("se", "SharePoint-biblioteket kan leses, men mappa har ingen kunnskapsfiler (articles, guides, kommuner …).")
    ]


async def test_for_each_channel_it_is_said_whether_its_owners_can_be_read_and_which_permission_is_missing(
    graph: FakeGraph,
) -> None:
    graph.channels[("g1", "19:en@thread.tacv2")] = [{"userId": "x", "roles": ["owner"]}]
    graph.private.add("19:to@thread.tacv2")
    channels = {
        team: Place(PlaceKind.CHANNEL, f"19:{name}@thread.tacv2", {"group_id": "g1"}, "lag", f"19:{name}@thread.tacv2")
        for team, name in (("Team en", "en"), ("Team to", "to"))
    }
    settings = Settings(_env_file=None)
    found = [one async for one in about_owners(channels, teams_settings(settings))]
    assert [kind for kind, _ in found] == ["god", "se"]
    assert "Team en kan leses" in found[0][1]
    assert "Team to kan ikke leses (403). Appen mangler tillatelse: ChannelMember.Read.Group" in found[1][1]
