"""Teams takes its time to tell who is in a channel: what somebody does meanwhile is not undone by the rounds, and keeps
them from no other team."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from bot.delivery import rounds
from bot.delivery.rounds import make_rounds
from bot.domain.case import Member
from bot.domain.commands import ConnectChannel, DisconnectChannel
from bot.domain.ports import ChannelLink, StoreCollided, UnitOfWork
from bot.domain.sending import Gone
from bot.domain.turn import Place, PlaceKind
from bot.usecases.connect_channel import connect_channel
from bot.usecases.disconnect_channel import disconnect_channel
from tests.delivery.team import Team
from tests.fakes.messenger import FakeMessenger
from tests.store.people import ANNEN, CHANNEL, VEILEDER

NEW = Place(PlaceKind.CHANNEL, "19:ny@thread.tacv2", {"tenant": "t"}, "team-2", "19:ny@thread.tacv2")


@dataclass
class Slow(FakeMessenger):
    """A messenger that is asked for the roster of the old channel while somebody does something."""

    team: Team | None = None
    connects: Place | None = NEW

    async def members(self, place: Place) -> Sequence[Member]:
        assert self.team is not None
        async with self.team.store.unit_of_work() as uow:
            if self.connects is not None:
                await connect_channel(ConnectChannel(ANNEN, self.connects, "drofting"), uow, self.team.clock)
            else:
                await disconnect_channel(DisconnectChannel(ANNEN, CHANNEL, is_sure=True), uow, self.team.clock)
            await uow.commit()
        return await super().members(place)


@pytest.mark.parametrize("fault", [None, Gone("404")])
async def test_a_channel_connected_while_the_old_one_is_looked_at_stays_the_teams(
    team: Team, fault: Gone | None
) -> None:
    team.messenger = Slow(team=team, roster=(VEILEDER,), roster_fault=fault)
    await make_rounds(team.store, team.messenger, team.clock)
    async with team.store.unit_of_work() as uow:
        link = await uow.channels.of_team("drofting")
    assert link is not None
    assert (link.place.room, link.problem) == (NEW.room, "")


async def test_a_channel_disconnected_while_it_is_looked_at_stays_disconnected(team: Team) -> None:
    team.messenger = Slow(team=team, connects=None, roster_fault=Gone("404"))
    await make_rounds(team.store, team.messenger, team.clock)
    async with team.store.unit_of_work() as uow:
        assert await uow.channels.of_team("drofting") is None


async def test_whoever_has_a_case_keeps_it_when_its_team_moves_while_the_old_channel_is_looked_at(team: Team) -> None:
    await team.submit()
    await team.deliver()
    await team.change(claimed_by=VEILEDER, claimed_at=team.clock.now())
    team.messenger = Slow(team=team, roster=(Member("somebody-else", "Test Andre"),), visible=team.messenger.visible)
    await make_rounds(team.store, team.messenger, team.clock)
    assert (await team.case()).claimed_by == VEILEDER


async def test_a_card_that_landed_in_the_old_channel_in_the_moment_the_team_moved_comes_along(team: Team) -> None:
    await team.submit()
    await team.deliver()
    (old,) = team.cards()
    async with team.store.unit_of_work() as uow:  # as when neither commit saw the other
        await uow.channels.link(ChannelLink("drofting", NEW, team.clock.now()))
        await uow.commit()
    team.messenger.roster = (VEILEDER,)
    for _ in range(2):
        await make_rounds(team.store, team.messenger, team.clock)
        await team.deliver(2)
    (card,) = team.cards()
    assert card.place.room == NEW.room
    assert (await team.card_of()).activity_id == card.id
    assert team.messenger.visible[old.id].reply.text.startswith("erase")


@pytest.mark.parametrize(("times", "reached"), [(1, ["drofting", "komp_0_18"]), (99, ["komp_0_18"])])
async def test_a_team_whose_commit_met_another_one_is_looked_after_anew_and_keeps_no_other_waiting(
    team: Team, monkeypatch: pytest.MonkeyPatch, times: int, reached: list[str]
) -> None:
    async with team.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink("komp_0_18", NEW, team.clock.now()))
        await uow.commit()
    met, asked = [None] * times, []

    async def ask(link: ChannelLink, _uow: UnitOfWork, _now: object) -> None:
        if link.team == "drofting" and met:
            met.pop()
            raise StoreCollided
        asked.append(link.team)

    monkeypatch.setattr(rounds, "ask_about_the_year", ask)
    await make_rounds(team.store, team.messenger, team.clock)
    assert asked == reached


async def test_a_bot_registered_anew_while_its_channel_is_looked_at_draws_each_case_once(team: Team) -> None:
    was, now = (replace(CHANNEL, reference={"bot_id": f"28:{bot}"}) for bot in ("old", "new"))
    async with team.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink("drofting", now, team.clock.now()))
        await uow.commit()
    await team.submit()
    await team.deliver()
    async with team.store.unit_of_work() as uow:
        await rounds._bring_along(ChannelLink("drofting", was, team.clock.now()), team.clock, uow)
        await uow.commit()
    await team.deliver(2)
    assert len(team.cards()) == 1
