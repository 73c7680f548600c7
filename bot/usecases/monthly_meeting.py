"""Once a month a channel of a local team is reminded of its meeting (row M38). No cases come to such a channel."""

from __future__ import annotations

import hashlib
from datetime import datetime, time, timedelta

from bot.content.working_time import next_working_day
from bot.domain.month_report import gets_figures
from bot.domain.norway import OSLO, day_of
from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.ports import ChannelLink, UnitOfWork
from bot.domain.turn import Place

MARK = "@"
"""Between team and channel in the key: every school has its own local team, and all are one team in the plan."""
HOLIDAY = 7
"""No reminder in July, when schools and kindergartens are closed. The bot's own choice."""


def is_reminded(team: str) -> str:
    """Return the team whose meeting a connected channel is reminded of; empty when cases or figures come to it."""
    name, mark, _ = team.partition(MARK)
    return name if mark else ""


def takes_cases(team: str) -> bool:
    """Tell whether cases come to a connected channel: not when it gets figures or reminders alone."""
    return not gets_figures(team) and not is_reminded(team)


def reminder_key(team: str, place: Place) -> str:
    """Return the key of one channel of a team that is reminded."""
    return f"{team.partition(MARK)[0]}{MARK}{hashlib.sha256(place.room.encode()).hexdigest()[:12]}"


async def remind_of_meeting(link: ChannelLink, uow: UnitOfWork, now: datetime) -> None:
    """Queue the reminder on the first working day of the month, once, whoever asks; none is queued late."""
    first = day_of(now).replace(day=1)
    due_at = datetime.combine(next_working_day(first - timedelta(days=1)), time(9), OSLO)
    is_time = due_at <= now <= due_at + timedelta(days=10) and first.month != HOLIDAY
    if not is_reminded(link.team) or link.connected_at > due_at or not is_time:
        return
    payload: Payload = {"card": "monthly", "team": link.team}
    key = f"monthly:{link.team}:{first:%Y-%m}"
    await uow.outbox.add(OutboxItem(Kind.TEAM_POST, key, due_at, f"team:{link.team}", None, payload))
