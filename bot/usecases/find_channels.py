"""Which consultation teams can be reached? Asked before anybody chooses one and starts to type a case."""

from __future__ import annotations

from bot.domain.commands import FindChannels
from bot.domain.outcomes import ChannelsAre, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def find_channels(command: FindChannels, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return which of the teams have a channel that works."""
    links = [await uow.channels.of_team(team) for team in command.teams]
    connected = frozenset(link.team for link in links if link is not None and not link.problem)
    return ChannelsAre(command, command.teams, connected)
