"""How often each answer is shown, counted by month and by nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.domain.published import ShownAnswers, month_of
from bot.store.database import Run


class SqlAnswersShown:
    """Counts in the database; several replicas add to the same row."""

    def __init__(self, run: Run) -> None:
        self._run = run

    async def add(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Add how often each (article, month) was shown; in a fixed order, so that replicas never wait in a ring."""
        for (article, month), times in sorted(counts.items()):
            await self._run("count_shown", article=article, month=month, times=times)

    async def since(self, at: datetime) -> ShownAnswers:
        """Return how often each answer was shown since the start of that month, and how long there are counts."""
        rows = await self._run("answers_shown", since=month_of(at))
        first = (await self._run("counted_since"))[0][0]
        return ShownAnswers(first or "", {article: int(times) for article, times in rows})
