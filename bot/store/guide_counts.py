"""How often guides are begun and where they end, by municipality and month. Who it was never gets here."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.figures import GuideCount
from bot.store.database import Run


class SqlGuideCounts:
    """Counts in the database."""

    def __init__(self, run: Run) -> None:
        self._run = run

    async def add(self, municipality: str, month: str, guide: str, outcome: str) -> None:
        """Count one more; an empty outcome is one begun."""
        await self._run("count_guide", municipality=municipality, month=month, guide=guide, outcome=outcome)

    async def all(self) -> Sequence[GuideCount]:
        """Return every count, oldest month first."""
        return [GuideCount(*row) for row in await self._run("guide_counts")]
