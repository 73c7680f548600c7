"""In-memory outbox rows: the writing side for use cases and the queue for the delivery worker."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from bot.domain.outbox import Kind, OutboxItem, OutboxRow, RowState
from bot.domain.turn import Place

OPEN = (RowState.WAITING, RowState.AMBIGUOUS)
NEVER = datetime.max.replace(tzinfo=UTC)
FINISHED = (RowState.DELIVERED, RowState.CANCELLED)
NEVER_SENT = frozenset({Kind.COPY, Kind.UNREADABLE})
"""Kinds that no row to be delivered has."""
Lane = tuple[str, str | None]


@dataclass(frozen=True)
class FakeRow:
    number: int
    row: OutboxRow
    next_at: datetime
    lease_owner: str | None = None
    finished_at: datetime | None = None
    may_have_landed: bool = False
    """As it was when the row was parked."""
    parked_at: datetime = NEVER
    free_from: datetime = field(init=False)
    """From when on somebody may take it. Of the thousands of rows of a year few are looked at further."""

    def __post_init__(self) -> None:
        free_from = max(self.next_at, self.row.lease_until or self.next_at) if self.row.state in OPEN else NEVER
        object.__setattr__(self, "free_from", free_from)

    @property
    def lane(self) -> Lane:
        return self.row.item.conversation, self.row.item.case_id

    def with_row(self, next_at: datetime | None = None, **changes: Any) -> FakeRow:
        return replace(self, row=replace(self.row, **changes), next_at=next_at or self.next_at)


Rows = dict[str, FakeRow]
"""In the order of their numbers: a row keeps its place, a new one comes last."""


class FakeOutbox:
    def __init__(self, rows: Rows, added: asyncio.Event) -> None:
        self.rows = rows
        self.added = added

    async def add(self, item: OutboxItem) -> None:
        if item.dedupe_key not in self.rows:
            last = next(reversed(self.rows.values()), None)
            number = last.number + 1 if last else 1
            row = OutboxRow(f"row{number}:{item.dedupe_key}", item, RowState.WAITING, 0, None, None, None)
            self.rows[item.dedupe_key] = FakeRow(number, row, item.due_at)
            self.added.set()

    async def note_sent(self, item: OutboxItem, activity_id: str, channel: Place | None) -> None:
        if item.dedupe_key not in self.rows:
            await self.add(item)
            kept = self.rows[item.dedupe_key]
            sent = kept.with_row(state=RowState.DELIVERED, activity_id=activity_id, sent_to=channel)
            self.rows[item.dedupe_key] = replace(sent, finished_at=item.due_at)

    async def is_known(self, dedupe_key: str) -> bool:
        return dedupe_key in self.rows

    async def activity_of(self, dedupe_key: str) -> str | None:
        kept = self.rows.get(dedupe_key)
        return kept.row.activity_id if kept and kept.row.state is RowState.DELIVERED else None

    async def is_something_else(self, activity_id: str, case_id: str) -> bool:
        sent = [kept.row for kept in self.rows.values() if kept.row.state is RowState.DELIVERED]
        items = [row.item for row in sent if row.activity_id == activity_id]
        cards = (Kind.CASE_CARD, Kind.CASE_CARD_UPDATE, Kind.ERASE)
        return any(item.case_id != case_id or item.kind not in cards for item in items)

    async def cancel(self, dedupe_key: str) -> None:
        kept = self.rows.get(dedupe_key)
        if kept and kept.row.state not in FINISHED:
            self.rows[dedupe_key] = kept.with_row(state=RowState.CANCELLED, item=_emptied(kept.row.item))

    async def reschedule(self, item: OutboxItem) -> None:
        await self.let_come_again(item.dedupe_key)
        self.rows.pop(item.dedupe_key, None)
        await self.add(item)

    async def let_come_again(self, dedupe_key: str) -> None:
        before = self.rows.get(dedupe_key)
        if before and before.row.state is RowState.DELIVERED:  # keeps its place under its own id
            kept = [(one.row.id if one is before else key, one) for key, one in self.rows.items()]
            self.rows.clear()
            self.rows.update(kept)

    async def parked(self) -> Sequence[OutboxRow]:
        return [kept.row for kept in self.rows.values() if kept.row.state is RowState.PARKED]

    async def parked_about(self, case_id: str) -> Sequence[OutboxRow]:
        rows = (kept.row for kept in self.rows.values() if kept.row.state is RowState.PARKED)
        return [row for row in rows if row.item.case_id == case_id]

    async def reminders_to_come(self, conversation: str) -> Sequence[OutboxRow]:
        rows = (kept.row for kept in self.rows.values() if kept.row.state not in FINISHED)
        theirs = [row for row in rows if row.item.conversation == conversation and row.item.kind is Kind.REMINDER]
        return sorted(theirs, key=lambda row: row.item.due_at)

    async def sent_about(self, case_id: str) -> Sequence[OutboxRow]:
        rows = (kept.row for kept in self.rows.values())
        return [row for row in rows if row.item.case_id == case_id and row.state is RowState.DELIVERED]


def _emptied(item: OutboxItem) -> OutboxItem:
    return replace(item, payload={})


class FakeQueue:
    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    async def lease(self, owner: str, now: datetime, until: datetime, limit: int) -> Sequence[OutboxRow]:
        due = [kept for kept in self.rows.values() if kept.free_from <= now]
        if not due:
            return []
        lanes: dict[Lane, list[FakeRow]] = {kept.lane: [] for kept in due}
        for kept in self.rows.values():
            if kept.row.state not in FINISHED:
                lanes.get(kept.lane, []).append(kept)
        ready = [kept for kept in due if not any(self._holds_back(one, kept, now) for one in lanes[kept.lane])][:limit]
        for kept in ready:
            self._put(replace(kept.with_row(lease_until=until), lease_owner=owner))
        return [replace(kept.row, lease_until=until) for kept in ready]

    @staticmethod
    def _holds_back(earlier: FakeRow, kept: FakeRow, now: datetime) -> bool:
        parked_card = earlier.row.state is RowState.PARKED and earlier.row.item.kind is Kind.CASE_CARD
        unfinished = earlier.row.state in OPEN or parked_card
        return earlier.number < kept.number and unfinished and earlier.row.item.due_at <= now

    def _put(self, kept: FakeRow) -> None:
        self.rows[kept.row.item.dedupe_key] = kept

    def _find(self, row_id: str) -> FakeRow:
        kept = self.rows[row_id.partition(":")[2]]
        if kept.row.id != row_id:  # another one has taken its place
            raise KeyError(row_id)
        return kept

    async def start_attempt(
        self, row_id: str, owner: str, at: datetime, until: datetime, place: Place | None = None
    ) -> bool:
        kept = self._find(row_id)
        if kept.lease_owner != owner or kept.row.state not in OPEN:
            return False
        tried = kept.with_row(state=RowState.AMBIGUOUS, attempt=kept.row.attempt + 1, looks=0)
        self._put(tried.with_row(lease_until=until, last_attempt_at=at, sent_to=place))
        return True

    async def delivered(self, row_id: str, activity_id: str | None, at: datetime) -> None:
        if row_id.partition(":")[2] not in self.rows:  # whom it went to is forgotten meanwhile
            return
        kept = self._find(row_id)
        done = kept.with_row(state=RowState.DELIVERED, activity_id=activity_id, item=_emptied(kept.row.item))
        self._put(replace(done.with_row(sent_to=None), finished_at=at))

    async def postpone(
        self, row_id: str, owner: str, until: datetime, code: str, *, ambiguous: bool, looked: bool = False
    ) -> bool:
        kept = self._find(row_id)
        if kept.lease_owner != owner or kept.row.state in FINISHED:
            return False
        state = RowState.AMBIGUOUS if ambiguous else RowState.WAITING
        looks = kept.row.looks + int(looked)
        sent_to = kept.row.sent_to if ambiguous else None
        self._put(kept.with_row(until, state=state, last_code=code, looks=looks, lease_until=None, sent_to=sent_to))
        return True

    async def park(self, row_id: str, owner: str, code: str, at: datetime) -> bool:
        kept = self._find(row_id)
        if kept.lease_owner != owner or kept.row.state in FINISHED:
            return False
        parked = kept.with_row(state=RowState.PARKED, last_code=code, lease_until=None)
        self._put(replace(parked, may_have_landed=kept.row.state is RowState.AMBIGUOUS, parked_at=at))
        return True

    async def retry(self, row_id: str, now: datetime) -> bool:
        found = [kept for kept in self.rows.values() if kept.row.id == row_id]
        if not found or found[0].row.state is not RowState.PARKED:
            return False
        state = RowState.AMBIGUOUS if found[0].may_have_landed else RowState.WAITING
        self._put(found[0].with_row(now, state=state, lease_until=None, looks=0))
        return True

    async def drop(self, row_id: str, code: str, at: datetime) -> None:
        kept = self._find(row_id)
        gone = kept.with_row(state=RowState.CANCELLED, last_code=code, item=_emptied(kept.row.item))
        self._put(replace(gone, finished_at=at))

    async def waiting(self, limit: int = 100) -> Sequence[OutboxRow]:
        rows = [kept.row for kept in self.rows.values() if kept.row.state in OPEN][:limit]
        return [replace(row, item=_emptied(row.item)) for row in rows]

    async def counts(self) -> Mapping[RowState, int]:
        states = [kept.row.state for kept in self.rows.values()]
        return {state: states.count(state) for state in RowState if state in states}
