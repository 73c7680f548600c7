"""Cases whose holder has left the team are offered to the others. Run now and then with the roster Teams gave."""

from __future__ import annotations

from bot.domain.case import Case
from bot.domain.case_actions import released
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import save_and_show, tell_requester, tell_thread


async def release_departed(team: str, roster: frozenset[str], uow: UnitOfWork, clock: Clock) -> int:
    """Let go of the team's open cases held by somebody who is not on the roster; return how many.

    An empty roster means that Teams could not tell, and nothing is let go.
    """
    if not roster or not any(_is_left(case, roster) for case in await uow.cases.open_in(team)):
        return 0
    await uow.cases.hold_open(team)
    count = 0
    for case in await uow.cases.open_in(team):
        if case.claimed_by is None or not _is_left(case, roster):
            continue
        after = released(case)
        if await save_and_show(case, after, uow, clock):
            await tell_thread(after, "holder_left", uow, clock, who=case.claimed_by.name)
            await tell_requester(after, "given_back", uow, clock)
            count += 1
    return count


def _is_left(case: Case, roster: frozenset[str]) -> bool:
    return case.claimed_by is not None and case.claimed_by.id not in roster
