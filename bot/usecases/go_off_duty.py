"""A member of a team has no duty any more."""

from __future__ import annotations

from bot.domain.on_duty import GoOffDuty
from bot.domain.outcomes import Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.show_on_duty import on_duty_here, teams_here, tell_channel


async def go_off_duty(command: GoOffDuty, uow: UnitOfWork, clock: Clock) -> Outcome:
    """End the member's duty in every team that works here, and tell whether they had any."""
    teams = await teams_here(command.place, uow)
    ended = any([await uow.on_duty.end(team, command.by.id) for team in teams])
    after = await on_duty_here(command, teams, uow, clock, left=(command.by.name,) if ended else ())
    if command.is_pressed and ended:
        await tell_channel(after, uow, clock)
    return after
