"""What stands in the way of reading how a requester wants it written keeps no answer from them."""

from __future__ import annotations

import pytest

from bot.domain.outbox import Kind
from tests.delivery.team import Team
from tests.store.people import PERSONAL


async def test_a_conversation_that_cannot_be_opened_keeps_no_answer_from_the_requester(
    team: Team, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await team.submit()
    await team.deliver(2)
    told = next(sent for sent in team.messenger.visible.values() if sent.place == PERSONAL)
    async with team.store.unit_of_work() as uow:
        conversations = type(uow.conversations)

    async def damaged(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(conversations, "get", damaged)
    await team.tell(Kind.REQUESTER_NOTICE, "answered", notice="answered")
    await team.tell(Kind.ERASE, "erase", activity_id=told.id)
    await team.deliver(2)
    assert any(text.endswith("answered") for text in team.texts())
    assert await team.counts() == {"delivered": 4}
    assert "delivery.conversation_not_opened" in [one.getMessage() for one in caplog.records]
