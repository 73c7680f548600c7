"""Who has duty in the teams whose channel this is?"""

from __future__ import annotations

import json

from bot.domain.errors import ChannelNotConnected
from bot.domain.norway import day_of
from bot.domain.on_duty import GoOffDuty, GoOnDuty, OnDutyIs, ShowOnDuty
from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.outcomes import Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.domain.turn import Place, PlaceKind
from bot.usecases.monthly_meeting import takes_cases


async def show_on_duty(command: ShowOnDuty, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return who has duty here today."""
    return await on_duty_here(command, await teams_here(command.place, uow), uow, clock)


async def teams_here(place: Place, uow: UnitOfWork) -> tuple[str, ...]:
    """Return the teams that get cases in this channel. Raises ChannelNotConnected where there are none."""
    links = await uow.channels.at(place) if place.kind is PlaceKind.CHANNEL else ()
    teams = tuple(link.team for link in links if takes_cases(link.team))
    if not teams:
        raise ChannelNotConnected
    return teams


async def on_duty_here(
    command: GoOnDuty | GoOffDuty | ShowOnDuty,
    teams: tuple[str, ...],
    uow: UnitOfWork,
    clock: Clock,
    *,
    left: tuple[str, ...] = (),
) -> OnDutyIs:
    """Return who has duty in these teams today; who has it in several of them is named once."""
    today = day_of(clock.now())
    found = [one for team in teams for one in await uow.on_duty.of_team(team, today)]
    once = {one.member.id: one for one in sorted(found, key=lambda one: one.last_on)}
    return OnDutyIs(command, teams, tuple(once.values()), left)


async def tell_channel(now_on: OnDutyIs, uow: UnitOfWork, clock: Clock) -> None:
    """Queue the line that tells the channel who has duty now, and who has it no more."""
    team, now = now_on.teams[0], clock.now()
    duties = [[one.member.name, one.last_on.isoformat()] for one in now_on.on_duty]
    payload: Payload = {"card": "on_duty", "team": team, "left": "\n".join(now_on.left)}
    payload["duties"] = json.dumps(duties, ensure_ascii=False)
    key = f"on_duty:{team}:{now.isoformat()}"
    await uow.outbox.add(OutboxItem(Kind.TEAM_POST, key, now, f"team:{team}", None, payload))
