"""Can a consultation team be reached? Asked before anybody starts to type a case."""

from __future__ import annotations

from bot.domain.commands import FindChannel
from bot.domain.outcomes import ChannelIs, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def find_channel(command: FindChannel, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return whether the team has a channel that works."""
    link = await uow.channels.of_team(command.team)
    return ChannelIs(command, connected=link is not None and not link.problem, problem=link.problem if link else "")
