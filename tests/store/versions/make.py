"""Writes the rows of a database of the newest schema version: `python -m tests.store.versions.make`.

Run it once when a migration is added, and commit the file. Files of earlier versions are never made again.
"""

from __future__ import annotations

import asyncio
import gzip
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from bot.domain.conversation import ConversationState, Profile
from bot.domain.on_duty import OnDuty
from bot.domain.outbox import Kind
from bot.domain.ports import CardPosted
from bot.domain.trend import Trend
from bot.store import SqlStore
from bot.store.schema import LATEST, _run_alembic
from bot.store.sqlite import NEW
from tests.fakes.stores import RING
from tests.store.people import ANSATT, AT, CHANNEL, LINK, PERSONAL, VEILEDER, a_case, an_item, requester

FOLDER = Path(__file__).parent
CASE = a_case(claimed_by=VEILEDER, claimed_at=AT)
STATE = ConversationState(profile=Profile("melhus", "barnehage"), active="case_form", data={"step": 2})


async def fill(store: SqlStore) -> None:
    """Put one of most things into the store."""
    async with store.unit_of_work() as uow:
        await uow.cases.add(CASE, requester(), "s1")
        await uow.conversations.save(ANSATT, PERSONAL, STATE)
        await uow.channels.link(LINK)
        await uow.on_duty.keep(OnDuty(LINK.team, VEILEDER, AT.date()))
        await uow.trends.add(Trend("t1", "stjordal/drofting", AT.date(), "more", ("fravaer",), "Flere blir hjemme."))
        await uow.channels.keep_card(CardPosted(CASE.id, CHANNEL, "a1", 1))
        await uow.outbox.add(an_item("card", kind=Kind.CASE_CARD))
        await uow.inbox.take_in("activity-1", ANSATT, PERSONAL, AT)
        await uow.questions.add("Kan jeg ringe hjem?", "melhus", "barnehage", "unanswered", AT)
        await uow.questions.vote("taushetsplikt", True, AT)
        await uow.commit()


def tables_of(file: Path) -> str:
    """Return what the migrations make of an empty SQLite file, as one script."""
    engine = sa.create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        _run_alembic(connection, LATEST)
    engine.dispose()
    with closing(sqlite3.connect(file)) as made:
        _, *statements, _ = made.iterdump()
    tables = [one for one in statements if not one.startswith(("CREATE INDEX", "CREATE TRIGGER"))]
    others = sorted(one for one in statements if one not in tables)  # SQLAlchemy makes indexes in any order
    return "\n".join(["BEGIN IMMEDIATE;", *tables, *others, "COMMIT;", ""])


async def make() -> None:
    """Write the file of the newest version, unless there is one."""
    target = FOLDER / f"{LATEST}.jsonl"
    if target.exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        store = SqlStore(f"sqlite:///{folder}/bot.db", RING)
        await store.open()
        await fill(store)
        data, keys = Path(folder) / "data.gz", Path(folder) / "keys.gz"
        await store.back_up(data, keys)
        await store.close()
        NEW.write_text(tables_of(Path(folder) / "empty.db"), "utf-8")
        target.write_bytes(gzip.decompress(data.read_bytes()) + gzip.decompress(keys.read_bytes()))


if __name__ == "__main__":
    asyncio.run(make())
