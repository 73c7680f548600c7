"""Deletes everything kept about one person: conversations, reminders, and that they sent any case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.outbox import Kind, OutboxItem
from bot.domain.ports import Clock, Store, UnitOfWork
from bot.domain.turn import Person


@dataclass(frozen=True)
class Forgotten:
    """What was found about the person."""

    things: int
    """Conversations, reminders, and their name on what they published."""
    cases: int
    open_cases: int
    """Cases that are not over: the team keeps them, but can't reach the requester any more."""


async def forget_everything(store: Store, clock: Clock, person: Person) -> Forgotten:
    """Delete all in one commit. Texts of cases stay with the team: they are not about the person who sent them."""
    now = clock.now()
    async with store.unit_of_work() as uow:
        cases = await uow.cases.sent_by(person)
        for case in cases:
            await forget_sender(case.id, uow, now)
        things = await uow.conversations.forget(person)
        await uow.audit.note("person.forgotten", now)
        await uow.commit()
    return Forgotten(things, len(cases), sum(case.ended_at is None for case in cases))


async def forget_sender(case_id: str, uow: UnitOfWork, now: datetime) -> None:
    """Delete the link between a case and who sent it, and their name where it was shown to the team."""
    await uow.retention.forget_requester(case_id)
    case = await uow.cases.get(case_id)
    if case.requester_shown_as:
        nameless = case.changed(requester_shown_as="")
        await uow.cases.save(nameless)
        key = f"card:{case_id}:v{nameless.version}"
        await uow.outbox.add(OutboxItem(Kind.CASE_CARD_UPDATE, key, now, f"team:{case.team}", case_id))
