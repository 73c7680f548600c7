"""Tell who sent a case, its team and the administrators when nobody in the channel can take it: all are inhabil."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import BEFORE_TAKEN, Case, Member
from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.ports import UnitOfWork
from bot.usecases.tell_admins import tell_admins

NOBODY_ABLE = "nobody_able"


async def tell_nobody_able(team: str, roster: frozenset[str], uow: UnitOfWork, now: datetime) -> None:
    """Queue what is told of each free case in which all of the team on the roster are inhabil: once, and once more when
    somebody has come who is inhabil too.

    An empty roster means that Teams could not tell. Why nobody can take it is told to no one who sent a case. Whoever
    is from another organisation takes no case.
    """
    able = {one for one in roster if not Member(one, "").is_from_outside}
    if not able:
        return
    for case in await uow.cases.open_in(team):
        if is_free(case) and able.issubset(case.recused):
            about = f"{NOBODY_ABLE}:{case.id}:{len(case.recused)}"
            sender, channel = f"requester:{case.id}", f"team:{team}"
            notice, line = f"notice:{about}", f"thread:{about}"
            told: Payload = {"notice": NOBODY_ABLE}
            await uow.outbox.add(OutboxItem(Kind.REQUESTER_NOTICE, notice, now, sender, case.id, told))
            await uow.outbox.add(OutboxItem(Kind.THREAD_LINE, line, now, channel, case.id, {"line": NOBODY_ABLE}))
            await tell_admins("team.admin_nobody_able", about, uow, now, case=case.code, team=team)


def is_free(case: Case) -> bool:
    """Tell whether nobody has the case, and somebody is to take and answer it. One that is answered and was let go
    waits for nobody: whoever sent it has their advice."""
    return case.status in BEFORE_TAKEN and not case.has_its_answer
