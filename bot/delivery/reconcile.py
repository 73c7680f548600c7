"""The hourly check: every open case has its card, every card its case, and no row waits for a person unseen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.errors import CaseUnreadable
from bot.domain.event_log import EventLog
from bot.domain.outbox import Kind, OutboxItem
from bot.domain.ports import Clock, Store
from bot.usecases.tell_admins import TO_STAFF

log = EventLog(__name__)

SETTLED_AFTER = timedelta(minutes=10)
"""A case younger than this may still be on its way."""


@dataclass(frozen=True)
class Found:
    """What the check found; all should be nothing."""

    cases_without_card: tuple[str, ...] = ()
    cards_without_case: tuple[str, ...] = ()
    parked: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether all is as it should be."""
        return not (self.cases_without_card or self.cards_without_case or self.parked)


async def reconcile(store: Store, clock: Clock) -> Found:
    """Compare cases and cards; an open case without a card gets one queued. Running it twice is the same as once."""
    now = clock.now()
    async with store.unit_of_work() as uow:
        missing = []
        orphans = tuple(await uow.retention.cards_without_case())
        # What administrators are told of it is no news to them: they would be told of one row more each time
        parked = sum(not row.item.dedupe_key.startswith(TO_STAFF) for row in await uow.outbox.parked())
        for case_id in await uow.retention.cases_without_card(now - SETTLED_AFTER):
            try:
                case = await uow.cases.get(case_id)
            except CaseUnreadable:  # nobody can draw it; the rounds tell of it
                continue
            if case.ended_at is not None or await uow.channels.card_of(case_id) is not None:  # meanwhile
                continue
            key = f"card:{case_id}:found-missing-v{case.version}"
            await uow.outbox.add(OutboxItem(Kind.CASE_CARD, key, now, f"team:{case.team}", case_id))
            missing.append(case_id)
        await uow.commit()
    found = Found(tuple(missing), orphans, parked)
    if not found.is_clean:
        log.warning("reconcile.found", missing=len(missing), orphans=len(orphans), parked=found.parked)
    return found
