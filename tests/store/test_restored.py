"""A database that is put back: whoever runs the bot, the teams and the administrators are told what is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import typer

from bot.cli.backup import KEYS_NAME, backup, restore
from bot.domain.outbox import Kind, RowState
from bot.domain.ports import StoreAway
from bot.domain.turn import Person, Place, PlaceKind
from bot.store import SqlStore
from bot.store.database import DatabaseInUse
from dialogs.cases.deliver import words_for
from tests.fakes.stores import MovableClock
from tests.store.people import LINK, a_case, an_item, requester
from tests.store.test_commands import data, no_settings_from_outside, within
from tests.turns.desk import Desk

__all__ = ["data", "no_settings_from_outside"]

ADMIN = Person("00000000-0000-4000-8000-00000000000a", "Rita Prøve")
FIGURES = replace(LINK, team="stjordal/tall")


async def fill(store: SqlStore) -> None:
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(), "s1")
        await uow.channels.link(LINK)
        await uow.channels.link(FIGURES)
        await uow.admin_chats.keep(ADMIN, Place(PlaceKind.PERSONAL, "a:rita"))
        await uow.outbox.add(an_item("sent-since", kind=Kind.CASE_CARD))
        await uow.commit()


async def told(store: SqlStore) -> list[tuple[str, str]]:
    """Return where it is said, and the words."""
    now = datetime.now(UTC) + timedelta(minutes=1)
    around = Desk(None, MovableClock()).library.around_delivery()
    async with store.unit_of_work() as uow:
        rows = await uow.queue.lease("w", now, now, 20)
    said = [row for row in rows if row.item.kind in (Kind.TEAM_POST, Kind.REMINDER)]
    assert [row.state for row in said] == [RowState.WAITING] * len(said), "nobody has told it before"
    assert [row.state for row in rows if row not in said] == [RowState.AMBIGUOUS], "it is looked for first"
    return [(row.item.conversation.partition(":")[0], words_for(row.item, None, around).text) for row in said]


def heard(folder: Path) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    async def look(store: SqlStore) -> None:
        found.extend(await told(store))

    within(folder, look)
    return found


def copied(data: Path, beside: Path) -> tuple[Path, Path]:
    """Return a copy, and an empty folder that has the same key to put it back in."""
    backup(beside / "copies", data)
    (rows,) = [path for path in (beside / "copies").iterdir() if path.name != KEYS_NAME]
    other = beside / "other"
    other.mkdir()
    (other / "development.key").write_bytes((data / "development.key").read_bytes())
    return rows, other


@pytest.mark.parametrize("by_azure", [False, True])
def test_who_runs_it_the_teams_and_the_administrators_are_told_what_is_gone(
    by_azure: bool, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    within(data, fill)
    if by_azure:
        restore(None, None, data, "2026-01-13T03:10")
    else:
        rows, other = copied(data, tmp_path)
        restore(rows, None, data := other)
    said = capsys.readouterr().out
    assert "Saker som er sendt siden, finnes ikke." in said
    assert "i 1 kanal," in said
    found = heard(data)
    assert sorted(where for where, _ in found) == ["keyed", "team"]
    words = dict(found)
    assert "De ansatte må sende de sakene på nytt" in words["team"]
    assert "Si fra til de ansatte" in words["keyed"]
    if by_azure:
        assert "13.01.2026 kl. 03.10" in said
        assert all("tirsdag 13. januar kl. 03.10" in one for one in words.values())


def test_a_bot_that_is_moved_has_lost_nothing_and_nobody_is_told_it_has(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    within(data, fill)
    rows, other = copied(data, tmp_path)
    restore(rows, None, other, moved=True)
    said = capsys.readouterr().out
    assert "Saker: 1." in said
    assert "finnes ikke" not in said
    assert "Start aldri boten på den gamle databasen igjen" in said
    assert heard(other) == []


def test_an_old_copy_is_none_of_a_bot_that_stood_still(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    within(data, fill)
    rows, other = copied(data, tmp_path)
    monkeypatch.setattr("bot.cli.backup.STOOD_STILL", timedelta(days=-1))
    with pytest.raises(SystemExit):
        restore(rows, None, other, moved=True)
    assert "Ta en ny kopi av den gamle databasen." in capsys.readouterr().err
    restore(rows, None, other)
    assert [where for where, _ in heard(other)] != [], "nothing was put in before"


def test_a_copy_that_a_newer_was_made_after_is_none_either(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    within(data, fill)
    rows, other = copied(data, tmp_path)
    backup(tmp_path / "later", data)
    with pytest.raises(SystemExit):
        restore(rows, tmp_path / "later" / KEYS_NAME, other, moved=True)
    assert "fra en nyere kopi enn radene" in capsys.readouterr().err
    restore(rows, tmp_path / "later" / KEYS_NAME, other)
    assert [where for where, _ in heard(other)] != [], "nothing was put in before"


@pytest.mark.parametrize("moment", ["i går", "2026-13-01", "2999-01-01T00:00"])
def test_a_moment_that_cannot_be_is_refused(moment: str, data: Path) -> None:
    with pytest.raises(typer.BadParameter):
        restore(None, None, data, moment)


def test_either_files_or_a_moment_are_given(data: Path, tmp_path: Path) -> None:
    for given in ((None, None, data, ""), (tmp_path / "x.gz", None, data, "2026-01-13T03:10")):
        with pytest.raises(typer.BadParameter):
            restore(*given)


def test_nothing_is_touched_while_the_bot_runs(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async def beside(store: SqlStore) -> None:
        await fill(store)
        other = SqlStore(store._url, store._ring)
        await other.open()
        with pytest.raises(DatabaseInUse):
            await other.look_first()
        await other.close()
        async with store.unit_of_work() as uow:
            assert [row.state for row in await uow.queue.waiting()] == [RowState.WAITING]

    within(data, beside)


def test_where_nobody_can_be_told_whoever_runs_it_reads_how_they_are_told_later(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> int:
        raise StoreAway

    within(data, fill)
    rows, other = copied(data, tmp_path)
    with monkeypatch.context() as without:
        without.setattr("bot.cli.backup.tell_restored", away)
        with pytest.raises(SystemExit):
            restore(rows, None, other)
    moment = capsys.readouterr().err.strip().rpartition("--satt-tilbake-til ")[2]
    restore(None, None, other, moment)
    assert len(heard(other)) == 2
