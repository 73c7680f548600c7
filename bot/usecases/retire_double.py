"""A card that landed twice is found when somebody presses the wrong one: it is emptied, and the other stands."""

from __future__ import annotations

from datetime import datetime

from bot.domain.case import Case
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

    Which card was pressed is only what the client says: the card of another case, or a message that is known to be
    anything else, is never emptied on its word, and whose word it was is kept in the audit trail.
    """
    try:
        case, _ = await case_for_team(command, uow)
    except DomainError:
        return Done(command)
    if await uow.channels.card_of(case.id) is not None and await _may_be_double(command.card_id, case, uow):
        await uow.audit.note("case.double_emptied", clock.now(), by=command.by.id, case_id=case.id)
        await _empty(case.id, command.card_id, {}, f"team:{case.team}", uow, clock.now())
    return Done(command)


async def _may_be_double(card_id: str, case: Case, uow: UnitOfWork) -> bool:
    is_known = await uow.channels.case_of_card(card_id) or await uow.outbox.is_something_else(card_id, case.id)
    return not is_known and not await uow.outbox.is_known(double_key(case.id, card_id))


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
