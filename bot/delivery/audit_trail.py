"""Whether the audit trail hangs together, looked through a part at a time.

A file of SQLite has one transaction at a time: a million entries read in one of them (13 seconds) would keep everybody
who writes to the bot waiting so long.
"""

from __future__ import annotations

import asyncio

from bot.domain.ports import Store

AT_A_TIME = 2500
"""Entries that are read in one transaction, some 30 ms."""
_PAUSE_SECONDS = 0.02
"""How long others have for beginning theirs; another process that waits for the file asks only now and then."""


async def first_misfit(store: Store, at_a_time: int = AT_A_TIME) -> int | None:
    """Return the number of the first entry that does not fit, as `Audit.verify` does; None when all fit."""
    read, has_more = None, True
    while has_more:
        before = read
        async with store.unit_of_work() as uow:
            read = await uow.audit.read_on(before, at_a_time)
        if has_more := read != before:
            await asyncio.sleep(_PAUSE_SECONDS)
    async with store.unit_of_work() as uow:
        return await uow.audit.verify(read)
