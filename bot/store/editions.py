"""Published editions: files kept once by their hash, and one row for each edition that is never changed."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.published import Edition, EditionDamaged, EditionUnknown, KnowledgeChanged, Way
from bot.domain.turn import Person
from bot.store.database import Run
from bot.store.encryption import SealBroken
from bot.store.keys import Keys, Purpose
from bot.store.moments import from_number, to_number
from bot.store.readable import readable

_SLOW = 6
"""zlib level: the files are written once and read at every start."""


class SqlEditions:
    """Editions in the database. Why and by whom is sealed; the files are public by nature and only compressed."""

    def __init__(self, run: Run, keys: Keys) -> None:
        self._run = run
        self._keys = keys
        self._sealer = keys.sealer(Purpose.EDITION)

    async def head_number(self) -> int:
        """Return the number of the newest edition, 0 without one."""
        return int((await self._run("head_number"))[0][0])

    async def head(self) -> Edition | None:
        """Return the newest edition; raises EditionDamaged."""
        number = await self.head_number()
        return await self.edition(number) if number else None

    async def edition(self, number: int) -> Edition:
        """Return that edition; raises EditionUnknown or EditionDamaged."""
        rows = await self._run("edition", number=number)
        if not rows:
            raise EditionUnknown
        return self._edition(rows[0])

    async def newest(self, count: int) -> Sequence[Edition]:
        """Return the newest editions, newest first, without those that are damaged."""
        return readable(await self._run("newest_editions", at_most=count), lambda *row: self._edition(row), "editions")

    async def contents(self, edition: Edition) -> Mapping[str, bytes]:
        """Return every file of the edition; raises EditionDamaged when one is not what was published."""
        found: dict[str, bytes] = {}
        for path, digest in edition.files.items():
            rows = await self._run("edition_file", hash=digest)
            found[path] = _whole(rows[0][0] if rows else b"", digest)
        return found

    async def add(self, edition: Edition, files: Mapping[str, bytes], by: Person | None) -> None:
        """Keep a new edition; raises KnowledgeChanged when its number is taken."""
        known = {row[0] for row in await self._run("edition_hashes")}
        for path, digest in edition.files.items():
            if digest not in known:
                await self._run("add_edition_file", hash=digest, content=zlib.compress(files[path], _SLOW))
                known.add(digest)
        rows = await self._run("add_edition", **self._row(edition, by))
        if not rows:
            raise KnowledgeChanged

    def _row(self, edition: Edition, by: Person | None) -> dict[str, Any]:
        files = json.dumps(dict(edition.files), sort_keys=True).encode()
        about = {"why": edition.why, "changes": list(edition.changes), "files": hashlib.sha256(files).hexdigest()}
        told = json.dumps(about, ensure_ascii=False)
        return {
            "number": edition.number,
            "version": edition.version,
            "files": zlib.compress(files, _SLOW),
            "at": to_number(edition.at),
            "way": edition.way,
            "told": self._sealer.seal(told.encode(), f"editions|{edition.number}|told"),
            "person": self._keys.index("person", by.id) if by else None,
            "who": self._sealer.seal(edition.who.encode(), f"editions|{edition.number}|who") if by else None,
        }

    def _edition(self, row: tuple[Any, ...]) -> Edition:
        try:
            return self._opened(*row)
        except (SealBroken, zlib.error, ValueError, KeyError):  # a missing encryption key stops the start
            raise EditionDamaged from None

    def _opened(
        self, number: int, version: str, files: bytes, at: int, way: Way, told: bytes, who: bytes | None
    ) -> Edition:
        words = json.loads(self._sealer.open(told, f"editions|{number}|told"))
        listed = _whole(files, words["files"]) if "files" in words else zlib.decompress(files)
        return Edition(
            number=number,
            version=version,
            files=json.loads(listed),
            at=from_number(at),
            way=way,
            why=words["why"],
            changes=tuple(words["changes"]),
            who=self._sealer.open(who, f"editions|{number}|who").decode() if who else "",
        )


def _whole(packed: bytes, digest: str) -> bytes:
    """Return what was packed; raises EditionDamaged when it does not have that hash. Which files an edition has is
    sealed by the hash of their list, and each is in that list by its own: nobody changes an answer in the database
    without the encryption key."""
    try:
        content = zlib.decompress(packed)
    except zlib.error:
        raise EditionDamaged from None
    if hashlib.sha256(content).hexdigest() != digest:
        raise EditionDamaged
    return content
