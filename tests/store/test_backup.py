"""A backup brings everything back, also into the other database; but never a text that was deleted meanwhile."""

from __future__ import annotations

import asyncio
import errno
import gzip
import sqlite3
import threading
import zlib
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from bot.domain.outbox import Kind, RowState
from bot.domain.ports import CardPosted
from bot.store import KeyRing, SqlStore
from bot.store.backup import BackupUnreadable, DatabaseNotEmpty, KeysOlder, Restored, _Writer
from bot.store.database import DatabaseInUse, StoreUnopened
from bot.store.encryption import EncryptionError, SealBroken
from tests.fakes.stores import POSTGRES, RING, MovableClock, url_for
from tests.store.people import ANSATT, AT, CHANNEL, LINK, PERSONAL, VEILEDER, a_case, an_item, requester
from tests.store.test_contract import STATE


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def empty(request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock) -> AsyncIterator[SqlStore]:
    folder = tmp_path / "other"
    folder.mkdir()
    made = SqlStore(await url_for(request.param, folder), RING, now=clock.now)
    await made.open()
    yield made
    await made.close()


async def fill(store: SqlStore) -> None:
    async with store.unit_of_work() as uow:
        for number in (1, 2, 3):
            await uow.cases.add(a_case(number, claimed_by=VEILEDER, claimed_at=AT), requester(), f"s{number}")
        await uow.conversations.save(ANSATT, PERSONAL, STATE)
        await uow.channels.link(LINK)
        await uow.channels.keep_card(CardPosted("case1", CHANNEL, "a1", 1))
        await uow.outbox.add(an_item("due", kind=Kind.CASE_CARD, case_id="case2"))
        await uow.outbox.add(an_item("later", kind=Kind.REMINDER, case_id=None, due_at=AT.replace(year=2027)))
        await uow.commit()


def files(folder: Path) -> tuple[Path, Path]:
    return folder / "backup" / "data.gz", folder / "backup" / "keys.gz"


async def test_everything_comes_back_also_into_the_other_database(
    sql_store: SqlStore, empty: SqlStore, tmp_path: Path, clock: MovableClock
) -> None:
    await fill(sql_store)
    rows = await sql_store.back_up(*files(tmp_path))
    assert await empty.restore(*files(tmp_path)) == Restored(clock.now(), clock.now(), rows, cases=3, without_text=0)
    async with empty.unit_of_work() as uow:
        assert (await uow.cases.get("case1")).text == a_case().text
        assert await uow.cases.requester_of("case2") == requester()
        assert len(await uow.cases.sent_by(ANSATT)) == 3
        assert await uow.conversations.get(ANSATT, PERSONAL) == STATE
        assert await uow.channels.of_team("drofting") == LINK
        assert await uow.audit.verify() is None
        await uow.outbox.add(an_item("new"))
        await uow.cases.save((await uow.cases.get("case1")).changed(seen_at=AT))
        await uow.commit()


