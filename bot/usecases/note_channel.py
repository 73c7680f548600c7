"""A channel was removed, deleted, archived or renamed, or is back: cases wait, nothing is lost, the admins are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.commands import NoteChannel
from bot.domain.outcomes import Done, Outcome
from bot.domain.ports import ChannelLink, Clock, UnitOfWork
from bot.domain.turn import Place
from bot.usecases.monthly_meeting import is_reminded, takes_cases
from bot.usecases.move_cases import move_cases
from bot.usecases.tell_admins import tell_admins

OUT_OF_REACH = {
    "removed": "team.gone_removed",
    "channelDeleted": "team.gone_channel",
    "teamArchived": "team.gone_archived",
    "teamDeleted": "team.gone_team",
    "teamHardDeleted": "team.gone_team",
}
BACK = frozenset({"installed", "channelRestored", "teamUnarchived", "teamRestored"})
SHARED = "channelShared"
"""A shared channel can be read by one more team, whose people no list of this team's members may name."""
OF_ONE_CHANNEL = frozenset({"channelDeleted", "channelRestored", "channelRenamed", SHARED})


async def note_channel(command: NoteChannel, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Note on every team that works there whether it can be reached. A change noted before is not told again."""
    for link in await _links(command, uow):
        if command.change in OUT_OF_REACH:
            await note_out_of_reach(link, OUT_OF_REACH[command.change], uow, clock)
        elif command.change in BACK:
            await note_back(await _reached_anew(link, command.place, uow, clock), uow, clock)
        elif command.change == SHARED and takes_cases(link.team):
            await _tell("team.channel_shared", link, uow, clock)
        elif command.change.endswith("Renamed"):
            await _tell("team.renamed", link, uow, clock)
    return Done(command)


async def note_out_of_reach(link: ChannelLink, problem: str, uow: UnitOfWork, clock: Clock) -> None:
    """Note what is wrong with the channel, so that new cases are not taken and those on their way wait."""
    if not link.problem and await uow.channels.note_problem(link, problem):
        await _tell(problem, link, uow, clock)


async def note_back(link: ChannelLink, uow: UnitOfWork, clock: Clock) -> None:
    """Note that the channel works again, and let go what was given up meanwhile."""
    if link.problem and await uow.channels.note_problem(link, ""):
        await send_what_was_given_up(link, uow, clock)
        await _tell("team.back_again", link, uow, clock)


async def _reached_anew(link: ChannelLink, place: Place, uow: UnitOfWork, clock: Clock) -> ChannelLink:
    """Keep how Teams reaches the team now: a bot that is registered anew has another id, and Teams may have moved. Open
    cases get a card of that bot."""
    reached = replace(link.place, reference={**link.place.reference, **place.reference})
    if reached == link.place:
        return link
    if await uow.channels.reach_at(link, reached):
        await move_cases(link, reached, uow, clock.now())
    return replace(link, place=reached)


async def _links(command: NoteChannel, uow: UnitOfWork) -> Sequence[ChannelLink]:
    """Return the teams of the channel; an event of the whole team in Teams reaches all its channels."""
    if command.change in OF_ONE_CHANNEL:
        return await uow.channels.at(command.place)
    return [link for link in await uow.channels.all() if _same_team(link.place, command.place)]


def _same_team(one: Place, other: Place) -> bool:
    if one.teams_team_id is None or other.teams_team_id is None:
        return one.room == other.room
    return one.teams_team_id == other.teams_team_id


async def send_what_was_given_up(link: ChannelLink, uow: UnitOfWork, clock: Clock) -> None:
    """Let go again what was parked on its way to the team; a reminder that is late is dropped."""
    for row in await uow.outbox.parked():
        if row.item.conversation != f"team:{link.team}":
            continue
        if is_reminded(link.team):
            await uow.queue.drop(row.id, "late", clock.now())  # the meeting may have been, or it is July
        else:
            await uow.queue.retry(row.id, clock.now())


async def _tell(text_key: str, link: ChannelLink, uow: UnitOfWork, clock: Clock) -> None:
    about = f"{text_key}:{link.team}:{clock.now():%Y-%m-%dT%H:%M}"
    await tell_admins(text_key, about, uow, clock.now(), team=link.team)
