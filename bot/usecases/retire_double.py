"""A card that landed twice is found when somebody presses the wrong one: it is emptied, and the other stands."""

from __future__ import annotations

from datetime import datetime

from bot.domain.commands import RetireDouble
from bot.domain.errors import DomainError
from bot.domain.outbox import Kind, OutboxItem, OutboxRow, Payload
from bot.domain.outcomes import Done, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.domain.turn import Place
from bot.usecases.case_change import case_for_team
from bot.usecases.erase_messages import stands_in


async def retire_double(command: RetireDouble, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Queue the emptying of a card that is not the one the case has. Says nothing, whatever it finds.

    Which card was pressed is only what the client says: the card of another case is never emptied on its word.
    """
    try:
        case, _ = await case_for_team(command, uow)
    except DomainError:
        return Done(command)
    card = await uow.channels.card_of(case.id)
    if card is not None and not await uow.channels.is_card(command.card_id):
        await _empty(case.id, command.card_id, {}, f"team:{case.team}", uow, clock.now())
    return Done(command)


async def empty_double(row: OutboxRow, activity_id: str, place: Place, uow: UnitOfWork, at: datetime) -> None:
    """Queue the emptying of a card that has just landed beside the one the case has: nothing else knows of it."""
    await _empty(row.item.case_id or "", activity_id, stands_in(place), row.item.conversation, uow, at)


async def _empty(
    case_id: str, activity_id: str, where: Payload, conversation: str, uow: UnitOfWork, at: datetime
) -> None:
    payload: Payload = {"activity_id": activity_id, "double": "yes", **where}
    key = double_key(case_id, activity_id)
    await uow.outbox.add(OutboxItem(Kind.ERASE, key, at, conversation, case_id, payload))


def double_key(case_id: str, activity_id: str) -> str:
    """Return the dedupe key: a double is emptied once, whoever finds it."""
    return f"double:{case_id}:{activity_id}"
