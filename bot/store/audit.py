"""The audit trail: append-only, each entry chained to the one before by a keyed hash. Never holds text or a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.store.database import Run
from bot.store.keys import Keys
from bot.store.moments import to_number

_AT_A_TIME = 1000
_HEAD = 16
"""Characters of a link that are told outside the database."""


@dataclass(frozen=True)
class _Ends:
    """Where the trail starts (after pruning) and stops; sealed with the audit key, so that nobody can cut it short."""

    first_seq: int
    first_link: str
    last_seq: int
    last_link: str

    def seal(self, keys: Keys) -> str:
        return keys.link("ends", str(self.first_seq), self.first_link, str(self.last_seq), self.last_link)


def _begin(ends: _Ends, read: tuple[int, str] | None) -> tuple[int, str]:
    """Return the entry to go on behind: what has been read, unless it has been pruned since."""
    return read if read and read[0] >= ends.first_seq - 1 else (ends.first_seq - 1, ends.first_link)


class SqlAudit:
    """The audit trail in the database."""

    def __init__(self, run: Run, keys: Keys) -> None:
        self._run = run
        self._keys = keys

    async def note(self, what: str, at: datetime, *, by: str = "system", case_id: str = "") -> None:
        """Add an entry; `by` is hashed unless it is one of the words `system`, `team` and `requester`."""
        ends = await self._ends()
        actor = by if by in ("system", "requester") else self._keys.index("actor", by)[:32]
        entry = (ends.last_seq + 1, to_number(at), actor, what, case_id)
        link = self._link(ends.last_link, entry)
        values = dict(zip(("seq", "at", "actor", "what", "case_id"), entry, strict=True))
        await self._run("add_audit_entry", **values, link=link)
        await self._move(_Ends(ends.first_seq, ends.first_link, entry[0], link))

    async def verify(self, read: tuple[int, str] | None = None) -> int | None:
        """Return the number of the first entry that does not fit; 0 when the ends were changed or taken away.

        A trail that was put back as it stood earlier, ends and all, fits: only what was told of its `head` shows that.
        What was `read` before is not read again: every commit that notes something waits for the end, which is held.
        """
        rows = await self._run("audit_ends")
        if not rows and await self._run("any_case"):  # every case is noted as it is made
            return 0
        ends = _Ends(*tuple(rows[0])[:4]) if rows else _Ends(1, "", 0, "")
        if rows and rows[0][4] != ends.seal(self._keys):
            return 0
        seq, link, fits = await self._walk(*_begin(ends, read))
        surplus = await self._run("audit_entries", from_seq=0, at_most=1)
        starts_early = bool(surplus) and surplus[0][0] < ends.first_seq
        is_whole = fits and (seq, link) == (ends.last_seq, ends.last_link) and not starts_early
        return None if is_whole else seq + 1

    async def read_on(self, read: tuple[int, str] | None, at_most: int) -> tuple[int, str]:
        """Follow the trail from what has been read, holding nothing, and return the last entry that fits: the same
        again at its end, and before one that does not fit."""
        rows = await self._run("audit_ends_as_they_are")
        ends = _Ends(*tuple(rows[0])[:4]) if rows else _Ends(1, "", 0, "")
        start = _begin(ends, read)
        seq, link, _ = await self._walk(*start, start[0] + at_most)
        return seq, link

    async def _walk(self, seq: int, link: str, to: int | None = None) -> tuple[int, str, bool]:
        """Follow the chain from behind an entry; return the last entry that fits, and whether all did."""
        while entries := await self._run("audit_entries", from_seq=seq + 1, at_most=_AT_A_TIME):
            for number, at, actor, what, case_id, kept_link in entries:
                if to is not None and number > to:
                    return seq, link, True
                made = self._link(link, (number, at, actor, what, case_id))
                if number != seq + 1 or made != kept_link:
                    return seq, link, False
                seq, link = number, made
        return seq, link, True

    async def head(self) -> tuple[int, str]:
        """Return the number of the last entry and what its link begins with."""
        ends = await self._ends()
        return ends.last_seq, ends.last_link[:_HEAD]

    async def holds(self, seq: int, link: str) -> bool:
        """Tell whether an entry that was the last one once still is in the trail, or was pruned since."""
        ends = await self._ends()
        if seq < ends.first_seq - 1:
            return True
        if seq == ends.first_seq - 1:
            return ends.first_link.startswith(link)
        entries = await self._run("audit_entries", from_seq=seq, at_most=1)
        return bool(entries) and entries[0][0] == seq and entries[0][5].startswith(link)

    async def prune(self, before: datetime) -> int:
        """Delete entries older than `before` and return how many; the rest still verifies."""
        ends = await self._ends()  # held first: another replica may be deleting more than this one would
        found = await self._run("last_audit_entry_before", before=to_number(before))
        if not found:
            return 0
        seq, link = found[0]
        await self._move(_Ends(seq + 1, link, ends.last_seq, ends.last_link))
        return len(await self._run("delete_audit_to", seq=seq))

    async def _ends(self) -> _Ends:
        rows = await self._run("audit_ends")
        if not rows:
            await self._run("make_audit_ends", seal=_Ends(1, "", 0, "").seal(self._keys))
            rows = await self._run("audit_ends")
        return _Ends(*tuple(rows[0])[:4])

    async def _move(self, ends: _Ends) -> None:
        await self._run("move_audit_ends", **vars(ends), seal=ends.seal(self._keys))

    def _link(self, previous: str, entry: tuple[int, int, str, str, str]) -> str:
        return self._keys.link(previous, *(str(part) for part in entry))
