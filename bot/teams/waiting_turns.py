"""How many turns somebody may have waiting: one who sends faster than the bot answers slows nobody else down.

What is turned away is not read and not noted, so the same message may come again.
"""

from __future__ import annotations

from collections import Counter

from bot.domain.event_log import EventLog

MOST_WAITING = 20
"""Turns of one person that stand in line or are under way. Nobody has so many by hand, also where Teams delivers one
a few times."""
MOST_UNSENT = 200
"""Turns of one person whose replies are not sent yet: some five megabytes. Teams takes two a second from a bot, and
fewer in the long run; where it is away for a while, nobody is to be turned away for that."""

log = EventLog(__name__)


class TurnedAway(Exception):
    """Its sender has too many turns waiting: nothing of it is read or done."""


class WaitingTurns:
    """Counts, in this process, the turns each person waits for. Nobody, an empty id, may have any number."""

    def __init__(self) -> None:
        self._waiting: Counter[str] = Counter()
        self._told: set[str] = set()
        self._waits_long: set[str] = set()

    def enter(self, who: str, unsent: int) -> None:
        """Give the person one more place in line, of whom so many turns have replies that are not sent yet. Raises
        TurnedAway."""
        waiting = self._waiting.get(who, 0)
        if who and (waiting >= MOST_WAITING or unsent >= MOST_UNSENT):
            raise TurnedAway
        if waiting + unsent == 0:
            self._told.discard(who)
        self._waiting[who] += 1

    def leave(self, who: str) -> None:
        """Give up one place in line."""
        self._waiting[who] -= 1
        if not self._waiting[who]:
            del self._waiting[who]
            self._waits_long.discard(who)

    def must_hear_of_it(self, who: str) -> bool:
        """Tell whether somebody whose answer takes long is to be told so: once, until nothing of theirs waits."""
        is_first = bool(who) and who not in self._waits_long
        self._waits_long.update({who} if is_first else ())
        return is_first

    def must_be_told(self, who: str) -> bool:
        """Tell whether somebody who writes is to be told that it is not read: once, until nothing of theirs waits."""
        if who in self._told:
            return False
        log.warning("turn_turned_away")
        self._told.add(who)
        return True
