"""The audit trail: nothing in it can be changed, moved, removed or added without being found."""

# ruff: noqa: S608 - the statements are made of column names and numbers of the test itself
from __future__ import annotations

import asyncio
import random
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.delivery import audit_trail
from bot.delivery.retention import delete_what_is_due
from bot.store import SqlStore
from tests.fakes.stores import MovableClock
from tests.store.people import ANNEN, ANSATT, AT, LINK, a_case, requester


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_trail, "_PAUSE_SECONDS", 0)


async def fill(store: SqlStore, entries: int = 12) -> None:
    async with store.unit_of_work() as uow:
        for number in range(entries):
            await uow.audit.note(f"test.{number}", AT + timedelta(days=number), by=ANSATT.id, case_id=f"case{number}")
        await uow.commit()


async def first_misfit(store: SqlStore) -> int | None:
    """Look through the trail at once and in parts, which must tell the same."""
    async with store.unit_of_work() as uow:
        misfit = await uow.audit.verify()
    assert await audit_trail.first_misfit(store, at_a_time=3) == misfit
    return misfit


async def tamper(store: SqlStore, *statements: str) -> None:
    """Change the trail as somebody with full power over the database would: the triggers are taken away first."""
    dialect = store.database.engine.dialect.name
    off = (
        ("DROP TRIGGER IF EXISTS audit_is_never_changed", "DROP TRIGGER IF EXISTS audit_is_only_pruned")
        if dialect == "sqlite"
        else ("DROP TRIGGER IF EXISTS audit_is_append_only ON audit",)
    )
    async with store.database.engine.begin() as connection:
        for statement in (*off, *statements):
            await connection.execute(text(statement))


async def test_an_untouched_trail_fits(sql_store: SqlStore) -> None:
    assert await first_misfit(sql_store) is None
    await fill(sql_store)
    assert await first_misfit(sql_store) is None


@pytest.mark.parametrize(
    ("statement", "misfit"),
    [
        ("UPDATE audit SET what = 'test.x' WHERE seq = 5", 5),
        ("UPDATE audit SET at = at + 1 WHERE seq = 5", 5),
        ("UPDATE audit SET actor = 'system' WHERE seq = 5", 5),
        ("UPDATE audit SET case_id = 'case9' WHERE seq = 5", 5),
        ("UPDATE audit SET link = (SELECT link FROM audit WHERE seq = 4) WHERE seq = 5", 5),
        ("DELETE FROM audit WHERE seq = 5", 5),
        ("DELETE FROM audit WHERE seq = 1", 1),
        ("DELETE FROM audit WHERE seq = 12", 12),
        ("DELETE FROM audit", 1),
        ("UPDATE audit SET seq = 99 WHERE seq = 12", 12),
        ("INSERT INTO audit SELECT 13, at, actor, what, case_id, link FROM audit WHERE seq = 12", 13),
        ("INSERT INTO audit SELECT 0, at, actor, what, case_id, link FROM audit WHERE seq = 1", 13),
        ("UPDATE audit_ends SET last_seq = 11, last_link = (SELECT link FROM audit WHERE seq = 11)", 0),
        ("UPDATE audit_ends SET first_seq = 2, first_link = (SELECT link FROM audit WHERE seq = 1)", 0),
    ],
)
async def test_every_kind_of_change_is_found(sql_store: SqlStore, statement: str, misfit: int) -> None:
    await fill(sql_store)
    await tamper(sql_store, statement)
    assert await first_misfit(sql_store) == misfit


async def test_two_entries_that_change_places_are_found(sql_store: SqlStore) -> None:
    await fill(sql_store)
    moves = ("UPDATE audit SET seq = 99 WHERE seq = 4", "UPDATE audit SET seq = 4 WHERE seq = 5")
    await tamper(sql_store, *moves, "UPDATE audit SET seq = 5 WHERE seq = 99")
    assert await first_misfit(sql_store) == 4


async def test_random_changes_of_single_characters_are_all_found(sql_store: SqlStore) -> None:
    await fill(sql_store)
    dice = random.Random(1)
    await tamper(sql_store)
    for _ in range(100):
        seq, column = dice.randint(1, 12), dice.choice(["actor", "what", "case_id", "link"])
        async with sql_store.database.engine.connect() as connection:
            where = {"seq": seq}
            old = (await connection.execute(text(f"SELECT {column} FROM audit WHERE seq = :seq"), where)).scalar()
            assert isinstance(old, str)
            position = dice.randrange(len(old))
            changed = old[:position] + ("x" if old[position] != "x" else "y") + old[position + 1 :]
            await connection.execute(
                text(f"UPDATE audit SET {column} = :value WHERE seq = :seq"), where | {"value": changed}
            )
            await connection.commit()
        assert await first_misfit(sql_store) == seq
        await tamper(sql_store, f"UPDATE audit SET {column} = '{old}' WHERE seq = {seq}")
        assert await first_misfit(sql_store) is None


@pytest.mark.parametrize("statement", ["UPDATE audit SET what = 'x' WHERE seq = 3", "DELETE FROM audit WHERE seq = 3"])
async def test_the_database_itself_refuses_to_change_the_trail(sql_store: SqlStore, statement: str) -> None:
    await fill(sql_store)
    with pytest.raises(DBAPIError, match="append-only"):
        async with sql_store.database.engine.begin() as connection:
            await connection.execute(text(statement))


async def test_the_oldest_part_can_go_and_the_rest_still_fits(sql_store: SqlStore) -> None:
    await fill(sql_store)
    async with sql_store.unit_of_work() as uow:
        assert await uow.retention.delete_audit(AT + timedelta(days=5)) == 5
        assert await uow.retention.delete_audit(AT + timedelta(days=5)) == 0
        await uow.commit()
    assert await first_misfit(sql_store) is None
    await fill(sql_store, 2)
    assert await first_misfit(sql_store) is None
    await tamper(sql_store, "UPDATE audit SET what = 'test.x' WHERE seq = 9")
    assert await first_misfit(sql_store) == 9


