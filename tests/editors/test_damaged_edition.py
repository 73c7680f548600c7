"""An earlier edition that was changed in the database, or is damaged there: its editor is told so, and goes on."""

from __future__ import annotations

import zlib

from sqlalchemy import text

from bot.content.versions_edit import with_value
from bot.domain.turn import Pressed
from bot.store import SqlStore
from tests.editors.conftest import RITA, OpenReplica
from tests.editors.people import Chat
from tests.editors.test_editions import PROFILE, phone_of
from tests.editors.test_the_form import VELFERD
from tests.editors.test_upgrades import ARTICLE, of_before, publish_over, with_phone
from tests.fakes.knowledge import shelf
from tests.fakes.stores import MovableClock

BACK = "Gå tilbake til denne utgaven"


async def edition_2(rita: Chat) -> None:
    await rita.take(Pressed("edit_form", VELFERD))
    await rita.push("Se hva som endres", {"value": "74 00 00 01"})
    await rita.push("Publiser", {"why": "nytt nummer"})
    await rita.say("rediger")
    await rita.push("Historikk")
    await rita.push("Utgave 1")


async def damage(store: SqlStore) -> None:
    """Change a file that only edition 1 has."""
    async with store.unit_of_work() as uow:
        first, second = await uow.editions.edition(1), await uow.editions.edition(2)
    digest = next(iter(set(first.files.values()) - set(second.files.values())))
    async with store.database.engine.begin() as connection:
        sql = text("UPDATE edition_files SET content = :content WHERE hash = :hash")
        await connection.execute(sql, {"content": zlib.compress(b"x"), "hash": digest})


async def test_there_is_no_way_back_to_it_and_the_editor_is_told_why(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    await edition_2(rita)
    await damage(one.store)
    assert "Den utgaven er endret eller skadet i databasen" in await rita.push(BACK)
    assert "Hva vil du endre?" in await rita.say("rediger")


async def test_who_tries_it_meets_the_bot_as_everybody_does(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    await edition_2(rita)
    await rita.push(BACK)
    await rita.push("Prøv utkastet")
    await damage(one.store)
    assert "112" in await rita.say("akutt")


async def test_there_is_no_way_back_before_anything_is_published(replica: OpenReplica, clock: MovableClock) -> None:
    rita = Chat(await replica(), RITA, clock)
    assert "Den utgaven finnes ikke" in await rita.take(Pressed("edit_roll", "1"))


async def test_the_first_one_keeps_nothing_out_that_a_new_program_brings(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    old = of_before(one.files)
    old |= {PROFILE: with_value(old[PROFILE], PROFILE, ("checked_by",), "den utgaven av programmet som var")}
    await publish_over(one, old, with_phone(old), clock)
    await damage(one.store)
    await one.desk.start()
    assert one.library.edition == 3
    assert one.files[ARTICLE] == shelf().files[ARTICLE]
    assert phone_of(one) == "74 00 00 01", "what the editor changed stands"
