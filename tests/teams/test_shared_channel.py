"""Somebody of another organisation reads along in a shared channel, and never acts for the team."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.case import Member
from bot.domain.turn import Place, PlaceKind
from bot.teams.messenger import _people
from bot.turns.roster import ChannelRoster
from tests.fakes.knowledge import shelf
from tests.fakes.messenger import FakeMessenger
from tests.fakes.stores import MovableClock
from tests.teams.recorded import TENANT

THEIRS = "abcdefab-2222-4222-8222-222222222222"
ID = "aaaaaaaa-0000-4000-8000-0000000000e1"
CHANNEL = Place(PlaceKind.CHANNEL, "19:delt@thread.tacv2", {"tenant_id": TENANT}, "19:lag", "19:delt@thread.tacv2")


@pytest.mark.parametrize(
    ("told", "known_as"),
    [
        ({}, ID),
        ({"tenantId": TENANT}, ID),
        ({"tenantId": TENANT.upper(), "userRole": "user"}, ID),
        ({"tenantId": THEIRS.upper(), "userRole": "user"}, f"{ID}@{THEIRS}"),
        ({"tenantId": THEIRS}, f"{ID}@{THEIRS}"),
        ({"tenantId": THEIRS, "userRole": "guest"}, ID),
    ],
)
def test_who_is_of_another_organisation_is_known_as_nobody_here(told: dict[str, Any], known_as: str) -> None:
    page = {"members": [{"id": "29:1", "aadObjectId": ID, "name": "Test", **told}]}
    assert [aad for aad, *_ in _people(page, TENANT)] == [known_as]


async def test_they_are_no_member_who_may_act_or_be_given_a_case() -> None:
    teams = FakeMessenger()
    teams.roster = [Member(f"{ID}@{THEIRS}", "Test Utenfra"), Member("member-ole", "Ole Prøve")]
    roster = ChannelRoster(teams, MovableClock(), shelf().knowledge.texts)
    assert await roster.is_member(CHANNEL, "member-ole")
    assert await roster.is_member(CHANNEL, ID) is False
    assert [one.id for one in await roster.members(CHANNEL)] == ["member-ole"]
