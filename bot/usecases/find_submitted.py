"""Was this form sent, and as which case?"""

from __future__ import annotations

from bot.domain.commands import FindSubmitted
from bot.domain.outcomes import CasesAre, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def find_submitted(command: FindSubmitted, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the case the person sent with that form, or none."""
    case = await uow.cases.of_submission(command.by, command.submission_id)
    return CasesAre(command, (case,) if case else ())
