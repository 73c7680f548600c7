"""Somebody from outside, such as the staff of a private kindergarten: let in with a guest account of the municipality's
own tenant, and only so. The shapes are those of members; no guest's own activity has been recorded from a real tenant.
"""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.reply import Line
from bot.domain.turn import Said
from tests.teams.conftest import Running
from tests.teams.door import Door, signed, status
from tests.teams.recorded import TENANT, recorded

GUEST = {
    "id": "29:1-testgjest",
    "name": "Test Gjest (Guest)",
    "aadObjectId": "aaaaaaaa-0000-4000-8000-0000000000e1",
}
THEIR_TENANT = "22222222-2222-4222-8222-222222222222"


def from_guest(conversation: str = TENANT, channel_data: str = TENANT) -> dict[str, Any]:
    activity = recorded("message_personal", **{"from": GUEST})
    activity["conversation"]["tenantId"] = conversation
    activity["channelData"]["tenant"]["id"] = channel_data
    return activity


async def test_a_guest_account_of_the_tenant_is_let_in(door: Door) -> None:
    assert await status(door, signed(), from_guest()) == 200


@pytest.mark.parametrize(
    ("conversation", "channel_data"), [(THEIR_TENANT, THEIR_TENANT), (TENANT, THEIR_TENANT), (THEIR_TENANT, TENANT)]
)
async def test_who_writes_from_a_tenant_of_their_own_is_refused(
    door: Door, conversation: str, channel_data: str
) -> None:
    assert await status(door, signed(), from_guest(conversation, channel_data)) == 403


async def test_a_guest_is_answered_as_everybody_else_and_known_by_the_id_of_the_guest_account(running: Running) -> None:
    running.inside.replies = [Line("Hei!")]
    assert (await running.deliver(from_guest()))[0] == 200
    await running.settled()
    (turn,) = running.inside.turns
    assert isinstance(turn.what, Said)
    assert turn.person.id == GUEST["aadObjectId"]
    assert running.connector.visible("a:1-personal-test")[0].activity["text"] == "Hei!"
