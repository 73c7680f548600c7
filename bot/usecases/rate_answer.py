"""Count a thumb up or down on an article."""

from __future__ import annotations

from bot.domain.commands import RateAnswer
from bot.domain.outcomes import Done, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def rate_answer(command: RateAnswer, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Count the vote, or keep why somebody voted down, without who it was."""
    if command.reason:
        await uow.questions.add(f"{command.article}|{command.reason}", None, None, "voted_down", clock.now())
        return Done(command)
    await uow.questions.vote(command.article, command.useful, clock.now())
    return Done(command)
