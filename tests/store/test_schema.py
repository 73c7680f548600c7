"""Migrations lead from an empty database to the tables of today, in one piece or not at all."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.store import SqlStore, case_row, schema, sqlite
from bot.store.backup import _value
from bot.store.database import revision_of
from bot.store.opening import async_url, database_for
from bot.store.queries import for_postgres, for_sqlite, named_queries
from bot.store.schema import LATEST, SchemaNewer, SchemaNotCurrent, upgrade
from bot.store.sqlite import NEW
from bot.store.tables import metadata
from tests.fakes.postgres import new_database
from tests.fakes.stores import RING
from tests.store.people import ANSATT, AT, LINK, PERSONAL, a_case, an_item, requester
from tests.store.versions.make import CASE, FOLDER, STATE, tables_of

VERSIONS = Path(schema.__file__).with_name("migrations") / "versions"


async def test_the_migrations_make_the_tables_of_today(url: str) -> None:
    await upgrade(url)
    database = database_for(url)
    async with database.engine.connect() as connection:
        assert await revision_of(connection) == LATEST
        assert await connection.run_sync(_differences) == []
    await database.close()


def _differences(connection: sa.Connection) -> list[Any]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


def test_the_latest_revision_is_the_newest_file() -> None:
    assert _revisions()[-1] == LATEST


async def test_migrating_twice_and_by_several_replicas_at_once_is_the_same_as_once(url: str) -> None:
    await asyncio.gather(*(upgrade(url) for _ in range(3)))
    await upgrade(url)
    database = database_for(url)
    async with database.engine.connect() as connection:
        assert (await connection.execute(sa.text("SELECT COUNT(*) FROM alembic_version"))).scalar() == 1
    await database.close()


async def test_many_replicas_that_open_the_same_new_file_at_once_all_wait_for_each_other(tmp_path: Path) -> None:
    for attempt in range(15):
        database_url = async_url(f"sqlite:///{tmp_path / f'{attempt}.db'}")
        await asyncio.gather(*(upgrade(database_url) for _ in range(6)))


async def test_a_migration_that_is_cut_off_leaves_nothing_and_can_be_run_again(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await upgrade(url, "0001")
    original = schema._run_alembic

    def cut_off(connection: sa.Connection, to: str) -> None:
        original(connection, to)
        raise KeyboardInterrupt

    monkeypatch.setattr(schema, "_run_alembic", cut_off)
    with pytest.raises(KeyboardInterrupt):
        await upgrade(url)
    database = database_for(url)
    async with database.engine.connect() as connection:
        assert await revision_of(connection) == "0001"
        assert "editor_chats" not in await connection.run_sync(lambda plain: sa.inspect(plain).get_table_names())
    await database.close()
    monkeypatch.setattr(schema, "_run_alembic", original)
    await upgrade(url)


def test_a_new_sqlite_file_is_made_as_the_migrations_make_it(tmp_path: Path) -> None:
    script = tables_of(tmp_path / "migrated.db")
    assert NEW.read_text("utf-8") == script, f"copy into {NEW.name}:\n{script}"


async def test_a_new_sqlite_file_is_made_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url, cut = f"sqlite:///{tmp_path}/bot.db", tmp_path / "cut.sql"
    cut.write_text(NEW.read_text("utf-8").replace("COMMIT;", "CREATE TABLE cases (id TEXT);"), "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(sqlite, "NEW", cut)
        database = database_for(url)
        await database.make_new()
        assert await database.revision() is None
        await database.close()
    await upgrade(url)
    await (again := database_for(url)).make_new()
    assert await again.revision() == LATEST
    await again.close()


def test_a_bot_with_sqlite_runs_without_sqlalchemy(tmp_path: Path) -> None:
    program = (
        "import asyncio, sys, bot.__main__, bot.cli.serve, bot.main; from bot.store import KeyRing, SqlStore\n"
        f"store = SqlStore('sqlite:///{tmp_path}/bot.db', KeyRing({{'a': bytes(32)}}, 'a'))\n"
        "asyncio.run(store.open())\n"
        "print(sorted({'sqlalchemy', 'alembic', 'asyncpg', 'docx', 'lxml', 'rich', 'typer'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


async def test_a_store_told_not_to_migrate_refuses_an_old_database(url: str) -> None:
    store = SqlStore(url, RING)
    with pytest.raises(SchemaNotCurrent, match="migrate"):
        await store.open(migrate=False)
    await store.close()


async def _made_newer(url: str) -> None:
    """Do what a newer program's migration may do: add."""
    await upgrade(url)
    database = database_for(url)
    async with database.engine.begin() as connection:
        for statement in (
            "ALTER TABLE outbox ADD COLUMN of_the_newer BIGINT",
            "CREATE TABLE of_the_newer (id VARCHAR(9) PRIMARY KEY)",
            "UPDATE alembic_version SET version_num = '0999'",
        ):
            await connection.execute(sa.text(statement))
    await database.close()


@pytest.mark.parametrize("migrate", [True, False])
async def test_a_newer_database_is_refused_until_whoever_runs_the_bot_accepts_that_very_version(
    url: str, migrate: bool, tmp_path: Path
) -> None:
    await _made_newer(url)
    for accepts in ("", "0998", LATEST):
        store = SqlStore(url, RING, accepts=accepts)
        with pytest.raises(SchemaNewer):
            await store.open(migrate=migrate)
        await store.close()
    store = SqlStore(url, RING, accepts="0999")
    await store.open(migrate=migrate)
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(), "s1")
        await uow.outbox.add(an_item())
        assert len(await uow.queue.lease("w", AT, AT, 9)) == 1
        await uow.commit()
    assert await store.database.revision() == "0999"
    await store.back_up(tmp_path / "rows.gz", tmp_path / "keys.gz")
    await store.close()
    back = SqlStore(f"sqlite:///{tmp_path}/back.db", RING)
    assert (await back.restore(tmp_path / "rows.gz", tmp_path / "keys.gz")).cases == 1
    await back.close()


