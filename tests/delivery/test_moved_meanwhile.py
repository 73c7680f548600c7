"""A team's channel moves, or a card is replaced, while nobody knows whether something has landed: it is looked for
where it was sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.case import Message, Status
from bot.domain.commands import ConnectChannel
from bot.domain.outbox import Kind
from bot.domain.sending import Ambiguous
from bot.domain.turn import Place, PlaceKind
from bot.usecases.connect_channel import connect_channel
from tests.delivery.team import AT, Team
from tests.fakes.messenger import Fault, Sent
from tests.store.people import ANNEN, CHANNEL

NEW = Place(PlaceKind.CHANNEL, "19:ny@thread.tacv2", {"tenant": "t"}, "team-2", "19:ny@thread.tacv2")
UNSEEN = Fault(Ambiguous("502"), landed=True)


async def _move(team: Team) -> None:
    async with team.store.unit_of_work() as uow:
        await connect_channel(ConnectChannel(by=ANNEN, place=NEW, team="drofting"), uow, team.clock)
        await uow.commit()


def _in(team: Team, place: Place, kind: str) -> list[Sent]:
    shown = team.messenger.visible.values()
    return [sent for sent in shown if sent.place.room == place.room and sent.reply.text.startswith(kind)]


@pytest.mark.parametrize("landed", [True, False])
async def test_a_card_stands_once_where_the_team_is_when_its_channel_moves_before_it_is_seen(
    team: Team, landed: bool
) -> None:
    team.messenger.faults = [replace(UNSEEN, landed=landed)]
    await team.submit()
    await team.deliver()
    await _move(team)
    team.clock.advance(seconds=31)
    await team.deliver(3, seconds=31)
    assert _in(team, CHANNEL, "case_card") == []
    assert len(_in(team, CHANNEL, "erase")) == landed
    (card,) = _in(team, NEW, "case_card")
    assert (await team.card_of()).activity_id == card.id
    case = await team.case()
    assert (case.status, (await team.card_of()).version) == (Status.POSTED, case.version)
    assert len([text for text in team.texts() if text.startswith("requester_notice")]) == 1


async def test_a_line_with_words_is_told_once_where_the_team_is_and_stands_nowhere_else(team: Team) -> None:
    await team.submit()
    await team.deliver()
    await team.change(messages=(Message("information", "Verst på mandager.", AT),))
    await team.deliver()
    await team.tell(Kind.RELAYED_LINE, "line", line="added", message="0")
    team.messenger.faults = [UNSEEN]
    await team.deliver()
    assert len(_in(team, CHANNEL, "relayed_line")) == 1
    await _move(team)
    await team.deliver(4, seconds=31)
    assert _in(team, CHANNEL, "relayed_line") == []
    assert len(_in(team, NEW, "relayed_line")) == 1


async def test_a_line_that_landed_unseen_under_a_card_that_is_replaced_is_emptied_with_its_text(team: Team) -> None:
    await team.submit()
    await team.deliver()
    await team.change(messages=(Message("information", "Verst på mandager.", AT),))
    await team.deliver()
    await team.tell(Kind.RELAYED_LINE, "line", line="added", message="0")
    team.messenger.faults = [UNSEEN]
    await team.deliver()
    (line,) = _in(team, CHANNEL, "relayed_line")
    async with team.store.unit_of_work() as uow:  # as when the card is gone and another one has come
        card = await uow.channels.card_of("case1")
        assert card is not None
        await uow.channels.keep_card(replace(card, activity_id="another"))
        again = team.row(Kind.RELAYED_LINE, "thread:case1:under:another:0", "case1", line="added", message="0")
        await uow.outbox.add(again)
        await uow.commit()
    team.clock.advance(seconds=31)
    await team.deliver()
    async with team.store.unit_of_work() as uow:
        assert line.id in {row.activity_id for row in await uow.outbox.sent_about("case1")}


async def test_a_card_is_found_where_it_stands_when_its_team_has_no_channel_any_more(team: Team) -> None:
    team.messenger.faults = [UNSEEN]
    await team.submit()
    await team.deliver()
    async with team.store.unit_of_work() as uow:
        await uow.channels.unlink("drofting")
        await uow.commit()
    team.clock.advance(seconds=31)
    await team.deliver(2)
    assert team.alerts == []
    assert (await team.card_of()).place == CHANNEL
