"""What do people think of the teams in this channel?"""

from __future__ import annotations

from bot.domain.errors import ChannelNotConnected
from bot.domain.evaluation import ShowEvaluations
from bot.domain.outcomes import EvaluationsAre, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def show_evaluations(command: ShowEvaluations, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return how many gave each answer in the year, for every team that works in the channel."""
    links = await uow.channels.at(command.place)
    if not links:
        raise ChannelNotConnected
    return EvaluationsAre(
        command, {link.team: await uow.evaluations.of_team(link.team, command.year) for link in links}
    )
