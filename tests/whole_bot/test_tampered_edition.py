"""What is published and then changed in the database by somebody without the key is not used, and the bot starts."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.ready import Ready
from bot.store import SqlStore
from tests.fakes.knowledge import shelf
from tests.fakes.stores import MovableClock, clock, sql_store
from tests.whole_bot.test_ready import desk_of, publish

__all__ = ["clock", "sql_store"]


async def test_a_bot_starts_although_what_was_published_is_changed_in_the_database_and_does_not_use_it(
    sql_store: SqlStore, clock: MovableClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await publish(sql_store, clock, 1, {"guides/ny.txt": b"x"})
    async with sql_store.database.engine.begin() as connection:
        found = await connection.execute(text("SELECT hash, content FROM edition_files"))
        digest, content = next((one, raw) for one, raw in found if b"112" in zlib.decompress(raw))
        changed = zlib.compress(zlib.decompress(content).replace(b"112", b"911"))
        sql = text("UPDATE edition_files SET content = :content WHERE hash = :hash")
        await connection.execute(sql, {"content": changed, "hash": digest})
    desk = desk_of(sql_store, clock, tmp_path / "editions")
    await desk.start()
    assert desk.not_in_use is not None
    assert "endret eller skadet" in str(desk.not_in_use.problems[0])
    assert "edition_not_in_use" in caplog.messages
    assert desk.files == shelf().files, "the folder is in use"
    assert (await Ready(sql_store, desk, clock)()).remarks
