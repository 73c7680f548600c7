"""The nightly check finds cases without card and cards without case, and mends what can be mended."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from unittest.mock import AsyncMock

import pytest

from bot.delivery.reconcile import Found, reconcile
from bot.delivery.rounds import make_rounds
from bot.domain.case import Member
from bot.domain.ports import CardPosted, ChannelLink
from bot.domain.reply import Line
from bot.domain.sending import Gone, TryLater
from bot.domain.turn import Place
from tests.delivery.meanwhile import BRIEFLY, a_team
from tests.delivery.team import AT, Team
from tests.fakes.stores import MovableClock
from tests.store.people import CHANNEL, a_case, requester


async def test_all_is_well_when_every_case_has_its_card(team: Team) -> None:
    await team.submit()
    await team.deliver()
    team.clock.advance(days=1)
    assert (await reconcile(team.store, team.clock)).is_clean


async def test_a_case_whose_card_is_still_on_its_way_is_no_trouble(team: Team) -> None:
    await team.submit()
    team.clock.advance(days=1)
    assert (await reconcile(team.store, team.clock)).is_clean


async def test_a_case_without_card_gets_one(team: Team) -> None:
    async with team.store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(), "s1")
        await uow.commit()
    team.clock.advance(minutes=5)
    assert (await reconcile(team.store, team.clock)).is_clean, "it may still be on its way"
    team.clock.advance(minutes=6)
    assert await reconcile(team.store, team.clock) == Found(cases_without_card=("case1",))
    assert (await reconcile(team.store, team.clock)).is_clean
    await team.deliver()
    assert len(team.cards()) == 1


@pytest.mark.postgres
@pytest.mark.parametrize("closes", [True, False])
async def test_a_case_that_is_closed_or_gets_its_card_while_it_is_looked_at_gets_none(
    clock: MovableClock, closes: bool
) -> None:
    async with a_team(clock) as team:
        card = await team.card_of()
        async with team.store.unit_of_work() as uow:
            await uow.channels.retire_card("case1")
            await uow.commit()
        clock.advance(days=1)

        async def meanwhile() -> None:
            async with team.store.unit_of_work() as uow:
                case = await uow.cases.get("case1")
                await asyncio.sleep(BRIEFLY)
                if closes:
                    await uow.cases.save(case.changed(closed_at=clock.now(), close_reason="raad_gitt"))
                else:
                    await uow.channels.keep_card(card)
                await uow.commit()

        async def looked() -> Found:
            await asyncio.sleep(BRIEFLY / 3)
            return await reconcile(team.store, clock)

        _, found = await asyncio.gather(meanwhile(), looked())
        assert found.cases_without_card == ()


async def test_a_closed_case_needs_no_card(team: Team) -> None:
    async with team.store.unit_of_work() as uow:
        await uow.cases.add(a_case(closed_at=team.clock.now()), requester(), "s1")
        await uow.commit()
    team.clock.advance(days=1)
    assert (await reconcile(team.store, team.clock)).is_clean


async def test_a_card_without_case_is_reported(team: Team) -> None:
    async with team.store.unit_of_work() as uow:
        await uow.channels.keep_card(CardPosted("gone", CHANNEL, "a1", 1))
        await uow.commit()
    assert await reconcile(team.store, team.clock) == Found(cards_without_case=("gone",))


@pytest.mark.parametrize(("fault", "stays"), [(None, False), (Gone("404"), False), (TryLater("503"), True)])
async def test_a_card_without_case_is_taken_out_of_the_channel_as_soon_as_teams_can(
    team: Team, monkeypatch: pytest.MonkeyPatch, fault: Exception | None, stays: bool
) -> None:
    there = await team.messenger.send(CHANNEL, Line("et kort uten sak"))
    assert there is not None
    async with team.store.unit_of_work() as uow:
        await uow.channels.keep_card(CardPosted("gone", CHANNEL, there, 1))
        await uow.commit()
    with monkeypatch.context() as patched:
        if fault is not None:
            patched.setattr(team.messenger, "delete", AsyncMock(side_effect=fault))
        await make_rounds(team.store, team.messenger, team.clock)
    assert bool((await reconcile(team.store, team.clock)).cards_without_case) is stays
    await make_rounds(team.store, team.messenger, team.clock)
    assert (await reconcile(team.store, team.clock)).is_clean
    assert (there in team.messenger.visible) is isinstance(fault, Gone)


async def test_a_team_that_cannot_be_looked_after_keeps_no_other_from_it(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with team.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink("stjordal/another", replace(CHANNEL, conversation_id="19:another"), AT))
        await uow.commit()
    asked: list[str] = []

    async def members(place: Place) -> list[Member]:
        asked.append(place.conversation_id)
        raise ValueError

    monkeypatch.setattr(team.messenger, "members", members)
    await make_rounds(team.store, team.messenger, team.clock)
    assert len(asked) == 2
