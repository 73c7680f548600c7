"""Change of the key-encryption key: keys of cases are wrapped anew, what they seal is not touched."""

from __future__ import annotations

from bot.store.cases import key_place
from bot.store.database import Database
from bot.store.keys import Keys


async def rewrap_case_keys(database: Database, keys: Keys) -> int:
    """Wrap every case key with the current key-encryption key; return how many were changed.

    A key that another replica destroys or replaces meanwhile stays so. When this has run on every installation's
    database, the old key can be taken out of the setting.
    """
    changed = 0
    async with database.transaction() as run:
        for case_id, wrapped in await run("case_keys"):
            if not keys.ring.is_current(wrapped):
                key = keys.ring.unwrap(wrapped, key_place(case_id))
                anew = keys.ring.wrap(key, key_place(case_id))
                changed += len(await run("rewrap_case_key", case_id=case_id, wrapped=anew, before=wrapped))
    return changed
