"""Which teams' cases may somebody take out? In a channel the offer is sent to their own chat, where files work."""

from __future__ import annotations

from bot.domain.commands import OfferCases, OfferFile
from bot.domain.errors import ChannelNotConnected, TeamNotLed
from bot.domain.outcomes import Outcome, TeamsAre
from bot.domain.ports import Clock, UnitOfWork
from bot.domain.turn import PlaceKind
from bot.usecases.monthly_meeting import takes_cases
from bot.usecases.offer_file import offer_file


async def offer_cases(command: OfferCases, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the connected teams they lead, in order. The roster is asked when something is taken out."""
    in_channel = command.place.kind is PlaceKind.CHANNEL
    links = await (uow.channels.at(command.place) if in_channel else uow.channels.all())
    if in_channel and not links:
        raise ChannelNotConnected
    known = sorted({link.team for link in links if takes_cases(link.team)})
    teams = tuple(team for team in known if command.only is None or team in command.only)
    if not teams:
        raise TeamNotLed
    for team in teams if in_channel else ():
        await offer_file(OfferFile(command.by, command.place, team, "cases"), uow, clock)
    return TeamsAre(command, teams)
