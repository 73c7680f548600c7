"""A card that landed twice is found when somebody presses the wrong one: it is emptied, and the other stands."""

from __future__ import annotations

from bot.domain.commands import RetireDouble
from bot.domain.errors import DomainError
from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.outcomes import Done, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_team


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
        key = f"double:{case.id}:{command.card_id}"
        payload: Payload = {"activity_id": command.card_id, "double": "yes"}
        await uow.outbox.add(OutboxItem(Kind.ERASE, key, clock.now(), f"team:{case.team}", case.id, payload))
    return Done(command)