async def test_everything_done_to_a_case_is_noted_without_telling_who_sent_it(sql_store: SqlStore) -> None:
    async with sql_store.unit_of_work(by=ANSATT) as uow:
        await uow.channels.link(LINK)
        case = await uow.cases.add(a_case(), requester(ANSATT), "s1")
        await uow.cases.save(case.changed(posted_at=AT))
        await uow.commit()
    async with sql_store.unit_of_work(by=ANNEN) as uow:
        await uow.cases.save((await uow.cases.get("case1")).changed(seen_at=AT))
        await uow.cases.destroy_text("case1")
        await uow.commit()
    async with sql_store.database.engine.connect() as connection:
        rows = (await connection.execute(text("SELECT what, actor, case_id FROM audit ORDER BY seq"))).all()
    assert [(what, case_id) for what, _, case_id in rows] == [
        ("case.added", "case1"),
        ("case.lagt_i_kanalen", "case1"),
        ("case.sett", "case1"),
        ("case.text_destroyed", "case1"),
    ]
    actors = [actor for _, actor, _ in rows]
    assert actors[:2] == ["requester", "requester"]
    assert actors[2] == actors[3]
    assert actors[2] not in ("system", "requester", ANNEN.id)


async def test_what_is_rolled_back_is_not_in_the_trail(sql_store: SqlStore) -> None:
    async with sql_store.unit_of_work() as uow:
        await uow.audit.note("test.undone", AT)
    async with sql_store.database.engine.connect() as connection:
        assert (await connection.execute(text("SELECT COUNT(*) FROM audit"))).scalar() == 0


async def test_a_changed_trail_is_told_once_a_night(sql_store: SqlStore, caplog: pytest.LogCaptureFixture) -> None:
    await fill(sql_store)
    clock = MovableClock()

    async def a_day() -> int:
        for _ in range(24):
            await delete_what_is_due(sql_store, clock)
            clock.advance(hours=1)
        return caplog.messages.count("audit.broken")

    assert await a_day() == 0
    await tamper(sql_store, "UPDATE audit SET what = 'test.x' WHERE seq = 5")
    assert await a_day() == 1


async def test_a_trail_that_is_taken_away_whole_is_found_where_there_are_cases(sql_store: SqlStore) -> None:
    async with sql_store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(ANSATT), "s1")
        await uow.commit()
    await fill(sql_store)
    await tamper(sql_store, "DELETE FROM audit", "DELETE FROM audit_ends")
    assert await first_misfit(sql_store) == 0


async def test_a_trail_that_is_wound_back_no_longer_holds_what_was_told_of_it(sql_store: SqlStore) -> None:
    """Put back as it stood, ends and seal and all, it fits: only what the log was told shows it."""
    await fill(sql_store, entries=8)
    async with sql_store.database.engine.connect() as connection:
        ends = (await connection.execute(text("SELECT * FROM audit_ends"))).mappings().one()
    await fill(sql_store, entries=4)
    async with sql_store.unit_of_work() as uow:
        told = await uow.audit.head()
        assert await uow.audit.holds(*told)
    first_seq, last_seq = ends["first_seq"], ends["last_seq"]
    back = (
        f"UPDATE audit_ends SET first_seq = {first_seq}, first_link = '{ends['first_link']}', last_seq = {last_seq}, "
        f"last_link = '{ends['last_link']}', seal = '{ends['seal']}'"
    )
    await tamper(sql_store, "DELETE FROM audit WHERE seq > 8", back)
    assert await first_misfit(sql_store) is None
    async with sql_store.unit_of_work() as uow:
        assert not await uow.audit.holds(*told)


async def test_what_was_told_still_holds_after_pruning(sql_store: SqlStore) -> None:
    await fill(sql_store)
    async with sql_store.unit_of_work() as uow:
        told = await uow.audit.head()
        await uow.audit.prune(AT + timedelta(days=400))
        assert await uow.audit.holds(*told)


async def test_the_log_is_told_every_night_where_the_trail_ends(
    sql_store: SqlStore, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    await fill(sql_store)
    clock = MovableClock()
    for _ in range(24):
        await delete_what_is_due(sql_store, clock)
        clock.advance(hours=1)
    assert caplog.messages.count("audit.head") == 1


async def test_turns_are_answered_while_the_trail_is_looked_through(sql_store: SqlStore) -> None:
    """SQLite has one transaction at a time: in one of them a million entries kept every turn waiting for 13 seconds."""
    await fill(sql_store)
    check = asyncio.create_task(audit_trail.first_misfit(sql_store, at_a_time=3))
    for number in range(3):
        async with sql_store.unit_of_work() as uow:
            await uow.audit.note(f"turn.{number}", AT)
            await uow.commit()
    assert not check.done()
    assert await check is None
    await tamper(sql_store, "UPDATE audit SET what = 'x' WHERE seq = 14")
    assert await first_misfit(sql_store) == 14


async def test_what_is_pruned_while_the_trail_is_looked_through_is_no_misfit(sql_store: SqlStore) -> None:
    await fill(sql_store)
    async with sql_store.unit_of_work() as uow:
        read = await uow.audit.read_on(None, 3)
        await uow.audit.prune(AT + timedelta(days=8))
        await uow.commit()
    async with sql_store.unit_of_work() as uow:
        assert await uow.audit.verify(await uow.audit.read_on(read, 3)) is None
        assert await uow.audit.verify(read) is None
