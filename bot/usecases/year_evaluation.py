"""Once a year each team is asked how its year has been (row V128 of the plan)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.content.working_time import next_working_day
from bot.domain.norway import OSLO
from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.ports import ChannelLink, UnitOfWork

MONTH = 11
"""The plan says once a year, not when. November is the bot's own choice: the year is seen, the report not written."""


async def ask_about_the_year(link: ChannelLink, uow: UnitOfWork, now: datetime) -> None:
    """Queue the form to the team's channel, once a year; a team that is connected after that day waits a year."""
    first = next_working_day(date(now.astimezone(OSLO).year, MONTH, 1) - timedelta(days=1))
    due_at = datetime.combine(first, time(9), OSLO)
    if link.connected_at > due_at or now < due_at or now > due_at + timedelta(days=30):
        return
    key = f"year:{link.team}:{first.year}"
    payload: Payload = {"card": "year", "team": link.team}
    await uow.outbox.add(OutboxItem(Kind.TEAM_POST, key, due_at, f"team:{link.team}", None, payload))
