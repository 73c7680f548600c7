"""Send a question that has no answer to the editors."""

from __future__ import annotations

from bot.domain.commands import PassQuestionOn
from bot.domain.outcomes import Done, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def pass_question_on(command: PassQuestionOn, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Keep the anonymised question, without who asked."""
    await uow.questions.add(command.text, command.municipality, command.role, "unanswered", clock.now())
    return Done(command)
