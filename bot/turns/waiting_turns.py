"""How many turns somebody may have waiting: one who sends faster than the bot answers slows nobody else down.

What is turned away is not read and not noted, so the same message may come again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from bot.domain.turn import Corrected, Pressed, Said, Searched, Turn

MOST_WAITING = 20
"""Turns of one person that are under way or stand in line. Nobody reads the answers of so many at once; Teams delivers
the same message again after 15 s, a few times."""
BY_SOMEBODY = Said | Corrected | Pressed | Searched
"""What people do, as against what Teams tells of a place."""


class WaitingTurns:
    """Counts, in this process, the turns each person waits for."""

    def __init__(self) -> None:
        self._waiting: Counter[str] = Counter()
        self._told: set[str] = set()

    @contextmanager
    def place_for(self, turn: Turn) -> Iterator[bool]:
        """Give the turn a place in line while it is taken; False when its sender has too many there."""
        who = turn.person.id
        if not isinstance(turn.what, BY_SOMEBODY) or not who:
            yield True
        elif self._waiting[who] >= MOST_WAITING:
            yield False
        else:
            self._waiting[who] += 1
            try:
                yield True
            finally:
                self._leave(who)

    def must_be_told(self, turn: Turn) -> bool:
        """Tell whether somebody is to be told that what they sent is not read: who pressed waits for an answer, and who
        writes is told once until the line is empty."""
        is_first = turn.person.id not in self._told
        self._told.add(turn.person.id)
        return is_first or not isinstance(turn.what, Said | Corrected)

    def _leave(self, who: str) -> None:
        self._waiting[who] -= 1
        if not self._waiting[who]:
            del self._waiting[who]
            self._told.discard(who)
