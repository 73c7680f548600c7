"""Whoever has duty in a team is told, in a chat of their own, of what the team's thread is told or reminded of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.case import Case, Member
from bot.domain.errors import CaseNotFound
from bot.domain.follow_up import Episode, FollowUp
from bot.domain.norway import day_of
from bot.domain.outbox import Kind, OutboxItem, OutboxRow, Payload
from bot.domain.ports import UnitOfWork

REMINDERS = frozenset({FollowUp.UNTOUCHED, FollowUp.OVERDUE_FREE, FollowUp.OVERDUE_FREE_AGAIN})
"""What the clock tells the thread while nobody has the case: whoever has duty is called by name there."""
ON_DUTY: Final = "on_duty"
"""What the notices to whoever has duty begin with, and in a payload: who is called by name."""
NEW_URGENT = f"{ON_DUTY}_new_urgent"


async def on_duty_for(case: Case, uow: UnitOfWork, now: datetime) -> Sequence[Member]:
    """Return who has duty in the team of the case today, without those it is hidden from."""
    found = await uow.on_duty.of_team(case.team, day_of(now))
    return [one.member for one in found if one.member.id not in case.recused]


async def tell_of_urgent(case: Case, uow: UnitOfWork, now: datetime) -> None:
    """Queue the news of an urgent case whose card has just landed in the channel."""
    if case.form.urgency == "haster":
        await _tell(case, await on_duty_for(case, uow, now), NEW_URGENT, Episode(FollowUp.UNTOUCHED), uow, now)


async def remind_on_duty(row: OutboxRow, uow: UnitOfWork, now: datetime) -> None:
    """Queue the reminder that the thread has just got; where nobody has said that they have duty, the line that tells
    how to say it, once a day for each team."""
    reminder = reminder_of(row)
    if reminder is None:
        return
    try:
        case = await uow.cases.get(row.item.case_id or "")
    except CaseNotFound:
        return
    members = await on_duty_for(case, uow, now)
    about = row.item.payload.get("about", "")
    await _tell(case, members, f"{ON_DUTY}_{reminder}", Episode(reminder, about), uow, now, of=f":{row.id}")
    today = day_of(now)
    if not await uow.on_duty.of_team(case.team, today):
        payload: Payload = {"line": "no_duty", "follow_up": str(reminder), "about": about}
        key = f"thread:no_duty:{case.team}:{today.isoformat()}"
        await uow.outbox.add(OutboxItem(Kind.THREAD_LINE, key, now, f"team:{case.team}", case.id, payload))


def reminder_of(row: OutboxRow) -> FollowUp | None:
    """Return which reminder of the clock a line in a thread is; None for any other row."""
    said = row.item.payload.get("line") if row.item.kind is Kind.THREAD_LINE else None
    return next((one for one in REMINDERS if one == said), None)


async def _tell(
    case: Case, members: Sequence[Member], notice: str, wanted: Episode, uow: UnitOfWork, now: datetime, of: str = ""
) -> None:
    """Queue one notice to each member. It is not sent when the case is handled before, or the duty is over.

    `of`: the line in the thread that it goes with, for a case given back is reminded of anew.
    """
    for number, member in enumerate(members):
        payload: Payload = {"notice": notice, "member_id": member.id, "member_name": member.name}
        payload |= {"follow_up": str(wanted.follow_up), "about": wanted.about}
        key, lane = f"duty:{case.id}:{notice}:{member.id}{of}", f"member:{case.id}:{number}"
        await uow.outbox.add(OutboxItem(Kind.MEMBER_NOTICE, key, now, lane, case.id, payload))
