"""What every store promises about counts, leases and what is deleted when it is old: memory, SQLite and PostgreSQL."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.store.people import AT


async def test_answers_shown_are_counted_by_month_and_the_counts_of_replicas_add_up(store: Any) -> None:
    async def count(times: int) -> None:
        async with store.unit_of_work() as uow:
            await uow.answers_shown.add({("a", "2026-11"): times, ("b", "2026-05"): 1, ("c", "2026-01"): 1})
            await uow.commit()

    async with store.unit_of_work() as uow:
        nothing = await uow.answers_shown.since(AT)
    assert (nothing.since, nothing.unused(["a"])) == ("", []), "before anything is counted, nothing is unused"
    await asyncio.gather(count(2), count(3))
    async with store.unit_of_work() as uow:
        shown = await uow.answers_shown.since(datetime(2026, 5, 31, 23, tzinfo=UTC))
    assert (shown.since, dict(shown.times)) == ("2026-01", {"a": 5, "b": 2})
    assert shown.unused(["a", "c", "d"]) == ["c", "d"]


async def test_a_piece_of_work_is_one_owners_until_it_is_given_back_or_the_time_is_up(store: Any) -> None:
    async def take(owner: str, after: int = 0) -> bool:
        now = AT + timedelta(minutes=after)
        async with store.unit_of_work() as uow:
            taken = await uow.leases.take("links", owner, now, now + timedelta(minutes=30))
            await uow.commit()
        return bool(taken)

    assert sum(await asyncio.gather(take("a"), take("b"), take("c"))) == 1
    (holder,) = [one for one in "abc" if await take(one)]
    other = "x"
    assert not await take(other, after=29)
    assert await take(other, after=60), "a replica that died lets go when its time is up"
    async with store.unit_of_work() as uow:
        await uow.leases.give_back("links", holder)
        await uow.commit()
    assert not await take(holder, after=61), "what is not one's own cannot be given back"
    async with store.unit_of_work() as uow:
        await uow.leases.give_back("links", other)
        await uow.commit()
    assert await take(holder, after=61)


async def test_old_questions_and_counts_are_deleted_and_young_ones_stay(store: Any) -> None:
    async with store.unit_of_work() as uow:
        for days in (0, 400):
            at = AT - timedelta(days=days)
            await uow.questions.add("Kan vi det?", "melhus", "skole", "unanswered", at)
            await uow.questions.vote("a", True, at)
            await uow.answers_shown.add({("a", f"{at:%Y-%m}"): 1})
        await uow.commit()
    before = AT - timedelta(days=365)
    async with store.unit_of_work() as uow:
        assert await uow.retention.delete_questions(before) == 1
        assert await uow.retention.delete_counts(before) == 2
        await uow.commit()
    async with store.unit_of_work() as uow:
        assert await uow.retention.delete_questions(before) == 0
        assert await uow.retention.delete_counts(before) == 0
        assert (await uow.answers_shown.since(AT)).since == f"{AT:%Y-%m}"
