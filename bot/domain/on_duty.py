"""Who in a team has said that they have duty («vakt»), until which day; and what a member asks for about it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.domain.case import Member
from bot.domain.commands import Command
from bot.domain.turn import Person, Place


@dataclass(frozen=True)
class OnDuty:
    """One member of a team who has duty, to the end of a day."""

    team: str
    member: Member
    last_on: date


class Duties(Protocol):
    """Who has duty in which team. Several may have it at once."""

    async def keep(self, duty: OnDuty) -> None:
        """Keep it, in place of what the same member has said about the same team before."""

    async def of_team(self, team: str, today: date) -> Sequence[OnDuty]:
        """Return who has duty in the team today, the one whose duty lasts longest last."""

    async def end(self, team: str, member_id: str) -> bool:
        """End the duty of one member; False when they had none."""

    async def end_all_but(self, team: str, member_ids: Collection[str]) -> int:
        """End the duty of everybody else in the team; return how many there were."""


@dataclass(frozen=True)
class GoOnDuty(Command):
    """A member has duty in the teams of this channel to the end of a day."""

    by: Person
    place: Place
    last_on: date
    is_alone: bool = False
    """Whether they take it over from whoever has it, who keep only what lasts longer."""
    is_day_said: bool = True
    """Whether a day was said; taken over without one, it lasts as long as that of whoever it is taken from."""
    is_pressed: bool = False
    """What a press shows, only the presser sees: then the channel is told besides (decision 5)."""


@dataclass(frozen=True)
class GoOffDuty(Command):
    """A member has no duty in the teams of this channel any more."""

    by: Person
    place: Place
    is_pressed: bool = False


@dataclass(frozen=True)
class ShowOnDuty(Command):
    """Find who has duty in the teams of this channel."""

    by: Person
    place: Place


@dataclass(frozen=True)
class OnDutyIs:
    """Who has duty after the command, each once."""

    command: Command
    teams: tuple[str, ...]
    on_duty: tuple[OnDuty, ...]
    left: tuple[str, ...] = ()
    """The names of those who had duty until now, and have it no more."""
    was_until: date | None = None
    """Until when the person had duty before, where it now ends earlier."""
