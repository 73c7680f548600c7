"""A bot that is registered anew has another id: the cards of the one before are dead, and open cases get new ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.delivery.rounds import make_rounds
from bot.domain.commands import ConnectChannel
from bot.domain.outbox import Kind
from bot.domain.turn import Installed
from bot.usecases.connect_channel import connect_channel
from tests.cases.delivering import Delivering
from tests.turns.desk import CHANNEL, OLE, TEAM, Desk


@pytest.mark.parametrize("how", ["added", "connected"])
async def test_the_cases_of_a_team_get_cards_of_the_bot_that_is_registered_anew_once(
    watched: tuple[Desk, Delivering], how: str
) -> None:
    """Those of the one before cannot be changed, and pressing them leads nowhere."""
    desk, delivering = watched
    was, now = (replace(CHANNEL, reference={"bot_id": f"28:{bot}"}) for bot in ("old", "new"))
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(replace(desk.store.data.links[TEAM], place=was))
        await uow.commit()
    case = await desk.sent()
    await delivering.deliver()
    for _ in range(2):
        if how == "added":
            await desk.take(OLE, Installed(), now)
        else:
            async with desk.store.unit_of_work() as uow:
                await connect_channel(ConnectChannel(OLE, now, TEAM), uow, desk.clock)
                await uow.commit()
        await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()
    cards = [one.place.reference for one in desk.messenger.visible.values() if one.id in known_cards(desk)]
    assert cards == [{"bot_id": "28:old"}, {"bot_id": "28:new"}]
    assert desk.store.data.cards[case.id].place == now


def known_cards(desk: Desk) -> set[str | None]:
    return {kept.row.activity_id for kept in desk.store.data.rows.values() if kept.row.item.kind is Kind.CASE_CARD}


async def test_a_line_below_a_card_goes_the_way_its_channel_is_reached_now(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    moved = replace(CHANNEL, reference={**CHANNEL.reference, "service_url": "https://no.example.invalid"})
    async with desk.store.unit_of_work() as uow:
        await connect_channel(ConnectChannel(OLE, moved, TEAM), uow, desk.clock)
        await uow.commit()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await delivering.deliver()
    assert desk.store.data.cards[case.id].place == moved
    lines = [one.place for one in desk.messenger.visible.values() if one.reply_to]
    assert lines
    assert set(map(str, lines)) == {str(moved)}
    assert await desk.case(case.id)
