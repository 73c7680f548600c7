"""What a team tells the samordningsteam is withdrawn while its post lands: on PostgreSQL too it is gone from the list
and from the channel, whichever commit was first."""

from __future__ import annotations

import asyncio

import pytest

from bot.delivery import record
from bot.domain.month_report import FIGURES
from bot.domain.outbox import OutboxRow
from bot.domain.ports import ChannelLink, UnitOfWork
from bot.domain.trend import SendTrend, TrendWithdrawn, WithdrawTrend
from bot.domain.turn import Place, PlaceKind
from bot.turns.perform import perform
from bot.usecases.tell_trend import note_posted
from tests.delivery.meanwhile import BRIEFLY, a_team
from tests.delivery.team import Team
from tests.fakes.stores import MovableClock
from tests.store.people import ANSATT, CHANNEL

pytestmark = pytest.mark.postgres
MUNICIPALITY, TEAM = "stjordal", "stjordal/komp_0_18"
FIGURES_PLACE = Place(PlaceKind.CHANNEL, "19:tall@thread.tacv2", {"tenant": "t"}, "team-3", "19:tall@thread.tacv2")


async def _told(team: Team) -> list[str]:
    async with team.store.unit_of_work() as uow:
        return [one.id for one in await uow.trends.of(MUNICIPALITY)]


@pytest.mark.parametrize("lands_first", [True, False])
async def test_what_is_withdrawn_while_its_post_lands_is_gone(
    clock: MovableClock, monkeypatch: pytest.MonkeyPatch, lands_first: bool
) -> None:
    async def slowly(row: OutboxRow, place: Place, uow: UnitOfWork) -> None:
        await note_posted(row, place, uow)
        await asyncio.sleep(BRIEFLY)

    if lands_first:
        monkeypatch.setattr(record, "note_posted", slowly)
    async with a_team(clock) as team:
        async with team.store.unit_of_work(ANSATT) as uow:
            await uow.channels.link(ChannelLink(TEAM, CHANNEL, clock.now()))
            await uow.channels.link(ChannelLink(f"{MUNICIPALITY}/{FIGURES}", FIGURES_PLACE, clock.now()))
            send = SendTrend(ANSATT, CHANNEL, "t1", TEAM, "more", ("fravaer",), "Flere blir hjemme.")
            assert (await perform(send, uow, clock)).is_sent
            await uow.commit()

        async def withdraw() -> None:
            await asyncio.sleep(BRIEFLY / 2 if lands_first else 0)
            async with team.store.unit_of_work(ANSATT) as uow:
                assert isinstance(await perform(WithdrawTrend(ANSATT, CHANNEL, "t1"), uow, clock), TrendWithdrawn)
                await asyncio.sleep(0 if lands_first else BRIEFLY)
                await uow.commit()

        team.messenger.begin = withdraw
        await team.deliver()
        await team.messenger.under_way
        await team.deliver(2)
        assert await _told(team) == []
        (post,) = [one for one in team.messenger.visible.values() if one.place == FIGURES_PLACE]
        assert post.reply.text.startswith("erase")
