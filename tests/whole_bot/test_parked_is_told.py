"""Administrators are told of every message that stands fast, also of one to an editor; never of that telling itself."""

from __future__ import annotations

from typing import Any, cast

import pytest

from bot.domain.outbox import OutboxRow, RowState
from bot.inside import _alert
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.store.people import ANSATT, PERSONAL, an_item


@pytest.mark.parametrize(
    ("key", "is_told"),
    [("card:case1:v1", True), ("admin:overview-2026-11:p1", True), ("admin:parked:row9:p1", False)],
)
async def test_a_parked_message_is_told_unless_it_tells_of_one(key: str, is_told: bool) -> None:
    clock = MovableClock()
    store = FakeStore(clock.now)
    async with store.unit_of_work() as uow:
        await uow.admin_chats.keep(ANSATT, PERSONAL)
        await uow.commit()
    row = OutboxRow("row1", an_item(key), RowState.PARKED, 1, None, None, "403")
    await _alert(cast(Any, store), clock)(row, "403")
    told = [kept.row.item.dedupe_key for kept in store.data.rows.values()]
    assert told == [f"admin:parked:row1:{ANSATT.pseudonym}"] * is_told
