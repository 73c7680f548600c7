"""A case is taken out to the archive. Who did it is kept in the audit trail."""

from __future__ import annotations

from bot.domain.commands import ExportCase
from bot.domain.errors import CaseNotFound, CaseRecused
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def export_case(command: ExportCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the case, and note who took it out. The roster and the role are checked before."""
    case = await uow.cases.get(command.case_id)
    if case.team != command.team:
        raise CaseNotFound
    if command.by.id in case.recused:
        raise CaseRecused(code=case.code)
    await uow.audit.note("case.exported", clock.now(), by=command.by.id, case_id=case.id)
    return CaseIs(command, case)
