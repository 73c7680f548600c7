"""What cannot be read, a conversation or a row, keeps nothing else from anybody."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from bot.domain.outbox import Kind
from bot.store import SqlStore
from tests.delivery.team import Team
from tests.fakes.stores import MovableClock
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
    assert any(one.endswith("answered") for one in team.texts())
    assert await team.counts() == {"delivered": 4}
    assert "delivery.conversation_not_opened" in [one.getMessage() for one in caplog.records]


@pytest.mark.parametrize(
    ("spoil", "how"),
    [
        ("UPDATE outbox SET kind = :how WHERE case_id = 'case1'", "of_a_newer_version"),
        ("UPDATE outbox SET payload = :how WHERE case_id = 'case1'", b"damaged"),
    ],
)
async def test_a_row_that_cannot_be_read_stops_no_other_and_is_parked_after_an_hour(
    sql_store: SqlStore, clock: MovableClock, spoil: str, how: str | bytes
) -> None:
    team = Team(sql_store, clock)
    await team.connect()
    await team.submit(1)
    await team.submit(2)
    async with sql_store.database.engine.begin() as connection:
        await connection.execute(text(spoil), {"how": how})
    await team.deliver()
    assert len(team.cards()) == 1
    async with sql_store.unit_of_work() as uow:
        (waiting,) = await uow.queue.waiting()
    assert waiting.last_code == "broken RowUnreadable"
    await team.deliver(62, seconds=60)
    assert team.alerts == ["unreadable broken RowUnreadable"]
    async with sql_store.unit_of_work() as uow:
        assert [row.id for row in await uow.outbox.parked()] == [waiting.id]
