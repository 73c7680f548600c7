"""Change of the key-encryption key: keys of cases are wrapped anew, what they seal is not touched. And what an earlier
version named by a hash without a key is named by one with a key.

Without the key-encryption key that wraps its key, a case is lost. So nobody opens a database that has a key the ring
cannot unwrap, and the keys are wrapped anew for as long as older replicas may still add some the old way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from bot.store.cases import key_place
from bot.store.database import Database, Rows, Run
from bot.store.encryption import KeyMissing, KeyRing, SealBroken
from bot.store.keys import TO_A_PERSON, Keys


async def rewrap_case_keys(database: Database, ring: KeyRing) -> int:
    """Wrap every case key with the current key-encryption key; return how many were changed.

    A key that another replica destroys or replaces meanwhile stays so; one that does not open is left as it is.
    """
    changed = 0
    async with database.transaction() as run:
        for case_id, wrapped in await _wrapped_otherwise(run, ring):
            if ring.opens(wrapped, key_place(case_id)):
                anew = ring.wrap(ring.unwrap(wrapped, key_place(case_id)), key_place(case_id))
                changed += len(await run("rewrap_case_key", case_id=case_id, wrapped=anew, before=wrapped))
    return changed


async def name_lanes_anew(run: Run, keys: Keys) -> int:
    """Give rows to a person, added by an earlier version, the name they have now; return how many there were. Nothing
    else of them changes: each is sent once, when it is due."""
    found = await run("lanes_without_key", start=TO_A_PERSON, length=len(TO_A_PERSON))
    return sum([len(await run("name_lane", before=before, keyed=keys.lane(before))) for (before,) in found])


async def wrapped_by_older(database: Database, ring: KeyRing) -> Mapping[str, int]:
    """Return how many case keys each older key-encryption key still wraps."""
    async with database.transaction(commit=False) as run:
        return Counter(ring.key_id_of(wrapped) for _, wrapped in await _wrapped_otherwise(run, ring))


async def require_unwrappable(database: Database, ring: KeyRing) -> None:
    """Raise KeyMissing or SealBroken when cases would be lost with this key ring."""
    async with database.transaction(commit=False) as run:
        refuse_unknown(await _wrapped_otherwise(run, ring), ring)


def refuse_unknown(case_keys: Iterable[tuple[str, bytes]], ring: KeyRing) -> None:
    """Raise KeyMissing when a key-encryption key that wraps some of these is not in the ring, and SealBroken when the
    one in the ring is another one: it opens none of them. A single key that does not open was destroyed or spoilt."""
    opens: dict[str, bool] = {}
    for case_id, wrapped in case_keys:
        key_id = ring.key_id_of(wrapped)
        opens[key_id] = opens.get(key_id, False) or ring.opens(wrapped, key_place(case_id))
    missing = [key_id for key_id in opens if key_id not in (ring.current, *ring.older)]
    if missing:
        raise KeyMissing(*sorted(missing))
    if not all(opens.values()):
        raise SealBroken(SealBroken.__doc__)


async def _wrapped_otherwise(run: Run, ring: KeyRing) -> Rows:
    start = ring.current_start
    return await run("case_keys_wrapped_otherwise", start=start, length=len(start))
