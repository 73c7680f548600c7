"""Two commits that want the same case and the same row take them in the same order: PostgreSQL gives neither up."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest

from bot.delivery import forgetting
from bot.delivery.forgetting import forget_everything
from bot.domain.case import Case
from bot.domain.outbox import Kind, OutboxItem
from bot.domain.ports import StoreCollided, UnitOfWork
from bot.usecases.erase_messages import left_behind
from bot.usecases.release_departed import release_departed
from tests.delivery.meanwhile import BRIEFLY, a_team
from tests.domain.cases import an_answer
from tests.fakes.stores import MovableClock
from tests.store.people import ANSATT, TEXT, VEILEDER

pytestmark = pytest.mark.postgres


async def test_a_notice_that_lands_while_a_turn_cancels_it_is_noted_and_the_turn_is_done(clock: MovableClock) -> None:
    async with a_team(clock) as team:
        await team.change(answer=an_answer())
        await team.tell(Kind.RELAYED_NOTICE, "notice", notice="answered")

        async def turn() -> None:
            async with team.store.unit_of_work() as uow:
                await uow.cases.get("case1")
                await asyncio.sleep(BRIEFLY)
                await uow.outbox.cancel("notice")
                await uow.commit()

        team.messenger.begin = turn
        await team.deliver()
        await team.messenger.under_way
        async with team.store.unit_of_work() as uow:
            sent = [row.activity_id for row in await uow.outbox.sent_about("case1")]
        (shown,) = [one.id for one in team.messenger.visible.values() if one.reply.text.startswith("relayed_notice")]
        assert shown in sent, "what stands in the chat is known, and is emptied with its text"


async def test_an_answer_that_lands_while_its_receiver_is_forgotten_is_emptied(
    clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slowly(case: Case, uow: UnitOfWork, now: datetime) -> Sequence[OutboxItem]:
        found = await left_behind(case, uow, now)
        await asyncio.sleep(BRIEFLY)
        return found

    monkeypatch.setattr(forgetting, "left_behind", slowly)
    async with a_team(clock) as team:
        await team.change(answer=an_answer())
        await team.tell(Kind.RELAYED_NOTICE, "notice", notice="answered")

        async def forget() -> None:
            await forget_everything(team.store, clock, ANSATT)

        team.messenger.begin = forget
        await team.deliver()
        await team.messenger.under_way
        await team.deliver(2)
        assert [text for text in team.texts() if text.startswith("relayed_notice")] == []


async def test_two_units_that_want_two_cases_in_another_order_are_told_so(clock: MovableClock) -> None:
    async with a_team(clock) as team:
        await team.submit(2)

        async def both(first: str, second: str) -> None:
            async with team.store.unit_of_work() as uow:
                await uow.cases.get(first)
                await asyncio.sleep(BRIEFLY)
                await uow.cases.get(second)

        ends = await asyncio.gather(both("case1", "case2"), both("case2", "case1"), return_exceptions=True)
        assert [type(one) for one in ends if one] == [StoreCollided]


async def test_who_waits_for_a_case_reads_the_text_and_the_key_that_came_meanwhile(clock: MovableClock) -> None:
    async with a_team(clock) as team:
        await team.change(text=None)
        new = replace(TEXT, seen="Kommer ofte for sent.")

        async def renewed() -> None:
            async with team.store.unit_of_work() as uow:
                case = await uow.cases.get("case1")
                await uow.cases.save(case.changed(text=new))
                await asyncio.sleep(BRIEFLY)
                await uow.commit()

        async def seen() -> None:
            await asyncio.sleep(BRIEFLY / 3)
            async with team.store.unit_of_work() as uow:
                case = await uow.cases.get("case1")
                await uow.cases.save(case.changed(seen_at=clock.now()))
                await uow.commit()

        await asyncio.gather(renewed(), seen())
        assert (await team.case()).text == new


async def test_who_waits_for_a_case_whose_text_is_destroyed_meanwhile_can_still_open_it(clock: MovableClock) -> None:
    async with a_team(clock) as team:
        await team.change(claimed_by=VEILEDER, claimed_at=clock.now())

        async def redacted() -> None:
            async with team.store.unit_of_work() as uow:
                await uow.cases.get("case1")
                await uow.cases.destroy_text("case1")
                await asyncio.sleep(BRIEFLY)
                await uow.commit()

        async def seen() -> Case:
            await asyncio.sleep(BRIEFLY / 3)
            async with team.store.unit_of_work() as uow:
                return await uow.cases.get("case1")

        _, case = await asyncio.gather(redacted(), seen())
        assert (case.text, case.claimed_by) == (None, VEILEDER)


async def test_a_round_that_lets_several_cases_go_waits_for_a_turn_and_breaks_none(clock: MovableClock) -> None:
    async with a_team(clock) as team:
        await team.submit(2)
        await team.deliver(2)
        for case_id in ("case1", "case2"):
            await team.change(case_id, claimed_by=VEILEDER, claimed_at=clock.now())

        async def turn() -> None:
            async with team.store.unit_of_work() as uow:
                case = await uow.cases.get("case2")
                await asyncio.sleep(BRIEFLY)
                await uow.cases.save(case.changed(seen_at=clock.now()))
                await uow.commit()

        async def released() -> None:
            await asyncio.sleep(BRIEFLY / 3)
            async with team.store.unit_of_work() as uow:
                assert await release_departed("drofting", frozenset({"somebody-else"}), uow, clock) == 2
                await uow.commit()

        await asyncio.gather(turn(), released())
        assert [(await team.case(one)).claimed_by for one in ("case1", "case2")] == [None, None]
        assert (await team.case("case2")).seen_at is not None
