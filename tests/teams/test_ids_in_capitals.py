"""Somebody is the same person however their id is written, by Teams, its roster or Graph."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, cast

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.domain.entra_id import small
from bot.teams.activity import IncomingActivity
from bot.teams.channel_owners import _is, _is_owner
from bot.teams.entra_groups import EntraGroups
from bot.teams.gate import Gate
from bot.teams.graph_client import GraphClient
from bot.teams.messenger import _people
from bot.teams.read_activity import read_activity
from bot.teams.signing_keys import SigningKeys
from bot.teams.teams_settings import TeamsSettings
from tests.teams.conftest import NOW
from tests.teams.door import app_behind, signed, status
from tests.teams.recorded import APP_ID, TENANT, recorded

ID = "aaaaaaaa-0000-4000-8000-0000000000e1"


def test_who_sends_is_known_by_the_same_id() -> None:
    turn = read_activity(
        IncomingActivity.model_validate(
            recorded("message_personal", **{"from": {"id": "29:1", "aadObjectId": ID.upper()}})
        ),
        NOW,
    )
    assert turn is not None
    assert turn.person.id == ID


def test_a_member_is_on_the_roster_and_owns_the_channel_under_the_same_id() -> None:
    assert [aad for aad, *_ in _people({"members": [{"id": "29:1", "aadObjectId": ID.upper()}]}, TENANT)] == [ID]
    owner = {"userId": ID.upper(), "roles": ["owner"], "tenantId": TENANT.upper()}
    assert _is(owner, ID)
    assert _is_owner(owner, TENANT)


@pytest.mark.parametrize("other", ["Kari", "aaaaaaaa-0000-4000-8000-0000000000E", "29:ABC"])
def test_what_is_no_guid_stays_as_it_is(other: str) -> None:
    assert small(other) == other


async def test_the_tenant_is_the_same_in_capitals(keys: SigningKeys) -> None:
    tenant, other = "abcdefab-1111-4111-8111-111111111111", "abcdefab-1111-4111-8111-11111111111f"
    gate = Gate(TeamsSettings(app_id=APP_ID, tenants=frozenset({tenant})), keys)
    async with TestClient(TestServer(app_behind(gate))) as door:
        for named, answer in ((tenant.upper(), 200), (other.upper(), 403)):
            activity = recorded("message_personal")
            activity["conversation"]["tenantId"] = activity["channelData"]["tenant"]["id"] = named
            assert await status(door, signed(), activity) == answer


async def test_a_group_names_its_members_as_teams_does() -> None:
    class Graph:
        url = "https://graph.example.invalid"

        async def pages(self, _url: str, _most: int) -> AsyncIterator[dict[str, Any]]:
            yield {"value": [{"id": ID.upper()}]}

    groups = EntraGroups(cast(GraphClient, Graph()))
    assert await groups.members("group") == {ID}
