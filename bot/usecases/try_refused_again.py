"""What Teams refused is tried again by itself, where somebody may have given back what it was refused for and nobody
tells the bot. Run now and then."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.outbox import Kind, OutboxRow
from bot.domain.ports import ChannelLink, UnitOfWork
from bot.usecases.unreached import let_go

TRIED_FOR = timedelta(days=14)
"""So long what was refused is tried again; then it is left to a person."""
REFUSED = ("401", "403", "404")
"""What Teams answers while the channel is archived, or somebody has taken a right from the bot."""
APP_OFF = ("401", "BotDisabledByAdmin")
"""What it answers, wherever something goes, while the whole app is off."""


async def try_channel_again(link: ChannelLink, uow: UnitOfWork, now: datetime) -> None:
    """Let go again what Teams refused to put in the channel about a case, though the bot is in it."""
    for row in await uow.outbox.parked():
        is_refused = (row.last_code or "").startswith(REFUSED) and _is_still_news(row, now)
        if is_refused and row.item.conversation == f"team:{link.team}":
            await uow.queue.retry(row.id, now)


async def try_everybody_again(uow: UnitOfWork, now: datetime) -> None:
    """Let go again what was refused because the app was off: whoever waits for an answer may write nothing till then,
    and so would never get it. The team may have gone on meanwhile: the app can be off for one person alone."""
    refused = [
        row
        for row in await uow.outbox.parked()
        if any(one in (row.last_code or "") for one in APP_OFF) and _is_still_news(row, now)
    ]
    await let_go([row for row in refused if _is_to_sender(row)], uow, now)
    for row in refused:
        if not _is_to_sender(row):
            await uow.queue.retry(row.id, now)


def _is_to_sender(row: OutboxRow) -> bool:
    return row.item.conversation == f"requester:{row.item.case_id}"


def _is_still_news(row: OutboxRow, now: datetime) -> bool:
    """Tell whether the row is tried yet. What is about no case, such as who has duty, is old news by then; what
    somebody asked to be reminded of is not."""
    is_kept = row.item.case_id is not None or row.item.kind is Kind.REMINDER
    return is_kept and now - row.item.due_at < TRIED_FOR
