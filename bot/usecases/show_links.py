"""Remember what the last check of links in the knowledge said, and find it again."""

from __future__ import annotations

from bot.content.links import LinkReport
from bot.domain.ports import UnitOfWork

LINKS = "lenker"
"""Name under which the report is remembered."""


async def show_links(uow: UnitOfWork) -> LinkReport:
    """Return the report; empty when links were never checked."""
    return LinkReport.from_text(await uow.remembered.of(LINKS))


async def keep_links(report: LinkReport, uow: UnitOfWork) -> None:
    """Keep the report in place of the one before."""
    await uow.remembered.keep(LINKS, report.to_text())
