"""Deletes everything kept about one person: conversations, reminders, and that they sent any case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.again import unless_collided
from bot.domain.errors import CaseUnreadable
from bot.domain.event_log import EventLog
from bot.domain.outbox import Kind, OutboxItem
from bot.domain.ports import Clock, Store, UnitOfWork
from bot.domain.turn import Person
from bot.usecases.erase_messages import left_behind

log = EventLog(__name__)


@dataclass(frozen=True)
class Forgotten:
    """What was found about the person."""

    things: int
    """Conversations, reminders, and their name on what they published."""
    cases: int
    open_cases: int
    """Cases that are not over: the team keeps them, but can't reach the requester any more."""
    emptied: int = 0
    """Messages with words of a case that stand in their chat, and are emptied when the bot runs."""
    out_of_reach: int = 0
    """Cases that cannot be opened, or whose link to the chat cannot: what stands of them there stays."""


async def forget_everything(store: Store, clock: Clock, person: Person) -> Forgotten:
    """Delete all in one commit. Texts of cases stay with the team: they are not about the person who sent them. The
    copies in the person's own chat are emptied by the bot that runs, which needs no link to the case for that."""
    return await unless_collided(lambda: _forget_everything(store, clock.now(), person))


async def _forget_everything(store: Store, now: datetime, person: Person) -> Forgotten:
    async with store.unit_of_work() as uow:
        case_ids = sorted(await uow.cases.ids_sent_by(person))
        for case_id in case_ids:  # what lands meanwhile is either seen here or finds that nobody is known any more
            await uow.cases.hold(case_id)
        cases = await uow.cases.sent_by(person)
        reached = [case for case in cases if await uow.cases.requester_of(case.id) is not None]
        left = [item for case in reached for item in await left_behind(case, uow, now)]
        for case_id in case_ids:
            await forget_sender(case_id, uow, now)
        for item in left:
            await uow.outbox.add(item)
        things = await uow.conversations.forget(person)
        await uow.audit.note("person.forgotten", now)
        await uow.commit()
    is_open = [case.ended_at is None for case in cases]
    return Forgotten(things, len(case_ids), sum(is_open), len(left), len(case_ids) - len(reached))


async def forget_sender(case_id: str, uow: UnitOfWork, now: datetime) -> bool:
    """Delete the link between a case and who sent it, and their name where it was shown to the team; in a case that
    cannot be opened the name cannot be read either. False when another replica has done it."""
    if not await uow.retention.forget_requester(case_id):
        return False
    try:
        case = await uow.cases.get(case_id)
    except CaseUnreadable:
        log.error("forget.case_unreadable", row=case_id)
        return True
    if case.requester_shown_as:
        nameless = case.changed(requester_shown_as="")
        await uow.cases.save(nameless)
        key = f"card:{case_id}:v{nameless.version}"
        await uow.outbox.add(OutboxItem(Kind.CASE_CARD_UPDATE, key, now, f"team:{case.team}", case_id))
    return True
