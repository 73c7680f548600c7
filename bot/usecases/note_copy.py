"""A case was shown to who asked for it: the message is one more copy of its words, and is emptied when they must go."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
from bot.domain.errors import CaseNotFound, CaseUnreadable
from bot.domain.outbox import Kind, OutboxItem
from bot.domain.ports import UnitOfWork
from bot.domain.turn import Place, PlaceKind
from bot.usecases.erase_messages import erase_shown


async def note_copy(case_id: str, activity_id: str, place: Place, uow: UnitOfWork, now: datetime) -> None:
    """Keep with the case which message shows it, in its team's channel or its sender's own chat. The card and the
    receipt are kept already, and an invented case is nobody's."""
    try:
        case = await uow.cases.get(case_id)
    except (CaseNotFound, CaseUnreadable):
        return
    lane = await _lane(case, activity_id, place, uow)
    if lane is None:
        return
    item = OutboxItem(Kind.COPY, f"copy:{case.id}:{activity_id}", now, lane, case.id)
    channel = place if place.kind is PlaceKind.CHANNEL else None  # a chat would tell who sent the case
    await uow.outbox.note_sent(item, activity_id, channel)
    await erase_shown(case, item, activity_id, channel, uow, now)


async def _lane(case: Case, activity_id: str, place: Place, uow: UnitOfWork) -> str | None:
    """Return where what is sent about the case goes when it goes to this place; None for any other."""
    if place.kind is PlaceKind.CHANNEL:
        link = await uow.channels.of_team(case.team)
        is_theirs = (
            link is not None and link.place.room == place.room and await uow.channels.case_of_card(activity_id) is None
        )
        return f"team:{case.team}" if is_theirs else None
    requester = await uow.cases.requester_of(case.id)
    is_own = requester is not None and requester.place.room == place.room and requester.receipt_id != activity_id
    return f"requester:{case.id}" if is_own else None
