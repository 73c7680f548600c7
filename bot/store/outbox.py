"""Outbox rows: added by use cases, handled by the delivery worker. The state of a row is worked out from its facts."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import Any

from pydantic import TypeAdapter

from bot.domain.outbox import Kind, OutboxItem, OutboxRow, RowState
from bot.domain.turn import Place
from bot.store.database import Rows, Run
from bot.store.encryption import EncryptionError
from bot.store.keys import Keys, Purpose
from bot.store.moments import from_number, from_number_or_none, to_number

_PLACE: TypeAdapter[Place] = TypeAdapter(Place)


class SqlOutbox:
    """The writing side, for use cases."""

    def __init__(self, run: Run, keys: Keys, now: Callable[[], datetime]) -> None:
        self._run = run
        self._rows = _RowReader(keys)
        self._keys = keys
        self._now = now
        self.added_any = False

    async def add(self, item: OutboxItem) -> None:
        """Add the row unless its dedupe key is known."""
        row_id = uuid.uuid4().hex
        added = await self._run("add_row", payload=self._rows.seal(row_id, item), **self._facts(row_id, item))
        self.added_any = self.added_any or bool(added)

    async def note_sent(self, item: OutboxItem, activity_id: str, channel: Place | None) -> None:
        """Add the row as one that is delivered, in this channel or a chat, unless its dedupe key is known."""
        row_id = uuid.uuid4().hex
        sealed = self._rows.seal_place(row_id, channel) if channel else None
        await self._run("note_sent_row", activity_id=activity_id, sent_to=sealed, **self._facts(row_id, item))

    def _facts(self, row_id: str, item: OutboxItem) -> dict[str, Any]:
        conversation = self._keys.lane(item.conversation)
        return {
            "id": row_id,
            "kind": item.kind,
            "case_id": item.case_id,
            "dedupe": self._dedupe(item.dedupe_key),
            "conversation": conversation,
            "lane": f"{conversation}|{item.case_id or ''}",
            "payload_version": item.payload_version,
            "at": to_number(self._now()),
            "due_at": to_number(item.due_at),
        }

    async def is_known(self, dedupe_key: str) -> bool:
        """Return whether there is a row with that key, delivered or not."""
        return bool(await self._run("row_with_key", dedupe=self._dedupe(dedupe_key)))

    async def activity_of(self, dedupe_key: str) -> str | None:
        """Return the message that row became; None when it is not delivered, or not known any more."""
        rows = await self._run("activity_with_key", dedupe=self._dedupe(dedupe_key))
        return rows[0][0] if rows else None

    async def is_something_else(self, activity_id: str, case_id: str) -> bool:
        """Return whether the message is known to have been sent as anything but a card of the case."""
        return bool(await self._run("message_of_another", activity_id=activity_id, case_id=case_id))

    async def cancel(self, dedupe_key: str) -> None:
        """Cancel the row if it is not delivered yet."""
        await self._run("cancel_row_with_key", dedupe=self._dedupe(dedupe_key), at=to_number(self._now()))

    async def reschedule(self, item: OutboxItem) -> None:
        """Put this row in place of the one with the same key; one that is delivered, or on its way, stays among what is
        sent."""
        await self.let_come_again(item.dedupe_key)
        await self._run("leave_row_under_way", dedupe=self._dedupe(item.dedupe_key), at=to_number(self._now()))
        await self._run("delete_row_with_key", dedupe=self._dedupe(item.dedupe_key))
        await self.add(item)

    async def let_come_again(self, dedupe_key: str) -> None:
        """Let a row with that key be added although one is delivered, which stays among what is sent."""
        await self._run("keep_delivered_row", dedupe=self._dedupe(dedupe_key))

    async def parked(self) -> Sequence[OutboxRow]:
        """Return rows that need a person."""
        return self._rows.read(await self._run("parked_rows"))

    async def parked_about(self, case_id: str) -> Sequence[OutboxRow]:
        """Return those of them that are about a case."""
        return self._rows.read(await self._run("parked_rows_about", case_id=case_id))

    async def reminders_to_come(self, conversation: str) -> Sequence[OutboxRow]:
        """Return the reminders in that lane that have not been delivered, the next one first."""
        return self._rows.read(await self._run("reminders_to_come", conversation=self._keys.lane(conversation)))

    async def sent_about(self, case_id: str) -> Sequence[OutboxRow]:
        """Return the delivered rows about a case."""
        return self._rows.read(await self._run("delivered_rows_about", case_id=case_id))

    def _dedupe(self, key: str) -> str:
        return self._keys.index("dedupe", key)


class SqlOutboxQueue:
    """The delivering side, for the worker."""

    def __init__(self, run: Run, keys: Keys) -> None:
        self._run = run
        self._rows = _RowReader(keys)

    async def lease(self, owner: str, now: datetime, until: datetime, limit: int) -> Sequence[OutboxRow]:
        """Lease rows that are due and first in their lane; two workers never get the same row. One that cannot be read
        stops no other."""
        times = {"now": to_number(now), "until": to_number(until)}
        return self._rows.read(
            sorted(await self._run("lease_rows", owner=owner, at_most=limit, **times), key=itemgetter(0))
        )

    async def start_attempt(
        self, row_id: str, owner: str, at: datetime, until: datetime, place: Place | None = None
    ) -> bool:
        """Note that a send starts, and where; False when the lease has gone to another worker."""
        times = {"at": to_number(at), "until": to_number(until)}
        sent_to = self._rows.seal_place(row_id, place) if place else None
        return bool(await self._run("start_attempt", id=row_id, owner=owner, sent_to=sent_to, **times))

    async def delivered(self, row_id: str, activity_id: str | None, at: datetime) -> None:
        """Note that it has landed, whoever holds the lease: a fact is a fact."""
        await self._run("mark_delivered", id=row_id, activity_id=activity_id, at=to_number(at))

    async def postpone(
        self, row_id: str, owner: str, until: datetime, code: str, *, ambiguous: bool, looked: bool = False
    ) -> bool:
        """Try again at `until`; False when the lease has gone to another worker."""
        given = {"id": row_id, "owner": owner, "until": to_number(until), "code": code}
        if ambiguous:
            return bool(await self._run("postpone_ambiguous_row", looked=int(looked), **given))
        return bool(await self._run("postpone_row", **given))

    async def park(self, row_id: str, owner: str, code: str, at: datetime) -> bool:
        """Give the row to a person; False when the lease has gone to another worker."""
        return bool(await self._run("park_row", id=row_id, owner=owner, code=code, at=to_number(at)))

    async def retry(self, row_id: str, now: datetime) -> bool:
        """Take a row out of parking; False when it is not parked."""
        return bool(await self._run("retry_row", id=row_id, now=to_number(now)))

    async def is_left_lying(self, before: datetime) -> bool:
        """Tell whether a row that any worker could have taken since then is still there, and nobody has it."""
        return bool(await self._run("row_left_lying", before=to_number(before)))

    async def look_first(self, now: datetime) -> None:
        """Have everything that is due looked for before it is sent: nobody knows whether it was."""
        await self._run("look_before_sending_all", at=to_number(now))

    async def drop(self, row_id: str, code: str, at: datetime) -> None:
        """Cancel the row because what it is about no longer exists."""
        await self._run("drop_row", id=row_id, code=code, at=to_number(at))

    async def waiting(self, limit: int = 100) -> Sequence[OutboxRow]:
        """Return rows not yet delivered, earliest first, with empty payloads."""
        return self._rows.read(await self._run("waiting_rows", at_most=limit))

    async def about(self, case_id: str) -> Sequence[OutboxRow]:
        """Return all rows about a case, in the order they were added, with empty payloads."""
        return self._rows.read(await self._run("rows_about", case_id=case_id))

    async def counts(self) -> Mapping[RowState, int]:
        """Return how many rows stand in each state."""
        return {RowState(state): count for state, count in await self._run("row_counts")}


@dataclass(frozen=True)
class _RowReader:
    """Turns database rows into outbox rows; the dedupe key lies in the sealed payload."""

    keys: Keys

    def seal(self, row_id: str, item: OutboxItem) -> bytes:
        content = json.dumps({"key": item.dedupe_key, "payload": dict(item.payload)}, ensure_ascii=False)
        return self.keys.sealer(Purpose.OUTBOX).seal(content.encode(), _payload_place(row_id))

    def seal_place(self, row_id: str, place: Place) -> bytes:
        return self.keys.sealer(Purpose.OUTBOX).seal(_PLACE.dump_json(place), _place_place(row_id))

    def read(self, rows: Rows) -> list[OutboxRow]:
        """Return the rows; one that cannot be read as `Kind.UNREADABLE`, with nothing in it."""
        return [self._row_or_broken(row) for row in rows]

    def _row_or_broken(self, row: tuple[Any, ...]) -> OutboxRow:
        try:
            return self._row(row)
        except (ValueError, LookupError, TypeError, EncryptionError):
            seq, row_id, _kind, case_id, conversation, version, _sealed, _sent_to, *facts = row
            return self._row((seq, row_id, Kind.UNREADABLE.value, case_id, conversation, version, None, None, *facts))

    def _row(self, row: tuple[Any, ...]) -> OutboxRow:
        _, row_id, kind, case_id, conversation, version, sealed, sent_to, attempt, looks, *rest = row
        lease_until, activity_id, last_code, due_at, last_attempt_at, *facts = rest
        content: dict[str, Any] = {"key": "", "payload": {}}
        if sealed is not None:
            content = json.loads(self.keys.sealer(Purpose.OUTBOX).open(sealed, _payload_place(row_id)))
        return OutboxRow(
            id=row_id,
            item=OutboxItem(
                Kind(kind), content["key"], from_number(due_at), conversation, case_id, content["payload"], version
            ),
            state=_state(*facts),
            attempt=attempt,
            lease_until=from_number_or_none(lease_until),
            activity_id=activity_id,
            last_code=last_code,
            last_attempt_at=from_number_or_none(last_attempt_at),
            looks=looks,
            sent_to=self._place(row_id, sent_to) if sent_to is not None else None,
        )

    def _place(self, row_id: str, sealed: bytes) -> Place:
        return _PLACE.validate_json(self.keys.sealer(Purpose.OUTBOX).open(sealed, _place_place(row_id)))


def _state(
    may_have_landed_at: int | None, delivered_at: int | None, parked_at: int | None, cancelled_at: int | None
) -> RowState:
    facts = (
        (cancelled_at, RowState.CANCELLED),
        (delivered_at, RowState.DELIVERED),
        (parked_at, RowState.PARKED),
        (may_have_landed_at, RowState.AMBIGUOUS),
    )
    return next((state for happened, state in facts if happened is not None), RowState.WAITING)


def _payload_place(row_id: str) -> str:
    return f"outbox|{row_id}|payload"


def _place_place(row_id: str) -> str:
    return f"outbox|{row_id}|sent_to"
