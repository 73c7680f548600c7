"""What danger was heard, and a case that was left, are kept a day, also of somebody who never writes again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.delivery.retention import delete_what_is_due
from bot.domain.case_under_way import CaseUnderWay
from bot.domain.conversation import CaseLeft, ConversationState, Profile
from tests.fakes.stores import MovableClock
from tests.turns.desk import KARI, chat


async def kept(store: Any) -> ConversationState:
    async with store.unit_of_work() as uow:
        found: ConversationState = await uow.conversations.get(KARI, chat(KARI))
    return found


@pytest.mark.parametrize("is_touched", [False, True])
async def test_danger_that_was_heard_is_let_go_of_after_its_day(
    store: Any, clock: MovableClock, is_touched: bool
) -> None:
    state = ConversationState(Profile("stjordal", "skole"), danger=("barn_i_fare", clock.now()))
    async with store.unit_of_work() as uow:
        await uow.conversations.save(KARI, chat(KARI), state)
        await uow.commit()
    clock.advance(hours=23)
    await delete_what_is_due(store, clock)
    assert (await kept(store)).danger == state.danger, "its day is not over"
    if is_touched:
        touched = await kept(store)
        async with store.unit_of_work() as uow:
            await uow.conversations.save(KARI, chat(KARI), touched)
            await uow.commit()
    clock.advance(hours=2)
    await delete_what_is_due(store, clock)
    assert await kept(store) == ConversationState(Profile("stjordal", "skole"))
    before = clock.now() - timedelta(hours=1)
    async with store.unit_of_work() as uow:
        assert await uow.retention.delete_old_drafts(before) == 0, "nothing is left to look through each hour"


async def test_a_case_that_was_left_is_let_go_of_after_its_day(store: Any, clock: MovableClock) -> None:
    left = CaseLeft(clock.now(), CaseUnderWay("form", "s1"))
    async with store.unit_of_work() as uow:
        await uow.conversations.save(KARI, chat(KARI), ConversationState(case_left=left))
        await uow.commit()
    clock.advance(hours=23)
    await delete_what_is_due(store, clock)
    assert (await kept(store)).case_left == left
    clock.advance(hours=2)
    await delete_what_is_due(store, clock)
    assert (await kept(store)).case_left is None