@pytest.mark.parametrize("step", ["Keys.load", "name_lanes_anew", "_settle", "SqlAudit.note"])
async def test_a_restore_that_is_cut_off_at_any_step_leaves_nothing_and_can_be_run_again(
    step: str, sql_store: SqlStore, empty: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def cut_off(*_: object, **__: object) -> None:
        raise ConnectionResetError

    await fill(sql_store)
    await sql_store.back_up(*files(tmp_path))
    with monkeypatch.context() as patched:
        patched.setattr(f"bot.store.backup.{step}", cut_off)
        with pytest.raises(ConnectionResetError):
            await empty.restore(*files(tmp_path))
    async with empty.unit_of_work() as uow:
        assert await uow.cases.ids_open_in("drofting") == []
    assert (await empty.restore(*files(tmp_path))).cases == 3


async def test_what_may_have_been_sent_since_the_backup_is_looked_for_first(
    sql_store: SqlStore, empty: SqlStore, tmp_path: Path, clock: MovableClock
) -> None:
    await fill(sql_store)
    await sql_store.back_up(*files(tmp_path))
    clock.advance(days=1)
    await empty.restore(*files(tmp_path))
    async with empty.unit_of_work() as uow:
        (row,) = await uow.queue.lease("w", clock.now(), clock.now(), 10)
        assert (row.item.dedupe_key, row.state) == ("due", RowState.AMBIGUOUS)
        assert await uow.queue.counts() == {RowState.AMBIGUOUS: 1, RowState.WAITING: 1}


async def test_a_text_deleted_after_the_backup_stays_deleted(
    sql_store: SqlStore, empty: SqlStore, tmp_path: Path
) -> None:
    await fill(sql_store)
    data, keys = files(tmp_path)
    await sql_store.back_up(data, keys)
    async with sql_store.unit_of_work() as uow:
        await uow.cases.destroy_text("case1")
        await uow.cases.save(replace(await uow.cases.get("case2"), text=None, claimed_by=None, version=2))
        await uow.cases.destroy_text("case2")
        await uow.retention.forget_requester("case3")
        await uow.commit()
    await sql_store.back_up(tmp_path / "newer.gz", keys)
    restored = await empty.restore(data, keys)
    assert (restored.cases, restored.without_text) == (3, 2)
    async with empty.unit_of_work() as uow:
        for case_id in ("case1", "case2"):
            assert (await uow.cases.get(case_id)).text is None
        assert (await uow.cases.get("case3")).text == a_case(3).text
        assert await uow.cases.requester_of("case3") is None


async def test_nobody_waits_for_a_backup_and_it_is_of_one_moment(
    sql_store: SqlStore, empty: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In SQLite it held the lock for writing: with a million rows the bot answered nobody for a minute."""
    await fill(sql_store)
    is_read, is_written, finish = threading.Event(), threading.Event(), _Writer.finish

    def finish_late(writer: _Writer) -> None:
        is_read.set()
        assert is_written.wait(10)
        finish(writer)

    monkeypatch.setattr(_Writer, "finish", finish_late)

    async def back_up() -> None:  # another process: `python -m bot backup`
        other = SqlStore(sql_store._url, RING, now=sql_store._now)
        await other.open()
        await other.back_up(*files(tmp_path))
        await other.close()

    backup = asyncio.create_task(asyncio.to_thread(lambda: asyncio.run(back_up())))
    assert await asyncio.to_thread(is_read.wait, 10)
    async with asyncio.timeout(5), sql_store.unit_of_work() as uow:
        await uow.cases.add(a_case(4), requester(), "s4")
        await uow.cases.destroy_text("case1")
        await uow.commit()
    is_written.set()
    await backup
    assert (await empty.restore(*files(tmp_path))).cases == 3


async def test_keys_from_before_the_rows_are_refused_for_they_lack_those_of_the_newest_cases(
    sql_store: SqlStore, empty: SqlStore, tmp_path: Path, clock: MovableClock
) -> None:
    """With them the newest texts were lost without a word: taken for some that had been deleted."""
    await fill(sql_store)
    data, keys = files(tmp_path)
    await sql_store.back_up(data, keys)
    clock.advance(hours=24)
    async with sql_store.unit_of_work() as uow:
        await uow.cases.add(a_case(4), requester(), "s4")
        await uow.commit()
    newer, newer_keys = tmp_path / "newer.gz", tmp_path / "newer-keys.gz"
    await sql_store.back_up(newer, newer_keys)
    with pytest.raises(KeysOlder):
        await empty.restore(newer, keys)
    restored = await empty.restore(newer, newer_keys)
    assert (restored.cases, restored.without_text, restored.keys_made_at) == (4, 0, restored.made_at)


async def test_who_was_forgotten_after_the_backup_is_not_known_again(
    sql_store: SqlStore, empty: SqlStore, tmp_path: Path
) -> None:
    await fill(sql_store)
    async with sql_store.unit_of_work() as uow:
        await uow.cases.save((await uow.cases.get("case3")).changed(requester_shown_as=ANSATT.name))
        await uow.outbox.add(an_item("n", kind=Kind.REQUESTER_NOTICE, case_id="case3", conversation="requester:case3"))
        await uow.commit()
    data, keys = files(tmp_path)
    await sql_store.back_up(data, keys)
    async with sql_store.unit_of_work() as uow:
        await uow.retention.forget_requester("case3")
        await uow.commit()
    await sql_store.back_up(tmp_path / "newer.gz", keys)
    await empty.restore(data, keys)
    async with empty.unit_of_work() as uow:
        assert {case.id for case in await uow.cases.sent_by(ANSATT)} == {"case1", "case2"}
        assert await uow.cases.of_submission(ANSATT, "s3") is None
        assert (await uow.cases.get("case3")).requester_shown_as == ""
        assert "requester:case3" not in {row.item.conversation for row in await uow.queue.waiting()}
        assert await uow.audit.verify() is None


async def test_a_restore_into_a_database_with_cases_is_refused(sql_store: SqlStore, tmp_path: Path) -> None:
    await fill(sql_store)
    await sql_store.back_up(*files(tmp_path))
    with pytest.raises(DatabaseNotEmpty):
        await sql_store.restore(*files(tmp_path))
    async with sql_store.unit_of_work() as uow:
        assert (await uow.cases.get("case1")).text is not None


async def test_whatever_somebody_would_miss_makes_a_restore_refused(
    sql_store: SqlStore, empty: SqlStore, tmp_path: Path
) -> None:
    await fill(sql_store)
    await sql_store.back_up(*files(tmp_path))
    async with empty.unit_of_work() as uow:
        await uow.channels.link(LINK)
        await uow.commit()
    with pytest.raises(DatabaseNotEmpty):
        await empty.restore(*files(tmp_path))
    async with empty.unit_of_work() as uow:
        assert await uow.channels.of_team("drofting") == LINK


async def test_a_restore_while_the_bot_runs_is_refused(
    sql_store: SqlStore, tmp_path: Path, clock: MovableClock
) -> None:
    """The bot would go on sealing with the keys of before, and lose what is written until it is restarted."""
    await sql_store.back_up(*files(tmp_path))
    beside = SqlStore(sql_store._url, RING, now=clock.now)
    with pytest.raises(DatabaseInUse):
        await beside.restore(*files(tmp_path))
    await sql_store.close()
    assert (await beside.restore(*files(tmp_path))).cases == 0
    await beside.close()


async def test_a_bot_that_starts_while_a_copy_is_put_back_goes_on_with_its_own_keys_and_the_restore_is_refused(
    sql_store: SqlStore, empty: SqlStore, tmp_path: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(sql_store)
    await sql_store.back_up(*files(tmp_path))
    beside = SqlStore(empty._url, RING, now=clock.now)

    async def not_yet() -> bool:
        return False

    monkeypatch.setattr(beside.database, "is_used_elsewhere", not_yet)
    with pytest.raises(DatabaseInUse):
        await beside.restore(*files(tmp_path))
    await beside.close()
    async with empty.unit_of_work() as uow:
        assert await uow.cases.ids_open_in("drofting") == []
        await uow.cases.add(a_case(), requester(), "s1")
        await uow.commit()


async def test_a_backup_that_cannot_be_finished_leaves_nothing_that_looks_whole(
    sql_store: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(sql_store)
    data, keys = files(tmp_path)
    synced: list[int] = []

    def full_at_the_second_file(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full_at_the_second_file)
    with pytest.raises(OSError, match="full"):
        await sql_store.back_up(data, keys)
    assert list(data.parent.iterdir()) == []


async def test_a_disk_that_fills_during_a_restore_is_told_by_the_drivers_own_kind(
    empty: SqlStore, sql_store: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(sql_store)
    await sql_store.back_up(*files(tmp_path))

    async def full(*_: object) -> None:
        raise DBAPIError("INSERT", None, sqlite3.OperationalError("database or disk is full"))

    monkeypatch.setattr("bot.store.backup._continue_numbering", full)
    with pytest.raises(StoreUnopened) as found:
        await empty.restore(*files(tmp_path))
    assert found.value.code == "OperationalError"
    monkeypatch.undo()
    assert (await empty.restore(*files(tmp_path))).cases == 3


@pytest.mark.parametrize("content", [b"", b"hello", b"[]\n", b'{"format": 9}\n', b'{"format": 1, "schema": "0001"}\n'])
async def test_a_file_that_is_not_a_whole_backup_changes_nothing(
    sql_store: SqlStore, tmp_path: Path, content: bytes
) -> None:
    data, keys = files(tmp_path)
    await sql_store.back_up(data, keys)
    data.write_bytes(gzip.compress(content) if content != b"hello" else content)
    with pytest.raises(BackupUnreadable):
        await sql_store.restore(data, keys)
    async with sql_store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(), "s1")


async def test_a_backup_cut_off_midway_is_refused(sql_store: SqlStore, empty: SqlStore, tmp_path: Path) -> None:
    await fill(sql_store)
    data, keys = files(tmp_path)
    await sql_store.back_up(data, keys)
    lines = gzip.decompress(data.read_bytes()).splitlines(keepends=True)
    data.write_bytes(gzip.compress(b"".join(lines[:-2] + lines[-1:])))
    with pytest.raises(BackupUnreadable):
        await empty.restore(data, keys)
    data.write_bytes(data.read_bytes()[:-30])
    with pytest.raises(BackupUnreadable):
        await empty.restore(data, keys)


@pytest.mark.parametrize("shows_as", [zlib.error, gzip.BadGzipFile])
async def test_a_backup_with_a_damaged_byte_is_refused_however_it_shows(
    sql_store: SqlStore, empty: SqlStore, tmp_path: Path, shows_as: type[Exception]
) -> None:
    await fill(sql_store)
    data, keys = files(tmp_path)
    await sql_store.back_up(data, keys)
    whole = data.read_bytes()
    damaged = (whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :] for at in range(20, len(whole)))
    data.write_bytes(next(one for one in damaged if _is_refused_as(shows_as, one)))
    with pytest.raises(BackupUnreadable):
        await empty.restore(data, keys)
    data.write_bytes(whole)
    assert (await empty.restore(data, keys)).cases == 3


def _is_refused_as(kind: type[Exception], content: bytes) -> bool:
    try:
        gzip.decompress(content)
    except (OSError, EOFError, zlib.error) as error:
        return isinstance(error, kind)
    return False


async def test_a_backup_can_be_read_by_its_owner_only_and_holds_no_text(sql_store: SqlStore, tmp_path: Path) -> None:
    await fill(sql_store)
    await sql_store.back_up(*files(tmp_path))
    for path in files(tmp_path):
        assert path.stat().st_mode & 0o077 == 0
        content = gzip.decompress(path.read_bytes())
        assert b"sulten" not in content
        assert ANSATT.id.encode() not in content


async def test_a_backup_does_not_open_with_another_key(empty: SqlStore, tmp_path: Path, sql_store: SqlStore) -> None:
    await fill(sql_store)
    await sql_store.back_up(*files(tmp_path))
    stranger = SqlStore(await url_for("sqlite", tmp_path / "other"), KeyRing({"first": b"z" * 32}, "first"))
    (tmp_path / "other" / "bot.db").unlink(missing_ok=True)
    with pytest.raises(SealBroken):
        await stranger.restore(*files(tmp_path))
    await stranger.close()


@pytest.mark.parametrize("kind", ["sqlite", POSTGRES])
@pytest.mark.parametrize("ring", [KeyRing({"first": b"z" * 32}, "first"), KeyRing({"else": b"z" * 32}, "else")])
async def test_after_a_try_with_the_wrong_key_the_right_one_still_brings_everything_back(
    sql_store: SqlStore, kind: str, tmp_path: Path, ring: KeyRing
) -> None:
    await fill(sql_store)
    await sql_store.back_up(*files(tmp_path))
    (tmp_path / "new").mkdir()
    url = await url_for(kind, tmp_path / "new", migrated=False)
    wrong = SqlStore(url, ring)
    with pytest.raises(EncryptionError):
        await wrong.restore(*files(tmp_path))
    await wrong.close()
    right = SqlStore(url, RING)
    assert (await right.restore(*files(tmp_path))).cases == 3
    async with right.unit_of_work() as uow:
        assert (await uow.cases.get("case1")).text == a_case().text
    await right.close()


@pytest.mark.parametrize("swapped", [(1, 0), (1, 1), (0, 0)])
async def test_the_one_file_given_for_the_other_changes_nothing(
    sql_store: SqlStore, empty: SqlStore, tmp_path: Path, swapped: tuple[int, int]
) -> None:
    await fill(sql_store)
    await sql_store.back_up(*files(tmp_path))
    with pytest.raises(BackupUnreadable):
        await empty.restore(*(files(tmp_path)[which] for which in swapped))
    assert (await empty.restore(*files(tmp_path))).cases == 3
