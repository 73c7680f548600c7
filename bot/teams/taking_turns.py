"""What the Teams edge asks of the inside: take one turn, and hand over the replies once the turn is committed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.reply import Reply
from bot.domain.turn import Turn

Send = Callable[[Sequence[Reply]], Awaitable[None]]
"""Takes the replies of a committed turn. Returns at once: nobody waits for the channel."""


class TakeTurn(Protocol):
    """One turn of the conversation, given by bot.turns."""

    async def __call__(self, turn: Turn, send: Send) -> None:
        """Do the turn; a turn seen before does nothing. Raises when it could not be committed."""


@dataclass(frozen=True)
class Readiness:
    """Whether the inside can do its work, and what somebody should look at, one sentence each."""

    can_work: bool
    remarks: tuple[str, ...] = ()


class IsReady(Protocol):
    """Whether the inside can do its work."""

    async def __call__(self) -> Readiness:
        """Return that it cannot while, say, the database is out of reach."""
