"""A member of a team has duty until a day is over."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.case import Member
from bot.domain.on_duty import GoOnDuty, OnDuty
from bot.domain.outcomes import Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.show_on_duty import on_duty_here, teams_here, tell_channel


async def go_on_duty(command: GoOnDuty, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Keep that the member has duty in every team that works here; said again, the last day is what is said last.

    No day is lost: taken over, it lasts as long as the longest duty here, or whoever has a longer one keeps it.
    """
    teams = await teams_here(command.place, uow)
    before = await on_duty_here(command, teams, uow, clock)
    member = Member(command.by.id, command.by.name)
    days = [command.last_on, *(one.last_on for one in before.on_duty if not command.is_day_said)]
    last_on = max(days)
    longer = [one.member.id for one in before.on_duty if one.last_on > last_on]
    for team in teams:
        await uow.on_duty.keep(OnDuty(team, member, last_on))
        if command.is_alone:
            await uow.on_duty.end_all_but(team, [member.id, *longer])
    after = await on_duty_here(command, teams, uow, clock)
    still = {one.member.id for one in after.on_duty}
    left = tuple(one.member.name for one in before.on_duty if one.member.id not in still)
    own = next((one.last_on for one in before.on_duty if one.member.id == member.id), last_on)
    after = replace(after, left=left, was_until=own if own > last_on else None)
    if command.is_pressed and after.on_duty != before.on_duty:
        await tell_channel(after, uow, clock)
    return after