async def test_every_version_with_rows_in_it_can_be_brought_up_to_date(url: str, request: Any) -> None:
    for revision in _revisions():
        file = FOLDER / f"{revision}.jsonl"
        assert file.exists(), f"run python -m tests.store.versions.make while {revision} is the newest version"
        place = url if revision == "0001" else await _another(url, revision)
        await upgrade(place, revision)
        await _insert(place, file)
        store = SqlStore(place, RING)
        await store.open()
        async with store.unit_of_work() as uow:
            assert await uow.cases.get(CASE.id) == CASE
            assert await uow.cases.requester_of(CASE.id) == requester()
            assert await uow.conversations.get(ANSATT, PERSONAL) == STATE
            assert await uow.channels.of_team("drofting") == LINK
            assert await uow.channels.card_of(CASE.id) is not None
            assert len(await uow.queue.lease("w", AT, AT, 9)) == 1
            assert await uow.inbox.take_in("activity-1", ANSATT, PERSONAL, AT) is None
            assert await uow.audit.verify() is None
        await store.close()


async def test_the_version_before_goes_on_when_the_first_replica_has_migrated(url: str) -> None:
    """While replicas are replaced the older ones work with the new tables: what they read is there, and what they do
    not know may be left out."""
    before: dict[tuple[str, str], str] = {}
    for revision in _revisions():
        await upgrade(url, revision)
        database = database_for(url)
        async with database.engine.connect() as connection:
            columns = await connection.run_sync(_columns)
        await database.close()
        assert before.items() <= {key: kind for key, (kind, _) in columns.items()}.items(), revision
        tables = {table for table, _ in before}
        needed = [key for key, (_, may_lack) in columns.items() if key[0] in tables and key not in before]
        assert not [key for key in needed if not columns[key][1]], revision
        before = {key: kind for key, (kind, _) in columns.items()}


def _columns(connection: sa.Connection) -> dict[tuple[str, str], tuple[str, bool]]:
    """Return the type of every column by table and name, and whether a row may be added without it."""
    inspected = sa.inspect(connection)
    return {
        (table, one["name"]): (str(one["type"]), bool(one["nullable"]) or one["default"] is not None)
        for table in inspected.get_table_names()
        for one in inspected.get_columns(table)
    }


def _revisions() -> list[str]:
    return sorted(re.findall(r'^revision = "(\d+)"', path.read_text(), re.M)[0] for path in VERSIONS.glob("v*.py"))


async def _another(url: str, revision: str) -> str:
    return await new_database() if url.startswith("postgres") else url.replace("bot.db", f"{revision}.db")


def _contents(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


async def _insert(url: str, file: Path) -> None:
    """Put the rows into the tables as they were then: the tables are read from the database, not from today's code."""
    database = database_for(url)
    async with database.engine.begin() as connection:
        tables = sa.MetaData()
        await connection.run_sync(tables.reflect)
        for content in _contents(file):
            if "table" in content:
                row = {name: _value(value) for name, value in content["row"].items()}
                await connection.execute(sa.insert(tables.tables[content["table"]]), row)
    await database.close()


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("sqlite:///x.db", "sqlite+aiosqlite:///x.db"),
        ("postgresql://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("postgres://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("postgresql+asyncpg://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
    ],
)
def test_the_usual_way_to_write_a_database_url_is_understood(given: str, driver: str) -> None:
    assert async_url(given) == driver


def test_another_database_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="sqlite:/// or postgresql://"):
        async_url("mysql://u:p@h/d")


def test_every_statement_is_used_and_none_is_missing() -> None:
    sources = [path.read_text("utf-8") for path in Path(schema.__file__).parent.glob("*.py")]
    run = {name for one in sources for name in re.findall(r'\b(?:_?run|_ids|_transaction)\(\s*"(\w+)"', one)}
    named = {name for one in sources for name in re.findall(r'"(\w+)"', one)}
    assert run <= set(named_queries()) <= named


def test_only_postgres_locks_rows() -> None:
    assert not [name for name, sql in for_sqlite().items() if "FOR UPDATE" in sql or "{" in sql]
    assert "FOR UPDATE SKIP LOCKED" in for_postgres()["lease_rows"].sql


async def test_sqlite_is_set_to_survive_power_loss_and_to_leave_no_deleted_bytes(tmp_path: Path) -> None:
    database = database_for(f"sqlite:///{tmp_path}/new/folder/bot.db")
    async with database.transaction():
        pass
    async with database.engine.connect() as connection:
        found = {}
        for name in ("journal_mode", "synchronous", "secure_delete", "busy_timeout"):
            found[name] = (await connection.execute(sa.text(f"PRAGMA {name}"))).scalar()
    await database.close()
    assert found == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "busy_timeout": 30000}


def test_a_reason_that_lay_beside_the_text_is_read_as_part_of_it() -> None:
    row = case_row.to_columns(a_case())
    body = json.loads(case_row.to_body(a_case()) or b"")
    body["reason"] = body["text"].pop("reason")
    columns = [row[name] for name in case_row.COLUMNS]
    assert case_row.from_columns(columns, json.dumps(body).encode()) == a_case()
