"""A team tells the samordningsteam what has changed, and everybody concerned can see what was told (row V61)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.errors import TrendUnreached
from bot.domain.month_report import FIGURES, Shown, gets_figures
from bot.domain.norway import day_of
from bot.domain.outbox import POSTED_AS, Kind, OutboxItem, OutboxRow, Payload
from bot.domain.outcomes import Outcome
from bot.domain.ports import ChannelLink, Clock, UnitOfWork
from bot.domain.trend import (
    POSTED,
    WITHDRAWN,
    SendTrend,
    ShowTrends,
    Trend,
    TrendsAre,
    TrendSent,
    TrendWithdrawn,
    WithdrawTrend,
    municipality_of,
)
from bot.domain.turn import Place, PlaceKind
from bot.usecases.month_figures import figures_now
from bot.usecases.move_cases import left_in
from bot.usecases.show_on_duty import teams_here


async def send_trend(command: SendTrend, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Keep what is told, and queue it to the channel that gets the figures, with what those may tell of its themes."""
    link, now = await _channel_for(municipality_of(command.team), uow), clock.now()
    if link is None or command.team not in await teams_here(command.place, uow):
        raise TrendUnreached
    trend = Trend(command.id, command.team, day_of(now), command.change, command.themes, command.words)
    key = trend.key
    if await uow.outbox.is_known(key) or not await uow.trends.add(trend):  # known, and not kept: it was withdrawn
        before = next((one for one in await uow.trends.of(trend.municipality) if one.id == trend.id), None)
        is_same = before is not None and before == replace(trend, told_on=before.told_on, posted_in=before.posted_in)
        return TrendSent(command, is_same)
    known = dict((await figures_now(trend.municipality, uow, now)).themes)
    counts: Shown = tuple((theme, known.get(theme, "")) for theme in trend.themes)
    payload: Payload = {"card": POSTED, "team": link.team, "from": trend.team, "counts": json.dumps(counts)}
    payload |= {"change": trend.change, "words": trend.words}
    await uow.outbox.add(OutboxItem(Kind.TEAM_POST, key, now, f"team:{link.team}", None, payload))
    await uow.audit.note(f"trend.sent.{trend.team}", now, by=command.by.id)
    return TrendSent(command, is_sent=True)


async def withdraw_trend(command: WithdrawTrend, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Forget what a team of this channel has told, and empty it where it was posted. Twice is the same as once. What
    is being sent just now is not cancelled: it is looked for, and then emptied too."""
    told = [one for one in await _told_here(await teams_here(command.place, uow), uow) if one.id == command.id]
    is_emptied = True
    for trend in told:
        now, key, link = clock.now(), trend.key, await _channel_for(trend.municipality, uow)
        await uow.trends.remove(trend.id)
        if key in [row.item.dedupe_key for row in await uow.outbox.parked()]:
            await uow.outbox.cancel(key)
        is_emptied = link is not None and await uow.outbox.is_known(key)
        if link is not None and is_emptied:
            payload: Payload = {"card": WITHDRAWN, "team": link.team, "from": trend.team, POSTED_AS: key}
            payload |= left_in(trend.posted_in) if trend.posted_in else {}
            row = OutboxItem(Kind.ERASE, f"erase:{key}", now, f"team:{link.team}", None, payload)
            await uow.outbox.add(row)
        await uow.audit.note(f"trend.withdrawn.{trend.team}", now, by=command.by.id)
    return TrendWithdrawn(command, is_emptied)


async def note_posted(row: OutboxRow, place: Place, uow: UnitOfWork) -> None:
    """Keep with a trend which channel it has landed in."""
    if row.item.payload.get("card") == POSTED and (trend := await trend_of(row, uow)) is not None:
        await uow.trends.change(replace(trend, posted_in=place))


async def trend_of(row: OutboxRow, uow: UnitOfWork) -> Trend | None:
    """Return the trend a row posts; None when it is withdrawn."""
    kept = await uow.trends.of(municipality_of(row.item.payload["from"]))
    return next((one for one in kept if one.key == row.item.dedupe_key), None)


async def show_trends(command: ShowTrends, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return what was told. Whoever wants to tell something learns at once when it would reach nobody."""
    if command.place.kind is not PlaceKind.CHANNEL:
        told = [one for name in command.municipalities for one in await uow.trends.of(name)]
        return TrendsAre(command, tuple(told))
    whole = [name for link in await uow.channels.at(command.place) if (name := gets_figures(link.team))]
    if whole and not command.to_tell and command.withdraw is None:
        return TrendsAre(command, tuple([one for name in whole for one in await uow.trends.of(name)]))
    teams = await teams_here(command.place, uow)
    if command.to_tell:
        teams = tuple([one for one in teams if await _channel_for(municipality_of(one), uow) is not None])
        if not teams:
            raise TrendUnreached
    return TrendsAre(command, await _told_here(teams, uow), teams)


async def _told_here(teams: Sequence[str], uow: UnitOfWork) -> tuple[Trend, ...]:
    names = dict.fromkeys(municipality_of(one) for one in teams)
    return tuple([one for name in names for one in await uow.trends.of(name) if one.team in teams])


async def _channel_for(municipality: str, uow: UnitOfWork) -> ChannelLink | None:
    return await uow.channels.of_team(f"{municipality}/{FIGURES}")
