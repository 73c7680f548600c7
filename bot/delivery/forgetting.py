"""Deletes everything kept about one person: conversations, reminders, and that they sent any case."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.outbox import Kind, OutboxItem
from bot.domain.ports import Clock, Store
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
            await uow.retention.forget_requester(case.id)
            if case.requester_shown_as:
                nameless = (await uow.cases.get(case.id)).changed(requester_shown_as="")
                await uow.cases.save(nameless)
                key = f"card:{case.id}:v{nameless.version}"
                await uow.outbox.add(OutboxItem(Kind.CASE_CARD_UPDATE, key, now, f"team:{case.team}", case.id))
        things = await uow.conversations.forget(person)
        await uow.audit.note("person.forgotten", now)
        await uow.commit()
    return Forgotten(things, len(cases), sum(not (case.closed_at or case.withdrawn_at) for case in cases))
