"""A team works in another channel from now on: its open cases get their cards there, and the old ones are emptied."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
from bot.domain.outbox import Kind, OutboxItem, OutboxRow, Payload
from bot.domain.ports import CardPosted, ChannelLink, UnitOfWork
from bot.domain.turn import Place
from bot.usecases.erase_messages import erase_key, stands_in


async def move_cases(old: ChannelLink, new: Place, uow: UnitOfWork, now: datetime) -> int:
    """Queue a new card for each open case whose card stands elsewhere, and the emptying of what it leaves behind.

    Nothing is emptied in a channel the bot is known not to reach. Returns how many cases move. They are held first:
    what lands or is drawn meanwhile is either seen here, or sees where the team is now.
    """
    await uow.cases.hold_open(old.team)
    cases = await uow.cases.open_in(old.team)
    return sum([await move_case(case, new, uow, now, empties=not old.problem) for case in cases])


async def move_case(case: Case, to: Place, uow: UnitOfWork, now: datetime, *, empties: bool = True) -> bool:
    """Queue a new card for the case, and the emptying of the one that stands elsewhere; False when none does. A card of
    a bot that is registered anew stands elsewhere too: its buttons lead nowhere, and this bot cannot empty it."""
    card = await uow.channels.card_of(case.id)
    is_dead = card is not None and card.place.is_with_another_bot(to)
    if card is None or (card.place.room == to.room and not is_dead):
        return False
    await uow.channels.retire_card(case.id)
    key = f"card:{case.id}:moved:{card.activity_id}"
    await uow.outbox.add(OutboxItem(Kind.CASE_CARD, key, now, f"team:{case.team}", case.id))
    if empties and not is_dead:
        await _empty(case, card, uow, now)
    return True


async def bring_card(case: Case, to: Place, uow: UnitOfWork, now: datetime) -> None:
    """Queue a card in this channel for a case that is opened again: it may have been taken away while it was over."""
    if await uow.channels.card_of(case.id) is not None:
        await move_case(case, to, uow, now)
        return
    key = f"card:{case.id}:opened:v{case.version}"
    await uow.outbox.add(OutboxItem(Kind.CASE_CARD, key, now, f"team:{case.team}", case.id))


async def _empty(case: Case, card: CardPosted, uow: UnitOfWork, now: datetime) -> None:
    sent = await uow.outbox.sent_about(case.id)
    lines = [row for row in sent if row.item.kind is Kind.RELAYED_LINE or _is_copy_in(card.place, row)]
    for activity_id in (card.activity_id, *(row.activity_id for row in lines)):
        if activity_id is not None:
            await empty_left(case, activity_id, card.place, uow, now)


def _is_copy_in(place: Place, row: OutboxRow) -> bool:
    return row.item.kind is Kind.COPY and row.sent_to is not None and row.sent_to.room == place.room


async def empty_left(case: Case, activity_id: str, place: Place, uow: UnitOfWork, now: datetime) -> None:
    """Queue the emptying of a message that stands in a channel its case has left."""
    payload: Payload = {"activity_id": activity_id, **left_in(place)}
    key = erase_key(case.id, activity_id)
    await uow.outbox.add(OutboxItem(Kind.ERASE, key, now, f"team:{case.team}", case.id, payload))


def left_in(place: Place) -> Payload:
    """Return what tells, in a row, that a message stands in that channel, whatever is the team's today."""
    return {"moved": "yes", **stands_in(place)}
