"""Brings the schema up to date with Alembic, from inside the program; one replica at a time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.store.database import Database
from bot.store.opening import async_url, database_for

if TYPE_CHECKING:
    import sqlalchemy as sa

LATEST = "0011"
"""The newest migration; known here so that a current or new database starts without loading SQLAlchemy and Alembic."""

_MIGRATION_LOCK = 5_316_001
"""An arbitrary number that all replicas agree on (PostgreSQL advisory lock)."""


class SchemaNotCurrent(Exception):
    """The database has another schema than this version of the program. Run `python -m bot migrate` first."""


class SchemaNewer(SchemaNotCurrent):
    """A newer version of the program has migrated the database. Only that version or a copy from before can be used."""

    def __init__(self, revision: str) -> None:
        super().__init__(self.__doc__)
        self.revision = revision


class SchemaMissing(SchemaNotCurrent):
    """There is nothing in the database: the settings lead to a wrong one, or it is new (`python -m bot migrate`)."""


async def upgrade(url: str, to: str = LATEST, accepts: str = "") -> None:
    """Bring the database to a revision. Each migration is one transaction: killed midway, nothing of it is left. One
    that a newer program has brought to what is accepted is left as it is."""
    database = database_for(async_url(url))
    try:
        if to == LATEST and await database.revision() is None:
            await database.make_new()
        if (revision := await database.revision()) != to and not _is_accepted(revision, accepts):
            await _migrate(database, to)
    finally:
        await database.close()


async def _migrate(database: Database, to: str) -> None:
    import sqlalchemy as sa

    async with database.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(sa.text(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})"))
        await connection.run_sync(_run_alembic, to)


async def require_current(database: Database, accepts: str) -> None:
    """Raise SchemaNotCurrent (or SchemaMissing) unless the schema is the one this program was made for, or a newer one
    that is accepted."""
    revision = await database.revision()
    if revision is None:
        raise SchemaMissing(SchemaMissing.__doc__)
    if revision != LATEST and not _is_accepted(revision, accepts):
        raise SchemaNotCurrent(SchemaNotCurrent.__doc__)


def _is_accepted(revision: str | None, accepts: str) -> bool:
    """Tell whether a newer program has migrated the database, and whoever runs this one has said that it may go on all
    the same: a migration only adds (`tests/store/test_schema.py`). Raises SchemaNewer when they have not."""
    if not revision or revision <= LATEST:
        return False
    if revision != accepts:
        raise SchemaNewer(revision)
    return True


def _run_alembic(connection: sa.Connection, to: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
