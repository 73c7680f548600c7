"""Work that only one replica does at a time: a row with an end, instead of a connection that is held."""

from __future__ import annotations

from datetime import datetime

from bot.store.database import Run
from bot.store.moments import to_number


class SqlLeases:
    """Leases in the database."""

    def __init__(self, run: Run) -> None:
        self._run = run

    async def take(self, work: str, owner: str, now: datetime, until: datetime) -> bool:
        """Take the work, or go on with it; False while another owner has it and their time is not up."""
        rows = await self._run("take_lease", work=work, owner=owner, now=to_number(now), until=to_number(until))
        return bool(rows)

    async def give_back(self, work: str, owner: str) -> None:
        """Let go, if the work is still this owner's."""
        await self._run("give_back_lease", work=work, owner=owner)
