"""A card in the channel that tells a time that is over, of an answer or of the next meeting: it is drawn anew, once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.domain.case import Case
from bot.domain.follow_up import is_overdue, waits_for_answer
from bot.domain.outbox import ANEW, Kind, OutboxItem
from bot.domain.ports import UnitOfWork

LATELY = timedelta(days=7)
"""An older deadline was drawn before, or by a version that did not; its card changes at the next press."""
LOOK_BACK = timedelta(days=1)
NextMeeting = Callable[[str, datetime], datetime | None]
"""The last moment a case of a team can be put on its next meeting as of a time; None while that is not known."""


def not_known(_team: str, _at: datetime) -> datetime | None:
    """Know no meeting."""
    return None


async def redraw_overdue(team: str, uow: UnitOfWork, now: datetime, next_meeting: NextMeeting) -> None:
    """Queue the cards of the team's cases whose time to answer is lately over, or whose next meeting is another one
    than it was yesterday. Twice is the same as once."""
    was_next = next_meeting(team, now - LOOK_BACK)
    passed = was_next if was_next is not None and was_next <= now else None
    for case in await uow.cases.open_in(team):
        if is_overdue(case, now) and now - case.due_at <= LATELY:
            await _redraw(case, f"over:{case.due_at:%Y-%m-%dT%H:%M}", uow, now)
        if passed is not None and waits_for_answer(case) and case.created_at <= passed:
            await _redraw(case, f"meeting:{passed:%Y-%m-%dT%H:%M}", uow, now)


async def _redraw(case: Case, why: str, uow: UnitOfWork, now: datetime) -> None:
    key = f"card:{case.id}:{why}"
    await uow.outbox.add(OutboxItem(Kind.CASE_CARD_UPDATE, key, now, f"team:{case.team}", case.id, {ANEW: "yes"}))
