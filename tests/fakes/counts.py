"""In memory: what is counted without telling who, and work that only one replica does at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.figures import CourseCount, GuideCount
from bot.domain.published import ShownAnswers, month_of


class FakeAnswersShown:
    def __init__(self, shown: dict[tuple[str, str], int]) -> None:
        self.shown = shown

    async def add(self, counts: Mapping[tuple[str, str], int]) -> None:
        for key, times in counts.items():
            self.shown[key] = self.shown.get(key, 0) + times

    async def since(self, at: datetime) -> ShownAnswers:
        times: dict[str, int] = {}
        for (article, month), count in self.shown.items():
            if month >= month_of(at):
                times[article] = times.get(article, 0) + count
        return ShownAnswers(min((month for _, month in self.shown), default=""), times)


class FakeLeases:
    def __init__(self, leases: dict[str, tuple[str, datetime]]) -> None:
        self.leases = leases

    async def take(self, work: str, owner: str, now: datetime, until: datetime) -> bool:
        holder, ends = self.leases.get(work, (owner, now))
        if holder != owner and ends > now:
            return False
        self.leases[work] = (owner, until)
        return True

    async def give_back(self, work: str, owner: str) -> None:
        if self.leases.get(work, ("", None))[0] == owner:
            del self.leases[work]


class FakeCourseCounts:
    def __init__(self, counts: Counter[tuple[str, str, str, str]]) -> None:
        self.counts = counts

    async def add(self, municipality: str, month: str, course: str, version: str) -> None:
        self.counts[month, municipality, course, version] += 1

    async def all(self) -> Sequence[CourseCount]:
        return [
            CourseCount(municipality, month, course, version, number)
            for (month, municipality, course, version), number in sorted(self.counts.items())
        ]


class FakeGuideCounts:
    def __init__(self, counts: Counter[tuple[str, str, str, str]]) -> None:
        self.counts = counts

    async def add(self, municipality: str, month: str, guide: str, outcome: str) -> None:
        self.counts[month, municipality, guide, outcome] += 1

    async def all(self) -> Sequence[GuideCount]:
        return [
            GuideCount(municipality, month, guide, outcome, number)
            for (month, municipality, guide, outcome), number in sorted(self.counts.items())
        ]
