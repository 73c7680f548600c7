"""When the time to answer is over, the card in the channel says so by itself, once for each deadline."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.delivery.rounds import make_rounds
from bot.domain.case import Member, Status
from tests.delivery.team import Team
from tests.fakes.stores import MovableClock


async def posted(team: Team, hours: float = 2) -> None:
    """Post a case that is to be answered within so many hours."""
    team.messenger.roster = [Member("member-ole", "Ole Prøve")]
    await team.submit()
    await team.change(due_at=team.clock.now() + timedelta(hours=hours))
    await team.deliver(2)
    team.messenger.calls.clear()


async def an_hour(team: Team, clock: MovableClock, hours: int = 1) -> list[str]:
    """Let hours pass, with a round and a delivery in each; returns what was done with cards."""
    for _ in range(hours):
        clock.advance(hours=1)
        await make_rounds(team.store, team.messenger, clock)
        await team.deliver()
    done = [call for call in team.messenger.calls if call in ("update", "send")]
    team.messenger.calls.clear()
    return done


async def test_the_card_is_drawn_anew_once_when_its_deadline_has_passed(team: Team, clock: MovableClock) -> None:
    await posted(team)
    assert await an_hour(team, clock, 2) == []
    assert await an_hour(team, clock) == ["update"]
    (card,) = team.cards()
    assert card.reply.text.startswith("case_card_update")
    assert await an_hour(team, clock, 5) == []


async def test_a_new_deadline_is_told_of_too(team: Team, clock: MovableClock) -> None:
    await posted(team)
    assert await an_hour(team, clock, 4) == ["update"]
    await team.change(due_at=clock.now() + timedelta(hours=2))
    assert await an_hour(team, clock, 5) == ["update", "update"]


@pytest.mark.parametrize(
    "changes", [{"status": Status.CLOSED}, {"on_next_meeting": True}], ids=["closed", "on a meeting"]
)
async def test_what_waits_for_no_answer_is_left_alone(
    team: Team, clock: MovableClock, changes: dict[str, object]
) -> None:
    await posted(team)
    if "status" in changes:
        changes = {"closed_at": clock.now(), "close_reason": "done"}
    await team.change(**changes)
    await team.deliver()
    team.messenger.calls.clear()
    assert await an_hour(team, clock, 4) == []


async def test_deadlines_long_over_do_not_all_come_at_once_after_an_upgrade(team: Team, clock: MovableClock) -> None:
    await posted(team)
    clock.advance(days=8)
    assert await an_hour(team, clock) == []
