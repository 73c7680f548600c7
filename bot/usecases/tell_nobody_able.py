"""Tell who sent a case, its team and the administrators when nobody in the channel can take it: all are inhabil."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import BEFORE_TAKEN
from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.ports import UnitOfWork
from bot.usecases.tell_admins import tell_admins

NOBODY_ABLE = "nobody_able"


async def tell_nobody_able(team: str, roster: frozenset[str], uow: UnitOfWork, now: datetime) -> None:
    """Queue what is told of each free case in which everybody on the roster is inhabil; the same case is told once.

    An empty roster means that Teams could not tell. Why nobody can take it is told to no one who sent a case.
    """
    if not roster:
        return
    for case in await uow.cases.open_in(team):
        if case.status in BEFORE_TAKEN and roster.issubset(case.recused):
            about = f"{NOBODY_ABLE}:{case.id}"
            sender, channel = f"requester:{case.id}", f"team:{team}"
            notice, line = f"notice:{about}", f"thread:{about}"
            told: Payload = {"notice": NOBODY_ABLE}
            await uow.outbox.add(OutboxItem(Kind.REQUESTER_NOTICE, notice, now, sender, case.id, told))
            await uow.outbox.add(OutboxItem(Kind.THREAD_LINE, line, now, channel, case.id, {"line": NOBODY_ABLE}))
            await tell_admins("team.admin_nobody_able", about, uow, now, case=case.code, team=team)
