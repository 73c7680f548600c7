"""Who has duty, in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from bot.domain.on_duty import OnDuty

Kept = dict[tuple[str, str], OnDuty]


class FakeDuties:
    def __init__(self, kept: Kept) -> None:
        self.kept = kept

    async def keep(self, duty: OnDuty) -> None:
        self.kept[duty.team, duty.member.id] = duty

    async def of_team(self, team: str, today: date) -> Sequence[OnDuty]:
        mine = [one for one in self.kept.values() if one.team == team and one.last_on >= today]
        return sorted(mine, key=lambda one: (one.last_on, one.member.id))

    async def end(self, team: str, member_id: str) -> bool:
        return self.kept.pop((team, member_id), None) is not None

    async def end_all_but(self, team: str, member_ids: Collection[str]) -> int:
        others = [key for key in self.kept if key[0] == team and key[1] not in member_ids]
        return sum([await self.end(*key) for key in others])

    def delete_ended(self, today: date) -> int:
        return self._delete([key for key, one in self.kept.items() if one.last_on < today])

    def forget(self, member_id: str) -> int:
        return self._delete([key for key in self.kept if key[1] == member_id])

    def _delete(self, keys: Sequence[tuple[str, str]]) -> int:
        for key in keys:
            del self.kept[key]
        return len(keys)
