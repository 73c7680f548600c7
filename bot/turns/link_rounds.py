"""Checks the links of the knowledge once a night, on one replica. Must not know how a link is tried."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from bot.content.links import LinkReport, links_in, report_after
from bot.content.versions import Files
from bot.domain.event_log import EventLog
from bot.domain.links import LinkAnswer, LinkProbe
from bot.domain.norway import OSLO
from bot.domain.ports import Clock, Store
from bot.usecases.show_links import keep_links, show_links

NIGHT = range(2, 6)
"""Hours in which the round begins, Norwegian time: others' servers are less busy then."""
AT_A_TIME = 4
LINKS = "link-round"
HELD = timedelta(hours=2)
"""Longer than any round takes; a replica that dies in the middle of one leaves the rest of the night."""

log = EventLog(__name__)


async def try_links(probe: LinkProbe, found: Mapping[str, tuple[str, ...]]) -> list[tuple[str, LinkAnswer]]:
    """Try every link, a few at a time; the probe sees to it that one host has one visitor."""
    gate = asyncio.Semaphore(AT_A_TIME)

    async def one(url: str) -> tuple[str, LinkAnswer]:
        async with gate:
            return url, await probe.look(url)

    return list(await asyncio.gather(*(one(url) for url in found)))


async def check_links(probe: LinkProbe, files: Files, store: Store, today: date) -> LinkReport:
    """Try every link in the files and keep what came of it."""
    found = await asyncio.to_thread(links_in, files)
    answers = await try_links(probe, found)
    async with store.unit_of_work() as uow:
        report = report_after(await show_links(uow), found, answers, today)
        await keep_links(report, uow)
        await uow.commit()
    log.info("links_checked", count=len(report.links))
    return report


async def check_links_tonight(probe: LinkProbe, files: Files, store: Store, clock: Clock) -> bool:
    """Check when it is night and nobody has today; return whether it was done. One replica does it, by a lease."""
    now, owner = _local(clock.now()), uuid.uuid4().hex
    if now.hour not in NIGHT:
        return False
    async with store.unit_of_work() as uow:
        is_done = (await show_links(uow)).checked_on == now.date()
        if is_done or not await uow.leases.take(LINKS, owner, now, now + HELD):
            return False
        await uow.commit()
    try:
        await check_links(probe, files, store, now.date())
    finally:
        async with store.unit_of_work() as uow:
            await uow.leases.give_back(LINKS, owner)
            await uow.commit()
    return True


def _local(now: datetime) -> datetime:
    return now.astimezone(OSLO)
