"""A card in the channel that still says when an answer comes, after that time: it is drawn anew, once."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.follow_up import is_overdue
from bot.domain.outbox import ANEW, Kind, OutboxItem
from bot.domain.ports import UnitOfWork

LATELY = timedelta(days=7)
"""An older deadline was drawn before, or by a version that did not; its card changes at the next press."""


async def redraw_overdue(team: str, uow: UnitOfWork, now: datetime) -> None:
    """Queue the cards of the team's cases whose time to answer is lately over. Twice is the same as once."""
    for case in await uow.cases.open_in(team):
        if is_overdue(case, now) and now - case.due_at <= LATELY:
            key = f"card:{case.id}:over:{case.due_at:%Y-%m-%dT%H:%M}"
            row = OutboxItem(Kind.CASE_CARD_UPDATE, key, now, f"team:{team}", case.id, {ANEW: "yes"})
            await uow.outbox.add(row)
