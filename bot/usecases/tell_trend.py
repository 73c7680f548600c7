"""A team tells the samordningsteam what has changed, and everybody concerned can see what was told (row V61)."""

from __future__ import annotations

import json
from dataclasses import replace

from bot.domain.errors import TrendUnreached
from bot.domain.month_report import FIGURES, Shown, gets_figures
from bot.domain.norway import day_of
from bot.domain.outbox import Kind, OutboxItem
from bot.domain.outcomes import Outcome
from bot.domain.ports import ChannelLink, Clock, UnitOfWork
from bot.domain.trend import SendTrend, ShowTrends, Trend, TrendsAre, TrendSent, municipality_of
from bot.domain.turn import PlaceKind
from bot.usecases.month_figures import figures_now
from bot.usecases.show_on_duty import teams_here


async def send_trend(command: SendTrend, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Keep what is told, and queue it to the channel that gets the figures, with what those may tell of its themes."""
    link, now = await _channel_for(municipality_of(command.team), uow), clock.now()
    if link is None or command.team not in await teams_here(command.place, uow):
        raise TrendUnreached
    trend = Trend(command.id, command.team, day_of(now), command.change, command.themes, command.words)
    if not await uow.trends.add(trend):
        before = next((one for one in await uow.trends.of(trend.municipality) if one.id == trend.id), None)
        return TrendSent(command, before is not None and replace(trend, told_on=before.told_on) == before)
    known = dict((await figures_now(trend.municipality, uow, now)).themes)
    counts: Shown = tuple((theme, known.get(theme, "")) for theme in trend.themes)
    payload = {"card": "trend", "team": link.team, "from": trend.team, "counts": json.dumps(counts)}
    payload |= {"change": trend.change, "words": trend.words}
    key = f"trend:{trend.id}"
    await uow.outbox.add(OutboxItem(Kind.TEAM_POST, key, now, f"team:{link.team}", None, payload))
    await uow.audit.note(f"trend.sent.{trend.team}", now, by=command.by.id)
    return TrendSent(command, is_sent=True)


async def show_trends(command: ShowTrends, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return what was told. Whoever wants to tell something learns at once when it would reach nobody."""
    if command.place.kind is not PlaceKind.CHANNEL:
        told = [one for name in command.municipalities for one in await uow.trends.of(name)]
        return TrendsAre(command, tuple(told))
    whole = [name for link in await uow.channels.at(command.place) if (name := gets_figures(link.team))]
    if whole and not command.to_tell:
        return TrendsAre(command, tuple([one for name in whole for one in await uow.trends.of(name)]))
    teams = await teams_here(command.place, uow)
    if command.to_tell:
        teams = tuple([one for one in teams if await _channel_for(municipality_of(one), uow) is not None])
        if not teams:
            raise TrendUnreached
    names = dict.fromkeys(municipality_of(one) for one in teams)
    told = [one for name in names for one in await uow.trends.of(name) if one.team in teams]
    return TrendsAre(command, tuple(told), teams)


async def _channel_for(municipality: str, uow: UnitOfWork) -> ChannelLink | None:
    return await uow.channels.of_team(f"{municipality}/{FIGURES}")
