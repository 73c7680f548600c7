"""The audit trail, in memory."""

from __future__ import annotations

from datetime import datetime


class FakeAudit:
    def __init__(self, kept: list[tuple[str, datetime, str, str]]) -> None:
        self.kept = kept

    async def note(self, what: str, at: datetime, *, by: str = "system", case_id: str = "") -> None:
        self.kept.append((what, at, by, case_id))

    async def verify(self, read: tuple[int, str] | None = None) -> int | None:
        return None

    async def read_on(self, read: tuple[int, str] | None, at_most: int) -> tuple[int, str]:
        return len(self.kept), ""

    async def head(self) -> tuple[int, str]:
        return len(self.kept), ""

    async def holds(self, seq: int, link: str) -> bool:
        return seq <= len(self.kept)
