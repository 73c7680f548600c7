"""Connect a channel to a consultation team."""

from __future__ import annotations

from bot.domain.commands import ConnectChannel
from bot.domain.errors import NotPermitted
from bot.domain.outcomes import ChannelIs, Outcome
from bot.domain.ports import ChannelLink, Clock, UnitOfWork
from bot.domain.turn import PlaceKind


async def connect_channel(command: ConnectChannel, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Keep the channel as the place the team's cases go to. Who may do it is decided before (owner or admin)."""
    if command.place.kind is not PlaceKind.CHANNEL:
        raise NotPermitted
    await uow.channels.link(ChannelLink(command.team, command.place, clock.now()))
    await uow.audit.note(f"channel.connected.{command.team}", clock.now(), by=command.by.id)
    return ChannelIs(command, connected=True)
