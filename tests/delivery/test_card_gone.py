"""A card that is gone from its channel, taken away by hand or with the channel: an open case gets a new one, a case
that is over stands nowhere any more until somebody opens it again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.delivery.retention import delete_what_is_due
from bot.domain.commands import ReopenCase
from bot.domain.turn import Place
from bot.turns.perform import perform
from tests.delivery.team import Team
from tests.store.people import ANSATT, CHANNEL, PERSONAL, VEILEDER


async def _a_case_without_its_card(team: Team, *, closed: bool) -> None:
    await team.submit()
    await team.deliver(2)
    if closed:
        await team.change(closed_at=team.clock.now(), close_reason="raad_gitt")
        await team.deliver()
    (card,) = team.cards() if not closed else [one for one in team.messenger.visible.values() if one.place == CHANNEL]
    del team.messenger.visible[card.id]


def _in_the_channel(team: Team) -> list[str]:
    return [one.reply.text for one in team.messenger.visible.values() if one.place == CHANNEL]


async def test_an_open_case_gets_a_new_card(team: Team) -> None:
    await _a_case_without_its_card(team, closed=False)
    await team.change(on_next_meeting=True)
    await team.deliver(2)
    assert len(_in_the_channel(team)) == 1


async def test_a_case_that_is_over_is_not_put_back_when_its_text_is_deleted(team: Team) -> None:
    await _a_case_without_its_card(team, closed=True)
    team.clock.advance(days=91)
    assert (await delete_what_is_due(team.store, team.clock)).texts == 1
    await team.deliver(3, seconds=31)
    assert _in_the_channel(team) == []
    assert (await team.counts()).get("parked", 0) == 0


@pytest.mark.parametrize(("by", "place"), [(ANSATT, PERSONAL), (VEILEDER, CHANNEL)])
@pytest.mark.parametrize("is_known", [True, False])
async def test_one_that_is_opened_again_has_a_card_at_once(
    team: Team, by: object, place: Place, is_known: bool
) -> None:
    await _a_case_without_its_card(team, closed=True)
    if is_known:  # something of it was to be drawn, and Teams has said that the card is gone
        await team.change(seen_at=team.clock.now())
        await team.deliver(2)
    team.clock.advance(days=1)
    async with team.store.unit_of_work() as uow:
        await perform(ReopenCase("case1", by, place), uow, team.clock)
        await uow.commit()
    await team.deliver(3, seconds=31)
    cards = [one for one in _in_the_channel(team) if one.startswith("case_card")]
    assert len(cards) == 1
    assert team.clock.now() - (await team.case()).created_at < timedelta(days=2)
