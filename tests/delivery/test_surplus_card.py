"""Two cards of one case: the later one is taken back, and emptied when Teams will not, or when nobody got as far."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.domain.ports import CardPosted
from bot.domain.sending import SendError, TryLater
from tests.delivery.team import Team
from tests.store.people import CHANNEL


async def _a_second_card_lands(team: Team, monkeypatch: pytest.MonkeyPatch, then: BaseException | None) -> str:
    """Let another worker's card be kept while this one's is being sent; return the id of the surplus card."""
    send = team.messenger.send
    sent: list[str] = []

    async def sends(*given: Any, **named: Any) -> str | None:
        landed = await send(*given, **named)
        if not sent:
            sent.append(landed or "")
            async with team.store.unit_of_work() as uow:
                await uow.channels.keep_card(CardPosted("case1", CHANNEL, "the-other", 1))
                await uow.commit()
        return landed

    async def refuses(*_: Any) -> None:
        assert then is not None
        raise then

    monkeypatch.setattr(team.messenger, "send", sends)
    if then is not None:
        monkeypatch.setattr(team.messenger, "delete", refuses)
    await team.submit()
    try:
        await team.deliver()
    except asyncio.CancelledError:  # as when the process is killed before it has asked Teams
        assert isinstance(then, asyncio.CancelledError)
    return sent[0]


@pytest.mark.parametrize("fault", [TryLater("429"), SendError("403"), asyncio.CancelledError()])
async def test_one_that_teams_does_not_take_back_is_emptied(
    team: Team, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    surplus = await _a_second_card_lands(team, monkeypatch, fault)
    team.clock.advance(seconds=61)
    await team.deliver(2)
    assert team.messenger.visible[surplus].reply.text.startswith("erase")


async def test_one_that_is_taken_back_is_not_looked_for_again(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    surplus = await _a_second_card_lands(team, monkeypatch, None)
    assert surplus not in team.messenger.visible
    team.clock.advance(seconds=61)
    calls = len(team.messenger.calls)
    await team.deliver(2)
    assert len(team.messenger.calls) == calls
    assert (await team.counts())["cancelled"] == 1
