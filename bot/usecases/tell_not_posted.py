"""A case that is sent and not in its team's channel yet: who sent it is told, once, and may ask somebody else."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.domain.case import Case, Status
from bot.domain.errors import CaseNotFound, CaseUnreadable
from bot.domain.outbox import Kind, OutboxItem, OutboxRow
from bot.domain.ports import UnitOfWork

NOT_POSTED: Final = "not_posted"
"""The notice."""
LONG = timedelta(minutes=30)
"""So long a channel that is out of reach may be back without anybody being told."""


async def tell_not_posted(case: Case, uow: UnitOfWork, now: datetime) -> None:
    """Queue the notice, unless the case is over or the team has got it. Twice is the same as once."""
    if is_not_posted(case):
        key, lane = f"notice:{case.id}:{NOT_POSTED}", f"requester:{case.id}"
        await uow.outbox.add(OutboxItem(Kind.REQUESTER_NOTICE, key, now, lane, case.id, {"notice": NOT_POSTED}))


def is_not_posted(case: Case) -> bool:
    """Tell whether the team has not got the case: it has never been in the channel, and nobody has taken it."""
    return case.status is Status.RECEIVED


async def tell_card_given_up(row: OutboxRow, uow: UnitOfWork, now: datetime) -> None:
    """Queue the notice when the row that was given up is the card of a case."""
    if row.item.kind is not Kind.CASE_CARD:
        return
    try:
        case = await uow.cases.get(row.item.case_id or "")
    except (CaseNotFound, CaseUnreadable):
        return
    await tell_not_posted(case, uow, now)


async def tell_of_all_not_posted(team: str, uow: UnitOfWork, now: datetime) -> None:
    """Queue the notice for every case of the team that has waited long for its channel."""
    for case in await uow.cases.open_in(team):
        if now - case.created_at > LONG:
            await tell_not_posted(case, uow, now)
