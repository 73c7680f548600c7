"""Count how Handlingsveilederen is used, and give leaders and their channel the figures (rows M63 and V42)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.content.working_time import next_working_day
from bot.domain.conversation import ConversationState
from bot.domain.counted import ShowFigures
from bot.domain.month_report import MonthReport, gets_figures, report_of, written
from bot.domain.norway import OSLO, day_of
from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.outcomes import FiguresAre, Outcome
from bot.domain.ports import ChannelLink, Clock, UnitOfWork

STALE = timedelta(days=20)
"""A report that could not be made for so long is left out: the next one covers the whole year anyway."""


async def count_guides(
    before: ConversationState, after: ConversationState, uow: UnitOfWork, now: datetime
) -> ConversationState:
    """Count each guide that was begun or came to an outcome in this turn, and return the state with those marked.

    Each concern counts once, under the first outcome it came to. Practices and trials are not counted.
    """
    if not after.concerns or after.is_trying:
        return after
    known = {one.id: one.outcome for one in before.concerns if not one.practice}
    kept = []
    for concern in after.concerns:
        where = (after.profile.municipality or "", f"{now.astimezone(OSLO):%Y-%m}", concern.guide)
        if not concern.practice and concern.id not in known:
            await uow.guide_counts.add(*where, "")
        is_ended = not concern.practice and bool(concern.outcome)
        if is_ended and not concern.is_counted and known.get(concern.id) is None:
            await uow.guide_counts.add(*where, concern.outcome or "")
        kept.append(replace(concern, is_counted=concern.is_counted or is_ended))
    return replace(after, concerns=tuple(kept))


async def show_figures(command: ShowFigures, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the figures so far this month; who may ask is decided before."""
    return FiguresAre(command, tuple([await figures_now(one, uow, clock.now()) for one in command.municipalities]))


async def figures_now(municipality: str, uow: UnitOfWork, now: datetime) -> MonthReport:
    """Return the figures so far this month."""
    return await _report(municipality, f"{now.astimezone(OSLO):%Y-%m}", uow)


async def post_figures(link: ChannelLink, uow: UnitOfWork, now: datetime) -> None:
    """Queue last month's figures to a channel that gets them, on the first working day; once, whoever asks.

    A channel that is connected after that day waits for the next month. The cases are read only for figures that are
    not queued yet: the rounds come by every hour.
    """
    municipality = gets_figures(link.team)
    first = day_of(now).replace(day=1)
    due_at = datetime.combine(next_working_day(first - timedelta(days=1)), time(9), OSLO)
    if not municipality or link.connected_at > due_at or not due_at <= now <= due_at + STALE:
        return
    month = f"{first - timedelta(days=1):%Y-%m}"
    key = f"figures:{municipality}:{month}"
    if await uow.outbox.is_known(key):
        return
    report = await _report(municipality, month, uow)
    payload: Payload = {"card": "figures", "team": link.team, "report": written(report)}
    await uow.outbox.add(OutboxItem(Kind.TEAM_POST, key, due_at, f"team:{link.team}", None, payload))


async def _report(municipality: str, month: str, uow: UnitOfWork) -> MonthReport:
    return report_of(
        municipality, month, await uow.cases.figures(), await uow.guide_counts.all(), await uow.course_counts.all()
    )
