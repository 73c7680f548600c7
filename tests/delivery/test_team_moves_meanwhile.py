"""A team moves, or gives up its channel, in the very moment something of a case is drawn, lands or is sent: two commits
that read each other's past on PostgreSQL leave no case where nobody is, and no words where the team was."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.domain import commands as do
from bot.domain.again import unless_collided
from bot.domain.case import Message
from bot.domain.outbox import Kind
from bot.domain.outcomes import Outcome, Refused
from bot.domain.turn import Place, PlaceKind
from bot.turns.perform import perform
from tests.delivery.meanwhile import BRIEFLY, a_team
from tests.delivery.team import Team
from tests.fakes.stores import MovableClock
from tests.store.people import ANNEN, ANSATT, CHANNEL, PERSONAL, TEXT, a_case

pytestmark = pytest.mark.postgres
NEW = Place(PlaceKind.CHANNEL, "19:ny@thread.tacv2", {"tenant": "t"}, "team-2", "19:ny@thread.tacv2")
MOVE = do.ConnectChannel(ANNEN, NEW, "drofting")


async def _do(command: do.Command, team: Team, then: Callable[[], Awaitable[None]] | None = None) -> Outcome:
    async with team.store.unit_of_work(ANNEN) as uow:
        outcome = await perform(command, uow, team.clock)
        if then is not None:
            await then()
        await uow.commit()
    return outcome


async def _slowly() -> None:
    await asyncio.sleep(BRIEFLY)


async def _move(team: Team) -> None:
    await _do(MOVE, team, _slowly)


def _in(team: Team, place: Place, kind: str) -> list[str]:
    shown = team.messenger.visible.values()
    return [sent.id for sent in shown if sent.place.room == place.room and sent.reply.text.startswith(kind)]


async def test_a_card_that_is_drawn_while_its_team_moves_comes_along(clock: MovableClock) -> None:
    async with a_team(clock) as team:
        await team.change(on_next_meeting=True)
        team.messenger.at = "update"
        team.messenger.begin = lambda: _move(team)
        await team.deliver()
        await team.messenger.under_way
        await team.deliver(3)
        (card,) = _in(team, NEW, "case_card")
        assert (await team.card_of()).activity_id == card
        assert _in(team, CHANNEL, "case_card") == []


async def test_a_card_that_lands_while_its_team_moves_comes_along(clock: MovableClock) -> None:
    async with a_team(clock) as team:
        await team.submit(2)
        team.messenger.begin = lambda: _move(team)
        await team.deliver()
        await team.messenger.under_way
        await team.deliver(3)
        assert len(_in(team, NEW, "case_card")) == 2
        assert _in(team, CHANNEL, "case_card") == []


async def test_words_that_land_under_a_card_while_its_team_moves_stand_only_where_it_is(clock: MovableClock) -> None:
    async with a_team(clock) as team:
        await team.change(messages=(Message("information", "Verst på mandager.", clock.now()),))
        await team.deliver()
        await team.tell(Kind.RELAYED_LINE, "line", line="added", message="0")
        team.messenger.begin = lambda: _move(team)
        await team.deliver()
        await team.messenger.under_way
        await team.deliver(3)
        assert _in(team, CHANNEL, "relayed_line") == []
        assert len(_in(team, NEW, "relayed_line")) == 1


SUBMIT = do.SubmitCase(ANSATT, PERSONAL, "stjordal", "drofting", a_case().form, TEXT, "s9", a_case().due_at)
REOPEN = do.ReopenCase("case1", ANSATT, PERSONAL)


@pytest.mark.parametrize("sent_first", [True, False])
@pytest.mark.parametrize("command", [SUBMIT, REOPEN])
async def test_no_case_is_sent_to_a_channel_that_is_given_up_meanwhile(
    clock: MovableClock, command: do.Command, sent_first: bool
) -> None:
    async with a_team(clock) as team:
        await team.change(closed_at=clock.now(), close_reason="raad_gitt")
        await team.deliver()
        both: list[do.Command] = [command, do.DisconnectChannel(ANNEN, CHANNEL, is_sure=True)]
        if not sent_first:
            both.reverse()

        async def later() -> Outcome:
            await asyncio.sleep(BRIEFLY / 3)
            return await unless_collided(lambda: _do(both[1], team))

        first, second = await asyncio.gather(_do(both[0], team, _slowly), later())
        assert [isinstance(one, Refused) for one in (first, second)] == [False, True]
        async with team.store.unit_of_work() as uow:
            has_channel = await uow.channels.of_team("drofting") is not None
            assert has_channel or not await uow.cases.open_in("drofting")
