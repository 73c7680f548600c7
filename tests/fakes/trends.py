"""What teams have told, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.trend import Trend


class FakeTrends:
    def __init__(self, kept: dict[str, Trend]) -> None:
        self.kept = kept

    async def add(self, trend: Trend) -> bool:
        is_new = trend.id not in self.kept
        self.kept.setdefault(trend.id, trend)
        return is_new

    async def change(self, trend: Trend) -> None:
        if trend.id in self.kept:
            self.kept[trend.id] = trend

    async def remove(self, id: str) -> None:
        self.kept.pop(id, None)

    async def of(self, municipality: str) -> Sequence[Trend]:
        mine = [one for one in self.kept.values() if one.municipality == municipality]
        return sorted(mine, key=lambda one: (one.told_on, one.id), reverse=True)

    def delete_told(self, before: date) -> int:
        old = [one.id for one in self.kept.values() if one.told_on < before]
        for key in old:
            del self.kept[key]
        return len(old)
