"""What has not reached the requester: the team is told so and not the opposite, and it is tried again."""

from __future__ import annotations

import json
from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.case import Case, Status
from bot.domain.errors import CaseNotFound, CaseUnreadable
from bot.domain.follow_up import FollowUp
from bot.domain.outbox import ANEW, STATUS_NOTICES, Kind, OutboxItem, OutboxRow, Payload, RowState
from bot.domain.ports import UnitOfWork
from bot.domain.turn import Person, Place
from bot.usecases.erase_messages import chat_of

TOLD = frozenset({"answered", "question", "question_waits", "meeting", "redacted"})
"""Notices about which the team has been told that the requester gets them, or waits for what the requester does."""
UNREACHED, UNREACHABLE = "unreached", "unreachable"
"""How it stands with what the team has sent: not there yet, or nobody knows any more who sent the case."""
STANDING: Final = "standing"
ANSWER = "answered"
"""The notice with the team's answer."""
_CONCERNS = {FollowUp.QUESTION_UNANSWERED: ("question", "question_waits"), FollowUp.NOT_CLOSED: (ANSWER,)}
"""Reminders to a member, and the notices that must have come through for what they say."""


async def tell_unreached(row: OutboxRow, uow: UnitOfWork, now: datetime) -> None:
    """Queue the line that it has not come through, when it was a notice the team counts on; once for each."""
    if _is_told(row):
        await _tell(row, UNREACHED, uow, now)
        await _redraw(row, UNREACHED, uow, now)


async def tell_reached(row: OutboxRow, uow: UnitOfWork, now: datetime) -> None:
    """Queue the line that it has come through after all, when the team was told that it had not."""
    if _is_told(row) and await uow.outbox.is_known(await _key(row, UNREACHED, uow)):
        await _tell(row, "reached", uow, now)
        await _redraw(row, "reached", uow, now)


async def tell_unreachable(row: OutboxRow, uow: UnitOfWork, now: datetime) -> None:
    """Queue the line that nothing can come through: who sent the case is deleted. Once for each case."""
    if _is_told(row):
        await _line(row, UNREACHABLE, f"thread:{row.item.case_id}:{UNREACHABLE}", uow, now)
        await _redraw(row, UNREACHABLE, uow, now)


async def how_it_stands(case: Case, follow_up: str, uow: UnitOfWork) -> str:
    """Return whether what a reminder to a member is about has come through: UNREACHED, UNREACHABLE or nothing."""
    notices = _CONCERNS.get(FollowUp(follow_up), ()) if follow_up else ()
    if not notices:
        return ""
    if await uow.cases.requester_of(case.id) is None:
        return UNREACHABLE
    waiting = case.open_question
    number = str(case.messages.index(waiting)) if waiting and "question" in notices else None
    parked = [row for row in await uow.outbox.parked_about(case.id) if _is_told(row)]
    about = [row for row in parked if row.item.payload["notice"] in notices and number in (None, _question(row))]
    return UNREACHED if about else ""


async def how_the_answer_stands(case: Case, uow: UnitOfWork) -> str:
    """Return whether the team's answer has come through, for the card of the case: UNREACHED, UNREACHABLE or nothing.
    Of a case that is closed only what is known to wait is said: who sent it is forgotten in time."""
    if case.answer is None or case.status not in (Status.ANSWERED, Status.CLOSED):
        return ""
    if await uow.cases.requester_of(case.id) is None:
        return UNREACHABLE if case.status is Status.ANSWERED else ""
    parked = [row for row in await uow.outbox.parked_about(case.id) if _is_told(row)]
    return UNREACHED if any(row.item.payload["notice"] == ANSWER for row in parked) else ""


async def try_again(person: Person, uow: UnitOfWork, now: datetime) -> None:
    """Let go again what was given up on its way to this person, who writes and so can be reached, their reminders too.
    What only tells where a case stands is told by its receipt, and what something later says better is not sent."""
    for row in await uow.outbox.reminders_to_come(f"person:{person.pseudonym}"):
        if row.state is RowState.PARKED:
            await uow.queue.retry(row.id, now)
    mine = [
        row
        for case in await uow.cases.sent_by(person)
        for row in await uow.outbox.parked_about(case.id)
        if row.item.conversation == f"requester:{case.id}"
    ]
    status = [row for row in mine if row.item.payload.get("notice") in STATUS_NOTICES]
    newest = {row.item.case_id: row for row in status}
    untold = {row.id for row in newest.values() if await _nothing_else_tells(row, uow)}
    await let_go([row for row in mine if row not in status or row.id in untold], uow, now)
    for row in status:
        if row.id not in untold:
            await _leave_to_receipt(row, uow, now)


async def reach_here(person: Person, place: Place, uow: UnitOfWork, now: datetime, *, unreached: bool) -> None:
    """Send what is to come to this person to the chat they write from now, where the one that is kept leads nowhere: a
    bot that is registered anew has another chat with everybody, or something could not be sent there (`unreached`)."""
    case_ids = sorted(case.id for case in await uow.cases.sent_by(person))
    sent = [(one, await uow.cases.requester_of(one)) for one in case_ids]
    elsewhere = [
        one for one, who in sent if who and who.place != place and (unreached or who.place.is_with_another_bot(place))
    ]
    for case_id in elsewhere:  # every case before any row, as everywhere: else two who take both stop each other
        await uow.cases.hold(case_id)
    for case_id in elsewhere:
        await uow.cases.reach_requester_at(case_id, place)
    lane = f"person:{person.pseudonym}"
    for row in await uow.outbox.reminders_to_come(lane):
        if "conversation_id" not in row.item.payload:
            continue  # it cannot be read, and keeps nobody from being heard
        item, is_parked = row.item, row.state is RowState.PARKED
        kept = chat_of(item.payload)
        is_waiting_there = row.state is RowState.WAITING and kept.is_with_another_bot(place)
        if kept.conversation_id != place.conversation_id and (is_parked or is_waiting_there):
            here: Payload = {"conversation_id": place.conversation_id, "reference": json.dumps(dict(place.reference))}
            due_at = now if is_parked else item.due_at
            moved = replace(item, conversation=lane, due_at=due_at, payload={**item.payload, **here})
            await uow.outbox.reschedule(moved)


