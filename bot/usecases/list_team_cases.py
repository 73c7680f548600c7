"""What does the team whose channel this is have open?"""

from __future__ import annotations

from bot.domain.commands import ListTeamCases
from bot.domain.errors import TeamNotConnected
from bot.domain.outcomes import CasesAre, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def list_team_cases(command: ListTeamCases, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the open cases of every team that works in the channel, without those the member is inhabil in."""
    links = await uow.channels.at(command.place)
    if not links:
        raise TeamNotConnected
    cases = [case for link in links for case in await uow.cases.open_in(link.team)]
    return CasesAre(command, tuple(case for case in cases if command.by.id not in case.recused))
