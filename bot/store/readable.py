"""Lists of sealed rows: one that is damaged, or of a newer version, is told of and hides none of the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from bot.domain.event_log import EventLog
from bot.domain.published import EditionDamaged
from bot.store.database import Rows
from bot.store.encryption import EncryptionError

T = TypeVar("T")

log = EventLog(__name__)


def readable(rows: Rows, read: Callable[..., T], table: str) -> list[T]:
    """Return what `read` makes of each row, without those it cannot read. The first column tells in the log which."""
    found = []
    for row in rows:
        try:
            found.append(read(*row))
        except (EncryptionError, EditionDamaged, ValueError) as error:
            _tell(row, table, error)
    return found


def _tell(row: tuple[Any, ...], table: str, error: Exception) -> None:
    log.error("row_unreadable", kind=table, row=row[0], error=type(error).__name__)
