"""Which cases does the team whose channel this is have? Open, mine, on the next meeting, or closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import median

from bot.content.working_time import office_time
from bot.domain.case import Case
from bot.domain.commands import ListTeamCases
from bot.domain.errors import ChannelNotConnected
from bot.domain.follow_up import waits_for_answer
from bot.domain.outcomes import CasesAre, Outcome
from bot.domain.ports import ChannelLink, Clock, UnitOfWork
from bot.usecases.monthly_meeting import takes_cases

MEDIAN_OVER = timedelta(days=180)
FEWEST = 3
"""With fewer answered cases than this, a median says more about one case than about the team."""


async def list_team_cases(command: ListTeamCases, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the cases of every team that works in the channel, without those the member is inhabil in."""
    links = [link for link in await uow.channels.at(command.place) if takes_cases(link.team)]
    if not links:
        raise ChannelNotConnected
    found = [case for link in links for case in await _cases(link, command, uow)]
    shown = tuple(case for case in found if command.by.id not in case.recused and _fits(case, command))
    if command.which in ("open", "mine"):
        shown = tuple(sorted(shown, key=_turn_of))
    return CasesAre(command, shown, await _median(links, uow, clock), tuple(link.team for link in links))


def _turn_of(case: Case) -> tuple[int, datetime]:
    """Return what cases are put in order by: those that wait for an answer by a time first, the one whose time comes
    first at the top; then those that wait for a meeting, and those that are answered, oldest first."""
    if waits_for_answer(case):
        return 0, case.due_at
    return (1 if waits_for_answer(case, on_meeting=True) else 2), case.created_at


async def _cases(link: ChannelLink, command: ListTeamCases, uow: UnitOfWork) -> Sequence[Case]:
    if command.which == "closed":
        return await uow.cases.closed_in(link.team)
    return await uow.cases.open_in(link.team)


def _fits(case: Case, command: ListTeamCases) -> bool:
    if command.which == "mine":
        return case.claimed_by is not None and case.claimed_by.id == command.by.id
    if command.which == "meeting":
        return case.on_next_meeting and case.answered_at is None
    return True


async def _median(links: Sequence[ChannelLink], uow: UnitOfWork, clock: Clock) -> timedelta | None:
    since = clock.now() - MEDIAN_OVER
    times = [pair for link in links for pair in await uow.cases.answer_times(link.team, since)]
    seconds = [office_time(sent, answered).total_seconds() for sent, answered in times]
    return timedelta(seconds=median(seconds)) if len(seconds) >= FEWEST else None
