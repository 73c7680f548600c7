"""Connect a channel to a consultation team."""

from __future__ import annotations

from bot.domain.commands import ConnectChannel
from bot.domain.errors import NobodyWatches, NotPermitted, TeamHasChannel
from bot.domain.outcomes import ChannelIs, Outcome
from bot.domain.ports import ChannelLink, Clock, UnitOfWork
from bot.domain.turn import PlaceKind
from bot.usecases.monthly_meeting import takes_cases
from bot.usecases.move_cases import move_cases
from bot.usecases.note_channel import send_what_was_given_up
from bot.usecases.tell_admins import tell_admins
from bot.usecases.watch_readers import keep_readers


async def connect_channel(command: ConnectChannel, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Keep the channel as the place the team's cases go to. Who may do it is decided before; the admins are told."""
    if command.place.kind is not PlaceKind.CHANNEL:
        raise NotPermitted
    now, known = clock.now(), await uow.channels.of_team(command.team)
    if command.as_owner and known is not None and known.place.room != command.place.room:
        raise TeamHasChannel
    if command.as_owner and known is None and takes_cases(command.team) and not await uow.admin_chats.all():
        raise NobodyWatches
    also = tuple(one.team for one in await uow.channels.at(command.place) if one.team != command.team)
    link = ChannelLink(command.team, command.place, known.connected_at if known is not None else now)
    await uow.channels.link(link)
    await send_what_was_given_up(link, uow, clock)
    moved = await move_cases(known, command.place, uow, now) if known is not None else 0
    await uow.audit.note(f"channel.connected.{command.team}", now, by=command.by.id)
    about = f"connected:{command.team}:{now:%Y-%m-%dT%H:%M}"
    told = "team.admin_connected_readers" if command.readers and takes_cases(command.team) else "team.admin_connected"
    await tell_admins(told, about, uow, now, team=command.team, number=str(command.readers))
    if command.readers:
        await keep_readers(command.team, command.readers, uow)
    return ChannelIs(command, connected=True, moved=moved, also=also)
