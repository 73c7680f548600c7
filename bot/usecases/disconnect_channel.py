"""Nothing comes to a channel any more: neither cases, figures nor reminders."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from bot.domain.commands import DisconnectChannel
from bot.domain.errors import CasesHere, ChannelNotConnected
from bot.domain.outcomes import ChannelIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.tell_admins import tell_admins


async def disconnect_channel(command: DisconnectChannel, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Forget that anything comes here, once the person is sure; before that, tell what it is.

    Who may do it is decided before; the admins are told. What was connected since the card was made is asked about
    anew.

    A team with open cases is moved instead («koble til» in its new channel): a case with no channel would be lost. One
    that is being sent is waited for, and one that comes after is refused. What stands here from closed cases is still
    emptied in its time.
    """
    links = await uow.channels.at(command.place, to_unlink=True)
    if not links:
        raise ChannelNotConnected
    for link in links:
        if await uow.cases.ids_open_in(link.team):
            raise CasesHere
    teams = tuple(link.team for link in links)
    if not command.is_sure or command.shown not in ("", mark_of(teams)):
        return ChannelIs(command, connected=True, also=teams)
    now = clock.now()
    for link in links:
        await uow.channels.unlink(link.team)
        await uow.on_duty.end_all_but(link.team, ())
        await uow.audit.note(f"channel.disconnected.{link.team}", now, by=command.by.id)
        about = f"disconnected:{link.team}:{now:%Y-%m-%dT%H:%M}"
        await tell_admins("team.admin_disconnected", about, uow, now, team=link.team)
    return ChannelIs(command, connected=False, also=teams)


def mark_of(teams: Iterable[str]) -> str:
    """Return what tells one list of what comes to a channel from another: a card carries it."""
    return hashlib.sha256(" ".join(sorted(teams)).encode()).hexdigest()[:16]
