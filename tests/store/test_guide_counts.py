"""The counts of guides begun and ended: the same in every store, and nothing in them can be led back to anybody."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.domain.figures import GuideCount


async def count(store: Any, municipality: str = "stjordal", month: str = "2026-11", outcome: str = "") -> None:
    async with store.unit_of_work() as uow:
        await uow.guide_counts.add(municipality, month, "bekymring", outcome)
        await uow.commit()


async def counted(store: Any) -> list[GuideCount]:
    async with store.unit_of_work() as uow:
        return list(await uow.guide_counts.all())


async def test_each_municipality_month_and_outcome_has_its_own_count(store: Any) -> None:
    await count(store, "stjordal", "2026-12")
    await count(store, "", outcome="drofting")
    await asyncio.gather(*(count(store) for _ in range(4)))
    assert await counted(store) == [
        GuideCount("", "2026-11", "bekymring", "drofting", 1),
        GuideCount("stjordal", "2026-11", "bekymring", "", 4),
        GuideCount("stjordal", "2026-12", "bekymring", "", 1),
    ]


async def test_what_is_not_committed_is_not_counted(store: Any) -> None:
    async with store.unit_of_work() as uow:
        await uow.guide_counts.add("stjordal", "2026-11", "bekymring", "")
    assert await counted(store) == []
