"""How many have finished a course, by municipality, month and version. Who they are never gets here."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.figures import CourseCount
from bot.store.database import Run


class SqlCourseCounts:
    """Counts in the database."""

    def __init__(self, run: Run) -> None:
        self._run = run

    async def add(self, municipality: str, month: str, course: str, version: str) -> None:
        """Count one more."""
        await self._run("count_course", municipality=municipality, month=month, course=course, version=version)

    async def all(self) -> Sequence[CourseCount]:
        """Return every count, oldest month first."""
        return [CourseCount(*row) for row in await self._run("course_counts")]
