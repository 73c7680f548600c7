"""What has this person sent?"""

from __future__ import annotations

from bot.domain.commands import ListMyCases
from bot.domain.outcomes import CasesAre, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def list_my_cases(command: ListMyCases, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the cases of the person, newest first."""
    return CasesAre(command, tuple(await uow.cases.sent_by(command.by)))
