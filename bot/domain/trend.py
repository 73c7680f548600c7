"""What a team tells the samordningsteam has changed («utfordringsbildet»), about many and never about one (row V61)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from bot.domain.commands import Command
from bot.domain.turn import Person, Place

POSTED, WITHDRAWN = "trend", "trend_withdrawn"
"""The card that is posted, and the one that empties it."""
CHANGES = ("more", "less", "new")


@dataclass(frozen=True)
class Trend:
    """One change, in the team's own words as they were checked and approved. Who wrote it is not kept."""

    id: str
    team: str
    """`stjordal/komp_0_18`."""
    told_on: date
    change: str
    themes: tuple[str, ...]
    words: str = field(repr=False)
    posted_in: Place | None = None
    """The channel it stands in, which may not be today's; None until it has landed."""

    @property
    def key(self) -> str:
        """Return the key of the row that posts it."""
        return f"trend:{self.id}"

    @property
    def municipality(self) -> str:
        """Return the municipality whose samordningsteam is told."""
        return municipality_of(self.team)


def municipality_of(team: str) -> str:
    """Return the municipality of a team, by its key."""
    return team.partition("/")[0]


class Trends(Protocol):
    """What teams have told."""

    async def add(self, trend: Trend) -> bool:
        """Keep it; False when it was kept before."""

    async def change(self, trend: Trend) -> None:
        """Keep it as it is now; nothing happens when it is not kept any more."""

    async def remove(self, id: str) -> None:
        """Forget it; nothing happens when it is not kept."""

    async def of(self, municipality: str) -> Sequence[Trend]:
        """Return what the teams of the municipality have told, newest first."""


@dataclass(frozen=True)
class ShowTrends(Command):
    """Find what was told: in a channel that of its teams, or of the municipality whose figures come there; in a chat
    that of these municipalities."""

    by: Person
    place: Place
    municipalities: tuple[str, ...] = ()
    to_tell: bool = False
    """Whether the team wants to tell something, and not only to see."""
    withdraw: str | None = None
    """The one the team wants to take back; empty when it has not said which, None when it wants none back."""


@dataclass(frozen=True)
class SendTrend(Command):
    """Tell the samordningsteam of the municipality. The id is that of the form: sent twice, it is told once."""

    by: Person
    place: Place
    id: str
    team: str
    change: str
    themes: tuple[str, ...]
    words: str = field(repr=False)


@dataclass(frozen=True)
class WithdrawTrend(Command):
    """Take back what the team in this channel has told."""

    by: Person
    place: Place
    id: str


@dataclass(frozen=True)
class TrendWithdrawn:
    """It is forgotten, and emptied where it was posted unless that is too long ago to be known (`is_emptied`)."""

    command: WithdrawTrend
    is_emptied: bool


@dataclass(frozen=True)
class TrendsAre:
    """What was told, newest first, and by whose channel it was asked."""

    command: ShowTrends
    trends: tuple[Trend, ...]
    teams: tuple[str, ...] = ()
    """The teams that work in the channel it was asked in; they may tell more."""


@dataclass(frozen=True)
class TrendSent:
    """It is on its way, unless something else was sent from the same form before."""

    command: SendTrend
    is_sent: bool
