"""What work on the knowledge must remember until next time: one sealed text a name."""

from __future__ import annotations

from bot.store.database import Run
from bot.store.keys import Keys, Purpose


class SqlRemembered:
    """What is remembered, in the database; the table is named after what came first, the sources of editions."""

    def __init__(self, run: Run, keys: Keys) -> None:
        self._run = run
        self._sealer = keys.sealer(Purpose.EDITION)

    async def of(self, name: str) -> str | None:
        """Return what is remembered under that name."""
        rows = await self._run("remembered", source=name)
        return self._sealer.open(rows[0][0], _place(name)).decode() if rows else None

    async def keep(self, name: str, text: str) -> None:
        """Remember it in place of what was there."""
        await self._run("remember", source=name, state=self._sealer.seal(text.encode(), _place(name)))


def _place(name: str) -> str:
    return f"edition_sources|{name}|state"
