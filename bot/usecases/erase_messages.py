"""When a text must go, it goes from what is sent too: lines in the thread, notices and the requester's receipt."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from bot.domain.case import Case
from bot.domain.errors import CaseNotFound
from bot.domain.outbox import LEFT, Kind, OutboxItem, OutboxRow, Payload
from bot.domain.ports import UnitOfWork
from bot.domain.turn import Place, PlaceKind

CARRIES_TEXT = (Kind.RELAYED_LINE, Kind.RELAYED_NOTICE, Kind.COPY, Kind.UNREADABLE)
"""The card itself is updated like after every change; these stand beside it. What a newer version sent may do so."""


async def erase_messages(case: Case, uow: UnitOfWork, now: datetime) -> None:
    """Queue the emptying of every message about the case that may carry its text. Twice is the same as once."""
    for row in await uow.outbox.sent_about(case.id):
        if row.item.kind in CARRIES_TEXT and row.activity_id is not None:
            await _erase(case, row.activity_id, row.item.conversation, uow, now, row.sent_to)
    await _erase_receipt(case, uow, now)


async def erase_copies(case: Case, uow: UnitOfWork, now: datetime) -> None:
    """Queue the emptying of what the requester has in their own chat."""
    for activity_id in await _copies(case, uow):
        await _erase(case, activity_id, f"requester:{case.id}", uow, now)


async def left_behind(case: Case, uow: UnitOfWork, now: datetime) -> Sequence[OutboxItem]:
    """Return what empties the copies in the requester's chat although nobody knows any more whose they are: each row
    holds the chat itself, until it is delivered or given up. To be added when who sent the case is forgotten."""
    requester = await uow.cases.requester_of(case.id)
    if requester is None:
        return ()
    return [_left(case.id, activity_id, requester.place, now) for activity_id in await _copies(case, uow)]


async def _copies(case: Case, uow: UnitOfWork) -> Sequence[str]:
    """Return the messages in the requester's own chat that may carry the text of the case."""
    own, requester = f"requester:{case.id}", await uow.cases.requester_of(case.id)
    sent = [row for row in await uow.outbox.sent_about(case.id) if row.item.kind in CARRIES_TEXT]
    told = [row.activity_id for row in sent if row.activity_id is not None and row.item.conversation == own]
    receipt = [requester.receipt_id] if requester is not None and requester.receipt_id else []
    return list(dict.fromkeys((*told, *receipt)))


def _left(case_id: str, activity_id: str, chat: Place, now: datetime) -> OutboxItem:
    payload: Payload = {"activity_id": activity_id, **stands_in(chat)}
    return OutboxItem(Kind.ERASE, erase_key(case_id, activity_id), now, f"{LEFT}{case_id}", case_id, payload)


async def erase_shown_to_team(case: Case, uow: UnitOfWork, now: datetime) -> None:
    """Queue the emptying of what was shown of the case in its team's channel besides the card: another text stands
    there now."""
    for row in await uow.outbox.sent_about(case.id):
        if row.item.kind is Kind.COPY and row.activity_id is not None and row.item.conversation == f"team:{case.team}":
            await _erase(case, row.activity_id, row.item.conversation, uow, now, row.sent_to)


async def erase_what_came_too_late(
    row: OutboxRow, activity_id: str, place: Place, uow: UnitOfWork, now: datetime
) -> None:
    """Queue the emptying of a message that was on its way when its text went, or when its receiver was forgotten:
    nobody knew where it stands."""
    if row.item.kind not in CARRIES_TEXT:
        return
    try:
        case = await uow.cases.get(row.item.case_id or "")
    except CaseNotFound:
        return
    if row.item.conversation == f"requester:{case.id}" and await uow.cases.requester_of(case.id) is None:
        await uow.outbox.add(_left(case.id, activity_id, place, now))
        return
    if _is_gone(case, row.item):
        await _erase(case, activity_id, row.item.conversation, uow, now)


async def erase_shown(
    case: Case, shown: OutboxItem, activity_id: str, place: Place | None, uow: UnitOfWork, now: datetime
) -> None:
    """Let what was shown be emptied with the text of the case; at once, when that went while it was on its way."""
    await uow.outbox.let_come_again(erase_key(case.id, activity_id))
    if not case.has_words:
        await _erase(case, activity_id, shown.conversation, uow, now, place)


def _is_gone(case: Case, item: OutboxItem) -> bool:
    """Tell whether the case no longer holds what the message tells; a new text numbers its messages from the start."""
    number = item.payload.get("message", item.payload.get("about"))
    if number is None or not number.isdecimal():
        return item.payload.get("notice") == "answered" and case.answer is None
    told = case.messages[int(number) :][:1]
    return not told or told[0].at > item.due_at


async def _erase_receipt(case: Case, uow: UnitOfWork, now: datetime) -> None:
    requester = await uow.cases.requester_of(case.id)
    if requester is not None and requester.receipt_id:
        await _erase(case, requester.receipt_id, f"requester:{case.id}", uow, now)


async def _erase(
    case: Case, activity_id: str, conversation: str, uow: UnitOfWork, now: datetime, place: Place | None = None
) -> None:
    """Queue the emptying of a message: in this channel, where it need not be the one of the case's card."""
    payload: Payload = {"activity_id": activity_id, **(stands_in(place) if place else {})}
    key = erase_key(case.id, activity_id)
    await uow.outbox.add(OutboxItem(Kind.ERASE, key, now, conversation, case.id, payload))


def stands_in(place: Place) -> Payload:
    """Return what tells, in a row, which channel or chat a message stands in, whatever is the team's today."""
    return {
        "conversation_id": place.conversation_id,
        "reference": json.dumps(dict(place.reference)),
        "channel_id": place.channel_id or "",
        "teams_team_id": place.teams_team_id or "",
    }


def chat_of(payload: Payload) -> Place:
    """Return the chat of its own that a row names."""
    return Place(PlaceKind.PERSONAL, payload["conversation_id"], json.loads(payload.get("reference") or "{}"))


def erase_key(case_id: str, activity_id: str) -> str:
    """Return the dedupe key: a message is emptied once, for whatever reason."""
    return f"erase:{case_id}:{activity_id}"
