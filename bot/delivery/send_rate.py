"""Keeps sends under Teams' rate limits. Must not know what is sent."""

from __future__ import annotations

from collections import deque

from bot.delivery.settings import Windows


class SendRate:
    """Gives each send the earliest time that breaks none of the windows. Times are seconds of a monotonic clock."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows
        self._kept = max((count for _, count in windows), default=0)
        self._longest = max((seconds for seconds, _ in windows), default=0.0)
        self._slots: dict[str, deque[float]] = {}
        self._reserved: dict[str, float] = {}

    def slot(self, key: str, now: float, reservation: str = "") -> float:
        """Return when the send may go. With a `reservation` (a row id) a later call gets the same time."""
        if reservation in self._reserved:
            return self._reserved[reservation]
        slots = self._slots.setdefault(key, deque(maxlen=self._kept or 1))
        at = max([now, *(slots[-count] + seconds for seconds, count in self._windows if len(slots) >= count)])
        slots.append(at)
        if reservation:
            self._reserved[reservation] = at
        return at

    def used(self, reservation: str, now: float) -> None:
        """Forget the reservation, and what is older than the longest window: conversations nobody has written to, and
        the reservations of rows that another replica has sent."""
        self._reserved.pop(reservation, None)
        if len(self._reserved) > 1000:
            self._reserved = {row: at for row, at in self._reserved.items() if at > now - self._longest}
        if len(self._slots) > 1000:
            self._slots = {key: slots for key, slots in self._slots.items() if slots[-1] > now - self._longest}
