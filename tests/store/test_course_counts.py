"""The counts of finished courses: the same in every store, and nothing in them can be led back to anybody."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.domain.conversation import Concern, ConversationState, CourseProgress
from bot.domain.figures import CourseCount
from tests.store.people import ANSATT, AT, PERSONAL

COURSE = ("ny-her", "2026-11-26.1")


async def count(store: Any, municipality: str = "stjordal", month: str = "2026-11") -> None:
    async with store.unit_of_work() as uow:
        await uow.course_counts.add(municipality, month, *COURSE)
        await uow.commit()


async def counted(store: Any) -> list[CourseCount]:
    async with store.unit_of_work() as uow:
        return list(await uow.course_counts.all())


async def test_each_municipality_month_and_version_has_its_own_count(store: Any) -> None:
    for municipality, month in (("stjordal", "2026-12"), ("stjordal", "2026-11"), ("melhus", "2026-11")):
        await count(store, municipality, month)
    await count(store)
    assert await counted(store) == [
        CourseCount("melhus", "2026-11", *COURSE, 1),
        CourseCount("stjordal", "2026-11", *COURSE, 2),
        CourseCount("stjordal", "2026-12", *COURSE, 1),
    ]


async def test_several_who_finish_in_the_same_moment_are_all_counted(store: Any) -> None:
    await asyncio.gather(*(count(store) for _ in range(8)))
    assert [one.number for one in await counted(store)] == [8]


async def test_what_is_not_committed_is_not_counted(store: Any) -> None:
    async with store.unit_of_work() as uow:
        await uow.course_counts.add("stjordal", "2026-11", *COURSE)
    assert await counted(store) == []


async def test_the_progress_of_a_person_goes_with_everything_else_and_the_count_stays(store: Any) -> None:
    progress = CourseProgress("ny-her", ("fare-forst",), False, AT.date(), COURSE[1], ("stjordal",))
    state = ConversationState(concerns=(Concern("p1", "ØVELSE", "bekymring", "1", practice="merket"),), course=progress)
    await count(store)
    async with store.unit_of_work() as uow:
        await uow.conversations.save(ANSATT, PERSONAL, state)
        await uow.commit()
    async with store.unit_of_work() as uow:
        assert await uow.conversations.get(ANSATT, PERSONAL) == state
        await uow.conversations.forget(ANSATT)
        await uow.commit()
    async with store.unit_of_work() as uow:
        assert await uow.conversations.get(ANSATT, PERSONAL) == ConversationState()
    assert [one.number for one in await counted(store)] == [1]
