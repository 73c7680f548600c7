"""A chat between two people is called personal too: a card forwarded there, or a search, shows nothing of anybody's."""

from __future__ import annotations

import pytest

from bot.domain.turn import PlaceKind, Turn
from bot.teams.activity import IncomingActivity
from bot.teams.read_activity import read_activity
from tests.teams.conftest import NOW
from tests.teams.recorded import APP_ID, recorded

ONE, OTHER = "aaaaaaaa-0000-4000-8000-000000000001", "aaaaaaaa-0000-4000-8000-0000000000e1"


def turn_in(conversation: str, name: str) -> Turn:
    activity = recorded(name)
    activity["conversation"] |= {"id": conversation, "conversationType": "personal"}
    turn = read_activity(IncomingActivity.model_validate(activity), NOW)
    assert turn is not None
    return turn


@pytest.mark.parametrize("name", ["invoke_execute", "invoke_search", "invoke_task_submit"])
@pytest.mark.parametrize("end", ["", ";messageid=1700000000100"])
def test_a_chat_between_two_people_is_no_chat_of_ones_own(name: str, end: str) -> None:
    assert turn_in(f"19:{ONE}_{OTHER}@unq.gbl.spaces{end}", name).place.kind is PlaceKind.GROUP


@pytest.mark.parametrize(
    "conversation",
    ["a:1-personal-test", f"19:{ONE}_{APP_ID}@unq.gbl.spaces", f"19:{APP_ID.upper()}_{ONE}@unq.gbl.spaces"],
)
@pytest.mark.parametrize("name", ["message_personal", "invoke_execute", "invoke_search"])
def test_the_chat_with_the_bot_is_ones_own_however_it_is_called(conversation: str, name: str) -> None:
    assert turn_in(conversation, name).place.kind is PlaceKind.PERSONAL
