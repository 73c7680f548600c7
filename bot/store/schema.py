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


async def upgrade(url: str, to: str = LATEST) -> None:
    """Bring the database to a revision. Each migration is one transaction: killed midway, nothing of it is left."""
    database = database_for(async_url(url))
    try:
        if to == LATEST and await database.revision() is None:
            await database.make_new()
        if (revision := await database.revision()) != to:
            _refuse_newer(revision)
            await _migrate(database, to)
    finally:
        await database.close()


async def _migrate(database: Database, to: str) -> None:
    import sqlalchemy as sa

    async with database.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(sa.text(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})"))
        await connection.run_sync(_run_alembic, to)


async def require_current(database: Database) -> None:
    """Raise SchemaNotCurrent (or SchemaMissing) unless the schema is the one this program was made for."""
    revision = await database.revision()
    if revision is None:
        raise SchemaMissing(SchemaMissing.__doc__)
    _refuse_newer(revision)
    if revision != LATEST:
        raise SchemaNotCurrent(SchemaNotCurrent.__doc__)


def _refuse_newer(revision: str | None) -> None:
    if revision and revision > LATEST:
        raise SchemaNewer(revision)


def _run_alembic(connection: sa.Connection, to: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
