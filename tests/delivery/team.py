"""A team with a channel, cases in its outbox, and a worker to deliver them; all invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.delivery import DeliverySettings, OutboxWorker
from bot.delivery.errand import Otherwise
from bot.domain.case import Case
from bot.domain.outbox import Kind, OutboxItem, OutboxRow
from bot.domain.reply import Line, Reply, with_words
from tests.fakes.messenger import FakeMessenger, Sent
from tests.fakes.stores import MovableClock
from tests.store.people import AT, LINK, a_case, requester

QUICK = DeliverySettings(
    client_timeout=0.2, lease=60, visibility_lag=30, poll_every=0.01, conversation_windows=(), app_windows=()
)

TO_REQUESTER = (Kind.REQUESTER_NOTICE, Kind.RELAYED_NOTICE, Kind.RECEIPT_UPDATE)


def present(row: OutboxRow, case: Case | None) -> Reply:
    """Words made at delivery time: what kind, which case, which version, whether the text is there."""
    if case is None:
        return Line(f"{row.item.kind} {row.item.payload.get('text', '')}")
    text = case.text.seen if case.text else "(uten tekst)"
    what = row.item.payload.get("line") or row.item.payload.get("notice") or text
    return Line(f"{row.item.kind} {case.code} v{case.version} {case.status} {what}")


def as_repeat(reply: Reply) -> Reply:
    """Say that it may have come before."""
    return with_words(reply, "(igjen)")


@dataclass
class Team:
    """Everything a delivery test needs."""

    store: Any
    clock: MovableClock
    messenger: FakeMessenger = field(default_factory=FakeMessenger)
    alerts: list[str] = field(default_factory=list)
    settings: DeliverySettings = QUICK

    def worker(self) -> OutboxWorker:
        return OutboxWorker(
            self.store, self.messenger, self.clock, present, self.settings, self._alert, Otherwise(as_repeat)
        )

    async def _alert(self, row: OutboxRow, code: str) -> None:
        self.alerts.append(f"{row.item.kind} {code}")

    async def connect(self) -> None:
        async with self.store.unit_of_work() as uow:
            await uow.channels.link(LINK)
            await uow.commit()

    async def submit(self, number: int = 1, receipt_id: str = "") -> Case:
        case = a_case(number, created_at=self.clock.now(), due_at=self.clock.now())
        async with self.store.unit_of_work() as uow:
            await uow.cases.add(case, replace(requester(), receipt_id=receipt_id), f"s{number}")
            await uow.outbox.add(self.row(Kind.CASE_CARD, f"card:{case.id}", case.id))
            await uow.commit()
        return case

    async def change(self, case_id: str = "case1", **changes: Any) -> Case:
        """Change the case and queue the new card, as a use case does."""
        async with self.store.unit_of_work() as uow:
            case: Case = (await uow.cases.get(case_id)).changed(**changes)
            await uow.cases.save(case)
            await uow.outbox.add(self.row(Kind.CASE_CARD_UPDATE, f"card:{case_id}:v{case.version}", case_id))
            await uow.commit()
        return case

    async def tell(self, kind: Kind, key: str, case_id: str | None = "case1", **payload: str) -> None:
        async with self.store.unit_of_work() as uow:
            await uow.outbox.add(self.row(kind, key, case_id, **payload))
            await uow.commit()

    def row(self, kind: Kind, key: str, case_id: str | None, **payload: str) -> OutboxItem:
        to = f"requester:{case_id}" if kind in TO_REQUESTER else "team:drofting"
        return OutboxItem(kind, key, self.clock.now(), to, case_id, payload)

    async def deliver(self, rounds: int = 1, seconds: float = 0) -> None:
        """Let a new worker deliver what is due; between rounds time passes."""
        for _ in range(rounds):
            await self.worker().deliver_due()
            self.clock.advance(seconds=seconds)

    async def case(self, case_id: str = "case1") -> Case:
        async with self.store.unit_of_work() as uow:
            found: Case = await uow.cases.get(case_id)
            return found

    async def card_of(self, case_id: str = "case1") -> Any:
        async with self.store.unit_of_work() as uow:
            return await uow.channels.card_of(case_id)

    async def counts(self) -> dict[str, int]:
        async with self.store.unit_of_work() as uow:
            return {state.value: count for state, count in (await uow.queue.counts()).items()}

    def cards(self) -> Sequence[Sent]:
        return [sent for sent in self.messenger.visible.values() if sent.reply.text.startswith("case_card")]

    def texts(self) -> list[str]:
        return [sent.reply.text for sent in self.messenger.visible.values()]


__all__ = ["AT", "QUICK", "Team", "present"]
