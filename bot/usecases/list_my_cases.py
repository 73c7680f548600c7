"""What has this person sent?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.case import Case
from bot.domain.commands import ListMyCases
from bot.domain.evaluation import WAITS_FOR, EvaluationKind, asked_of_requester
from bot.domain.outcomes import CasesAre, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def list_my_cases(command: ListMyCases, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the cases of the person, newest first, and the forms about them that wait to be filled in."""
    cases = tuple(await uow.cases.sent_by(command.by))
    return CasesAre(command, cases, forms=await _forms(cases, uow, clock.now()))


async def _forms(cases: Sequence[Case], uow: UnitOfWork, now: datetime) -> Mapping[str, EvaluationKind]:
    asked = [(at, case, kind) for case in cases for at, kind in filter(None, (asked_of_requester(case, now),))]
    new = [one for one in asked if now - one[0] <= WAITS_FOR]
    new.sort(key=lambda one: one[0], reverse=True)
    return {case.id: kind for _, case, kind in new if not await uow.evaluations.is_kept(kind, case.code)}
