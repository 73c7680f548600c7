"""Brings payloads up to date: rows written by an older version of the program are delivered after an upgrade too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.domain.outbox import PAYLOAD_VERSION, Kind, OutboxRow, Payload

Step = Callable[[Payload], Payload]

STEPS: dict[tuple[Kind, int], Step] = {}
"""From (kind, version) to the same payload one version later. A kind that did not change in a version needs no step."""


class PayloadTooNew(Exception):
    """The row was written by a newer version of the program. It waits for that one to run again, then for somebody."""


class RowUnreadable(Exception):
    """The row is of a kind this version does not know, or it is damaged. It waits, then somebody must see to it."""


def brought_up_to_date(row: OutboxRow) -> OutboxRow:
    """Return the row with a payload of the current version; raises PayloadTooNew or RowUnreadable."""
    item = row.item
    if item.kind is Kind.UNREADABLE:
        raise RowUnreadable(RowUnreadable.__doc__)
    if item.payload_version > PAYLOAD_VERSION:
        raise PayloadTooNew(PayloadTooNew.__doc__)
    payload = item.payload
    for version in range(item.payload_version, PAYLOAD_VERSION):
        step = STEPS.get((item.kind, version))
        payload = step(payload) if step else payload
    return replace(row, item=replace(item, payload=payload, payload_version=PAYLOAD_VERSION))