async def let_go(rows: Sequence[OutboxRow], uow: UnitOfWork, now: datetime) -> None:
    """Let go again what was given up on its way to those who sent the cases, the earliest first. What something later
    among it says better, and a question that waits for no answer any more, is not sent."""
    newest = {_same(row): row.id for row in rows}
    # Every case that is asked about is held before any row, as everywhere: else two who take both stop each other
    overtaken = {row.id for row in rows if newest[_same(row)] != row.id or await _is_over(row, uow)}
    for row in rows:
        if row.id in overtaken:
            await uow.queue.drop(row.id, "overtaken", now)
        else:
            await uow.queue.retry(row.id, now)


async def _leave_to_receipt(row: OutboxRow, uow: UnitOfWork, now: datetime) -> None:
    case_id = row.item.case_id or ""
    requester = await uow.cases.requester_of(case_id)
    if requester is not None and requester.receipt_id:
        key = f"receipt:{case_id}:{row.id}"
        await uow.outbox.add(OutboxItem(Kind.RECEIPT_UPDATE, key, now, row.item.conversation, case_id))
    await uow.queue.drop(row.id, "left_to_receipt", now)


async def _nothing_else_tells(row: OutboxRow, uow: UnitOfWork) -> bool:
    """Tell whether this alone says where the case stands: there is no receipt, as when it is in a chat that leads
    nowhere, and no answer either."""
    requester, case = await uow.cases.requester_of(row.item.case_id or ""), await _case(row, uow)
    if requester is None or requester.receipt_id or case is None:
        return False
    return case.status not in (Status.ANSWERED, Status.CLOSED, Status.WITHDRAWN)


async def _is_over(row: OutboxRow, uow: UnitOfWork) -> bool:
    """Tell whether the row asks something that waits for no answer any more."""
    if row.item.payload.get("notice") != "question":
        return False
    case = await _case(row, uow)
    if case is None:
        return False
    return case.open_question is None or str(case.messages.index(case.open_question)) != _question(row)


def _same(row: OutboxRow) -> Hashable:
    """Return what two rows have in common of which the later one says all that the earlier one does."""
    payload, notice = row.item.payload, row.item.payload.get("notice", "")
    if _is_question(notice):
        return (row.item.case_id, "question", _question(row))
    return (row.item.case_id, row.item.kind, notice, payload.get("activity_id"))


def _is_told(row: OutboxRow) -> bool:
    is_to_requester = row.item.conversation == f"requester:{row.item.case_id}"
    return is_to_requester and row.item.payload.get("notice") in TOLD


def _is_question(notice: str) -> bool:
    return notice in ("question", FollowUp.QUESTION_WAITS)


def _question(row: OutboxRow) -> str | None:
    """Return the number of the question that a question, or the reminder of it, is about."""
    payload = row.item.payload
    return payload.get("about") if payload["notice"] == FollowUp.QUESTION_WAITS else payload.get("message")


async def _key(row: OutboxRow, how: str, uow: UnitOfWork) -> str:
    """Return the dedupe key of the line: a question and the reminder of it are one thing, told once. Its number alone
    does not tell it from one before the text was taken away."""
    if not _is_question(row.item.payload["notice"]):
        return f"thread:{how}:{row.item.dedupe_key}"
    case, number = await _case(row, uow), int(_question(row) or 0)
    asked = case.question_key(number) if case is not None and number < len(case.messages) else str(number)
    return f"thread:{how}:question:{row.item.case_id}:{asked}"


async def _tell(row: OutboxRow, how: str, uow: UnitOfWork, now: datetime) -> None:
    await _line(row, f"{how}_{row.item.payload['notice']}", await _key(row, how, uow), uow, now)


async def _redraw(row: OutboxRow, how: str, uow: UnitOfWork, now: datetime) -> None:
    """Queue the card of the case, which says whether the answer has come through. One that is on its way is enough: an
    answer that is refused each hour would else leave a row each hour, all refused with it."""
    case = await _case(row, uow) if row.item.payload["notice"] == ANSWER else None
    if case is not None:
        key = f"card:{case.id}:{how}:{row.id}"
        await uow.outbox.let_come_again(key)
        await uow.outbox.add(OutboxItem(Kind.CASE_CARD_UPDATE, key, now, f"team:{case.team}", case.id, {ANEW: "yes"}))


async def _line(row: OutboxRow, line: str, key: str, uow: UnitOfWork, now: datetime) -> None:
    case = await _case(row, uow)
    if case is not None and case.status is not Status.WITHDRAWN:
        await uow.outbox.add(OutboxItem(Kind.THREAD_LINE, key, now, f"team:{case.team}", case.id, {"line": line}))


async def _case(row: OutboxRow, uow: UnitOfWork) -> Case | None:
    try:
        return await uow.cases.get(row.item.case_id or "")
    except (CaseNotFound, CaseUnreadable):
        return None
