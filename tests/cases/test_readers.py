"""All who are in a team's channel can read its cases: the administrators are told when they have become many more."""

from __future__ import annotations

import pytest

from bot.delivery.rounds import make_rounds
from bot.domain.case import Member
from bot.usecases.watch_readers import MANY
from tests.cases.delivering import Delivering, told_admin
from tests.turns.desk import CHANNEL, OLE, SIRI, TEAM, Desk

NAME = "Tverrfaglig kompetanseteam 0–18 år"


async def _round(watched: tuple[Desk, Delivering], people: int) -> None:
    """Let the channel have so many people, and a round be made."""
    desk, delivering = watched
    others = [Member(f"other-{number}", "Nils Prøve") for number in range(people - 2)]
    desk.messenger.roster = [Member(OLE.id, OLE.name), Member(SIRI.id, SIRI.name), *others]
    desk.clock.advance(hours=1)
    await make_rounds(desk.store, desk.messenger, desk.clock)
    await delivering.deliver()


def _told(desk: Desk, number: int) -> int:
    return told_admin(desk).count(desk.text("team.admin_readers", team=NAME, number=number))


async def test_that_many_more_are_in_the_channel_is_told_once(watched: tuple[Desk, Delivering]) -> None:
    desk, _ = watched
    for people in (8, 9, 14, 17):
        await _round(watched, people)
    assert "mange flere" not in told_admin(desk)
    await _round(watched, 18)
    await _round(watched, 18)
    await _round(watched, 27)
    assert _told(desk, 18) == 1
    assert _told(desk, 27) == 0, "not twice as many as was told"
    await _round(watched, 36)
    assert _told(desk, 36) == 1


async def test_what_grows_a_little_at_a_time_is_noticed_and_what_shrinks_is_forgotten(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, _ = watched
    for people in (12, 15, 19, 23, 24):
        await _round(watched, people)
    assert _told(desk, 24) == 1
    for people in (6, 16):
        await _round(watched, people)
    assert _told(desk, 16) == 1


@pytest.mark.parametrize(("people", "times"), [(MANY, 0), (MANY + 1, 1)])
async def test_a_channel_of_many_that_was_connected_before_anybody_counted_is_told_of(
    watched: tuple[Desk, Delivering], people: int, times: int
) -> None:
    for _ in range(2):
        await _round(watched, people)
    assert _told(watched[0], people) == times


async def test_who_connects_a_channel_is_told_how_many_there_are_and_not_again(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, _ = watched
    await _round(watched, 5)
    desk.messenger.roster = [Member(OLE.id, OLE.name), *(Member(f"m{number}", "Nils Prøve") for number in range(99))]
    desk.clock.advance(minutes=2)
    desk.staff = frozenset({"editor"})
    await desk.press(OLE, "connect_send", values={"team": TEAM}, place=CHANNEL)
    await _round(watched, 101)
    assert desk.text("team.admin_connected_readers", team=NAME, number=100) in told_admin(desk)
    assert "mange flere" not in told_admin(desk)


async def test_when_teams_tells_of_nobody_nothing_is_forgotten(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    await _round(watched, 8)
    desk.messenger.roster = []
    await make_rounds(desk.store, desk.messenger, desk.clock)
    await delivering.deliver()
    await _round(watched, 20)
    assert _told(desk, 20) == 1
