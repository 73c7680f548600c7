"""Who has duty in which team, sealed; found by a keyed hash of the member."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from pydantic import TypeAdapter

from bot.domain.case import Member
from bot.domain.on_duty import OnDuty
from bot.store.database import Run
from bot.store.keys import Keys, Purpose
from bot.store.readable import readable

_MEMBER: TypeAdapter[Member] = TypeAdapter(Member)


class SqlDuties:
    """Duties in the database."""

    def __init__(self, run: Run, keys: Keys) -> None:
        self._run = run
        self._keys = keys
        self._sealer = keys.sealer(Purpose.CHANNEL)
        self.ended_any = False
        """Whether something was deleted in this unit, so that traces beside the database must go too."""

    async def keep(self, duty: OnDuty) -> None:
        """Keep it, in place of what the same member has said about the same team before."""
        index = self._index(duty.member.id)
        sealed = self._sealer.seal(_MEMBER.dump_json(duty.member), _where(duty.team, index))
        await self._run("keep_duty", team=duty.team, person=index, member=sealed, last_on=duty.last_on.isoformat())

    async def of_team(self, team: str, today: date) -> Sequence[OnDuty]:
        """Return who has duty in the team today, the one whose duty lasts longest last."""
        rows = await self._run("duties_of_team", team=team, today=today.isoformat())

        def duty(index: str, sealed: bytes, last_on: str) -> OnDuty:
            member = _MEMBER.validate_json(self._sealer.open(sealed, _where(team, index)))
            return OnDuty(team, member, date.fromisoformat(last_on))

        return readable(rows, duty, "on_duty")

    async def end(self, team: str, member_id: str) -> bool:
        """End the duty of one member; False when they had none."""
        return await self._ended(team, self._index(member_id))

    async def end_all_but(self, team: str, member_ids: Collection[str]) -> int:
        """End the duty of everybody else in the team; return how many there were."""
        kept = {self._index(one) for one in member_ids}
        others = [index for (index,) in await self._run("people_on_duty", team=team) if index not in kept]
        return sum([await self._ended(team, index) for index in others])

    async def _ended(self, team: str, index: str) -> bool:
        ended = bool(await self._run("end_duty", team=team, person=index))
        self.ended_any = self.ended_any or ended
        return ended

    def _index(self, member_id: str) -> str:
        return self._keys.index("person", member_id)


def _where(team: str, index: str) -> str:
    return f"on_duty|{team}|{index}|member"
