"""What teams have told the samordningsteam, sealed, without who wrote it."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter

from bot.domain.trend import Trend
from bot.store.database import Run
from bot.store.keys import Keys, Purpose
from bot.store.readable import readable

_TREND: TypeAdapter[Trend] = TypeAdapter(Trend)


class SqlTrends:
    """Trends in the database."""

    def __init__(self, run: Run, keys: Keys) -> None:
        self._run = run
        self._sealer = keys.sealer(Purpose.QUESTION)

    async def add(self, trend: Trend) -> bool:
        """Keep it; False when it was kept before."""
        facts = {"municipality": trend.municipality, "told_on": trend.told_on.isoformat()}
        return bool(await self._run("add_trend", id=trend.id, trend=self._sealed(trend), **facts))

    async def change(self, trend: Trend) -> None:
        """Keep it as it is now; nothing happens when it is not kept any more. It stays the same row, so that whoever
        removes it in this moment removes it."""
        await self._run("change_trend", id=trend.id, trend=self._sealed(trend))

    async def remove(self, id: str) -> None:
        """Forget it; nothing happens when it is not kept."""
        await self._run("delete_trend", id=id)

    async def of(self, municipality: str) -> Sequence[Trend]:
        """Return what the teams of the municipality have told, newest first."""
        return readable(await self._run("trends", municipality=municipality), self._opened, "trends")

    def _opened(self, row_id: str, sealed: bytes) -> Trend:
        return _TREND.validate_json(self._sealer.open(sealed, _where(row_id)))

    def _sealed(self, trend: Trend) -> bytes:
        return self._sealer.seal(_TREND.dump_json(trend), _where(trend.id))


def _where(row_id: str) -> str:
    return f"trends|{row_id}|trend"
