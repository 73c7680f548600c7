"""The time of the bot: the machine's, or the database's where several machines share one and this one is wrong.

Leases, times of sending and reminders are compared by every replica. Two whose clocks are a minute apart would both
take a row, and a card would be posted twice; so they all go by the one clock they share.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from bot.domain.event_log import EventLog

DIFFERS = timedelta(seconds=5)
"""What clocks may differ by and be left alone: far less than the shortest lease (`delivery/settings.py`), far more than
machines that are set by a time service differ."""

TimeOf = Callable[[], Awaitable[datetime | None]]

log = EventLog(__name__)


class SystemClock:
    """The time of the machine, put right by the time of a database that others share."""

    def __init__(self, machine: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._machine = machine
        self._added = timedelta()

    def now(self) -> datetime:
        """Return the time now, in UTC."""
        return self._machine() + self._added

    async def follow(self, time_of: TimeOf) -> None:
        """Compare with the database's time, and go by it when the machine is wrong. Raises only what `time_of` does."""
        ahead = await self.ahead_of(time_of)
        if ahead is None:
            return
        added = -ahead if abs(ahead) > DIFFERS else timedelta()
        if abs(added - self._added) > DIFFERS:  # else nothing is new but how long the answer took
            self._added = added
            if added:
                log.error("clock_differs", seconds=round(ahead.total_seconds()))
            else:
                log.info("clock_right_again")

    async def ahead_of(self, time_of: TimeOf) -> timedelta | None:
        """Return how far the machine's clock is ahead of the database's; None when there is nothing to compare with, or
        the answer took so long that it tells nothing."""
        asked = self._machine()
        at = await time_of()
        answered = self._machine()
        if at is None or not timedelta() <= answered - asked < DIFFERS / 2:
            return None
        return asked + (answered - asked) / 2 - at
