"""How many people are in a team's channel: all of them can read its cases, and whoever owns it can let more in."""

from __future__ import annotations

from datetime import datetime

from bot.domain.ports import UnitOfWork
from bot.usecases.monthly_meeting import takes_cases
from bot.usecases.tell_admins import tell_admins

MANY = 60
"""So many are hardly one team: told of also where nobody knows how many there were before."""
MORE, TIMES = 10, 2
"""Told when there are so many more, and so many times as many, as when it was told last."""


async def keep_readers(team: str, count: int, uow: UnitOfWork) -> None:
    """Remember how many there were when somebody was told."""
    await uow.remembered.keep(_name(team), str(count))


async def watch_readers(team: str, count: int, uow: UnitOfWork, now: datetime) -> None:
    """Tell the administrators when many more than before are in the channel of a team. Twice is the same as once."""
    if not count or not takes_cases(team):
        return
    kept = await uow.remembered.of(_name(team))
    before = int(kept) if kept is not None else None
    has_grown = count > MANY if before is None else count >= max(before + MORE, before * TIMES)
    if has_grown:
        about = f"readers:{team}:{count}:{now:%Y-%m-%d}"
        await tell_admins("team.admin_readers", about, uow, now, team=team, number=str(count))
    if before is None or has_grown or count < before:
        await keep_readers(team, count, uow)


def _name(team: str) -> str:
    return f"readers:{team}"
