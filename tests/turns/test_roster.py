"""How often Teams is asked who is in a channel, whoever writes there and however often."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from bot.domain.case import Member
from bot.domain.sending import TryLater
from bot.domain.turn import Person, Place
from bot.turns.roster import BELIEVED, BELIEVED_OF_ALL, REMEMBERED, ChannelRoster
from tests.fakes.knowledge import shelf
from tests.fakes.messenger import FakeMessenger
from tests.fakes.stores import MovableClock
from tests.turns.desk import CHANNEL, ELSEWHERE, OLE, SIRI, STRANGER, THREAD


class Counting(FakeMessenger):
    """Teams, which takes a moment to answer."""

    asked = 0

    async def members(self, place: Place) -> Sequence[Member]:
        self.asked += 1
        await asyncio.sleep(0)
        return await super().members(place)


@pytest.fixture
def teams() -> Counting:
    teams = Counting()
    teams.roster = [Member(OLE.id, OLE.name)]
    return teams


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def roster(teams: Counting, clock: MovableClock) -> ChannelRoster:
    return ChannelRoster(teams, clock, shelf().knowledge.texts)


async def test_a_crowd_of_strangers_has_teams_asked_once(roster: ChannelRoster, teams: Counting) -> None:
    for _ in range(50):
        assert await roster.is_member(CHANNEL, STRANGER.id) is False
    assert await roster.is_member(THREAD, Person("another", "").id) is False
    assert teams.asked == 1


async def test_who_was_just_added_is_let_in_when_what_is_believed_is_over(
    roster: ChannelRoster, teams: Counting, clock: MovableClock
) -> None:
    assert await roster.is_member(CHANNEL, SIRI.id) is False
    teams.roster = [*teams.roster, Member(SIRI.id, SIRI.name)]
    clock.advance(seconds=BELIEVED.total_seconds())
    assert await roster.is_member(CHANNEL, SIRI.id) is True


async def test_who_is_added_after_a_colleague_pressed_something_is_a_member_at_once(
    roster: ChannelRoster, teams: Counting, clock: MovableClock
) -> None:
    assert await roster.is_member(CHANNEL, OLE.id) is True
    teams.roster = [*teams.roster, Member(SIRI.id, SIRI.name)]
    clock.advance(seconds=BELIEVED_OF_ALL.total_seconds())
    assert await roster.is_member(CHANNEL, SIRI.id) is True


async def test_a_crowd_of_strangers_that_goes_on_has_teams_asked_once_a_second(
    roster: ChannelRoster, teams: Counting, clock: MovableClock
) -> None:
    for second in range(5):
        for number in range(20):
            assert await roster.is_member(CHANNEL, f"stranger-{second}-{number}") is False
        clock.advance(seconds=1)
    assert teams.asked == 5


async def test_all_who_press_at_once_wait_for_the_same_answer(roster: ChannelRoster, teams: Counting) -> None:
    assert await asyncio.gather(*(roster.is_member(CHANNEL, OLE.id) for _ in range(100))) == [True] * 100
    assert teams.asked == 1
    assert await roster.is_member(ELSEWHERE, OLE.id) is True
    assert teams.asked == 2


async def test_when_teams_cannot_tell_all_who_wait_are_told_and_the_next_one_asks_again(
    roster: ChannelRoster, teams: Counting
) -> None:
    teams.roster_fault = TryLater("429")
    assert await asyncio.gather(*(roster.is_member(CHANNEL, OLE.id) for _ in range(100))) == [None] * 100
    assert teams.asked == 1
    teams.roster_fault = None
    assert await roster.is_member(CHANNEL, OLE.id) is True


async def test_what_is_remembered_begins_when_teams_was_asked(
    roster: ChannelRoster, teams: Counting, clock: MovableClock
) -> None:
    """A slow answer may tell of somebody who has been taken out since: their minute has begun then."""

    async def slowly(place: Place) -> Sequence[Member]:
        members = list(teams.roster)
        clock.advance(seconds=REMEMBERED.total_seconds())
        return members

    teams.members = slowly  # type: ignore[method-assign]
    assert await roster.is_member(CHANNEL, OLE.id) is True
    teams.roster = []
    assert await roster.is_member(CHANNEL, OLE.id) is False


async def test_nobody_stays_a_member_because_the_clock_was_ahead(
    roster: ChannelRoster, teams: Counting, clock: MovableClock
) -> None:
    clock.advance(days=1)
    assert await roster.is_member(CHANNEL, OLE.id)
    clock.advance(days=-1)
    teams.roster = []
    assert await roster.is_member(CHANNEL, OLE.id) is False
