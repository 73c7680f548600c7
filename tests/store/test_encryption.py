"""Sealed values open only where they were sealed, and keys can be changed without touching what they seal."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import text

from bot.domain.errors import CaseUnreadable
from bot.domain.outbox import Kind, OutboxItem
from bot.store import KeyRing, SqlStore
from bot.store.database import Database, Rows, Run
from bot.store.encryption import KeyMissing, KeyRingInvalid, SealBroken, Sealer, new_key
from bot.store.rotation import rewrap_case_keys
from tests.fakes.stores import RING, bytes_in
from tests.store.people import ANSATT, AT, PERSONAL, VEILEDER, a_case, an_item, requester

PLACE = "cases|case1|body"
BOTH = KeyRing({"second": b"2" * 32, "first": b"k" * 32}, "second")
NEW = KeyRing({"second": b"2" * 32}, "second")


def test_a_sealed_value_opens_in_its_own_place() -> None:
    sealer = Sealer(new_key())
    assert sealer.open(sealer.seal(b"hemmelig", PLACE), PLACE) == b"hemmelig"


def test_the_same_value_never_looks_the_same_twice() -> None:
    sealer = Sealer(new_key())
    assert sealer.seal(b"hemmelig", PLACE) != sealer.seal(b"hemmelig", PLACE)


@pytest.mark.parametrize("elsewhere", ["cases|case2|body", "cases|case1|title", "cards|case1|body", ""])
def test_a_sealed_value_moved_to_another_place_does_not_open(elsewhere: str) -> None:
    sealer = Sealer(new_key())
    sealed = sealer.seal(b"hemmelig", PLACE)
    with pytest.raises(SealBroken):
        sealer.open(sealed, elsewhere)


def test_a_change_of_any_byte_is_noticed() -> None:
    sealer = Sealer(new_key())
    sealed = sealer.seal(b"hemmelig", PLACE)
    for position in range(len(sealed)):
        changed = bytearray(sealed)
        changed[position] ^= 1
        with pytest.raises(SealBroken):
            sealer.open(bytes(changed), PLACE)


@pytest.mark.parametrize("length", [0, 1, 12, 13, 28])
def test_what_is_too_short_to_be_sealed_does_not_open(length: int) -> None:
    with pytest.raises(SealBroken):
        Sealer(new_key()).open(os.urandom(length), PLACE)


def test_the_message_of_a_broken_seal_holds_nothing_of_the_text() -> None:
    sealer = Sealer(new_key())
    with pytest.raises(SealBroken) as caught:
        Sealer(new_key()).open(sealer.seal(b"hemmelig", PLACE), PLACE)
    assert "hemmelig" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_the_first_key_of_the_setting_wraps_and_the_others_still_unwrap() -> None:
    new, old = base64.b64encode(b"n" * 32).decode(), base64.b64encode(b"o" * 32).decode()
    before, after = KeyRing.parse(f"old:{old}"), KeyRing.parse(f"new:{new}, old:{old}")
    wrapped = before.wrap(b"k" * 32, PLACE)
    assert after.unwrap(wrapped, PLACE) == b"k" * 32
    assert (before.is_current(wrapped), after.is_current(wrapped)) == (True, False)
    with pytest.raises(KeyMissing):
        KeyRing.parse(f"new:{new}").unwrap(wrapped, PLACE)


@pytest.mark.parametrize(
    "setting",
    [
        "",
        "nokey",
        "a:",
        "a:short",
        "a:!!!!",
        ":" + "A" * 44,
        f"{'x' * 300}:{'A' * 43}=",
        "a:" + ("A" * 43 + "=,a:") * 2,
    ],
)
def test_a_key_setting_that_cannot_be_read_is_refused(setting: str) -> None:
    with pytest.raises(KeyRingInvalid) as caught:
        KeyRing.parse(setting)
    assert setting == "" or setting not in str(caught.value), "the message must not repeat the key"


async def reopened(url: str, ring: KeyRing) -> SqlStore:
    store = SqlStore(url, ring)
    await store.open()
    return store


async def test_after_a_change_of_key_everything_can_still_be_read_and_the_old_key_can_go(url: str) -> None:
    store = await reopened(url, RING)
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(), "s1")
        await uow.commit()
    await store.close()
    store = await reopened(url, BOTH)
    assert await store.case_keys_of_older() == {"first": 2}, "the text and the requester have a key each"
    assert await store.rewrap_case_keys() == 2
    assert await store.rewrap_case_keys() == 0
    assert await store.case_keys_of_older() == {}
    await store.close()
    store = await reopened(url, NEW)
    async with store.unit_of_work() as uow:
        assert await uow.cases.get("case1") == a_case()
        assert await uow.cases.requester_of("case1") == requester()
        assert len(await uow.cases.sent_by(ANSATT)) == 1
    await store.close()


@pytest.mark.parametrize(
    ("ring", "error"), [(NEW, KeyMissing), (KeyRing({"second": b"2" * 32, "first": b"x" * 32}, "second"), SealBroken)]
)
async def test_a_database_does_not_open_while_a_case_hangs_on_a_key_that_is_not_there(
    url: str, ring: KeyRing, error: type[Exception]
) -> None:
    store = await reopened(url, RING)
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(), "s1")
        await uow.commit()
    await store.close()
    await (await reopened(url, BOTH)).close()
    too_early = SqlStore(url, ring)
    with pytest.raises(error) as caught:
        await too_early.open()
    await too_early.close()
    assert not isinstance(caught.value, KeyMissing) or caught.value.key_ids == ("first",)
    store = await reopened(url, BOTH)
    async with store.unit_of_work() as uow:
        assert await uow.cases.get("case1") == a_case(), "nothing is lost: the old key is put back"
    await store.close()


async def test_replicas_that_start_at_once_change_every_key_once(url: str) -> None:
    store = await reopened(url, RING)
    async with store.unit_of_work() as uow:
        for number in range(1, 6):
            await uow.cases.add(a_case(number), requester(), f"s{number}")
        await uow.commit()
    await store.close()
    replicas = [await reopened(url, BOTH) for _ in range(3)]
    assert sum(await asyncio.gather(*(replica.rewrap_case_keys() for replica in replicas))) == 10
    for replica in replicas:
        await replica.close()
    store = await reopened(url, NEW)
    async with store.unit_of_work() as uow:
        assert [await uow.cases.get(f"case{number}") for number in range(1, 6)] == [a_case(n) for n in range(1, 6)]
    await store.close()


async def test_a_key_destroyed_while_keys_are_changed_stays_destroyed(url: str) -> None:
    store = await reopened(url, RING)
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(claimed_by=VEILEDER, claimed_at=AT), requester(), "s1")
        await uow.commit()
    async with store.database.transaction() as run:
        read_before = await run("case_keys_wrapped_otherwise", start=b"?", length=1)
    async with store.unit_of_work() as uow:
        await uow.cases.destroy_text("case1")
        await uow.commit()
    await store.close()
    store = await reopened(url, BOTH)
    database = cast("Database", ReadBefore(store.database, read_before))
    assert await rewrap_case_keys(database, BOTH) == 1, "the requester's; the text's is another key by now"
    async with store.unit_of_work() as uow:
        case = await uow.cases.get("case1")
    assert (case.text, case.claimed_by) == (None, VEILEDER), "what may stay still opens"
    await store.close()


class ReadBefore:
    """A database whose keys were read before another replica changed them."""

    def __init__(self, database: Database, rows: Rows) -> None:
        self._database = database
        self._rows = rows

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Run]:
        async with self._database.transaction() as run:

            async def run_late(name: str, **values: Any) -> Rows:
                is_read = name == "case_keys_wrapped_otherwise"
                return self._rows if is_read else await run(name, **values)

            yield run_late


async def test_a_database_does_not_open_with_another_key(url: str) -> None:
    await (await reopened(url, RING)).close()
    other = SqlStore(url, KeyRing({"first": b"x" * 32}, "first"))
    with pytest.raises(SealBroken):
        await other.open()
    unknown = SqlStore(url, KeyRing({"else": b"k" * 32}, "else"))
    with pytest.raises(KeyMissing):
        await unknown.open()
    await other.close()
    await unknown.close()


async def test_a_text_moved_to_another_case_in_the_database_does_not_open(sql_store: SqlStore) -> None:
    async with sql_store.unit_of_work() as uow:
        await uow.cases.add(a_case(1), requester(), "s1")
        await uow.cases.add(a_case(2), requester(), "s2")
        await uow.commit()
    async with sql_store.database.engine.begin() as connection:
        moved_body = "UPDATE cases SET body = (SELECT body FROM cases WHERE id='case1')"
        await connection.execute(text(f"{moved_body} WHERE id='case2'"))
        moved_key = "UPDATE case_keys SET wrapped = (SELECT wrapped FROM case_keys WHERE case_id='case1')"
        await connection.execute(text(f"{moved_key} WHERE case_id='case2'"))
    async with sql_store.unit_of_work() as uow:
        with pytest.raises(CaseUnreadable):
            await uow.cases.get("case2")


async def test_no_name_no_id_and_no_text_of_anybody_stands_in_the_file(tmp_path: Path) -> None:
    store = await reopened(f"sqlite:///{tmp_path}/bot.db", RING)
    async with store.unit_of_work(by=ANSATT) as uow:
        await uow.cases.add(a_case(requester_shown_as="Test Ansatt"), requester(), "s1")
        await uow.inbox.take_in("activity-1", ANSATT, PERSONAL, a_case().created_at)
        await uow.questions.add("Kan jeg ringe hjem?", "stjordal", "skole", "unanswered", a_case().created_at)
        await uow.commit()
    found = bytes_in(tmp_path)
    await store.close()
    case = a_case()
    assert case.text is not None
    secrets = [
        ANSATT.id,
        ANSATT.name,
        PERSONAL.conversation_id,
        "activity-1",
        "ringe hjem",
        case.text.seen,
        case.text.reason,
    ]
    assert [secret for secret in secrets if secret.encode() in found] == []
    assert b"K1M-42P" in found, "the scan must be able to find what does stand in plain"


def a_reminder(key: str, **changes: Any) -> OutboxItem:
    return an_item(key, kind=Kind.REMINDER, conversation=f"person:{ANSATT.pseudonym}", case_id=None, **changes)


async def test_nobody_with_a_list_of_ids_can_tell_whom_a_reminder_is_for(sql_store: SqlStore) -> None:
    async with sql_store.unit_of_work() as uow:
        await uow.outbox.add(a_reminder("r1"))
        await uow.commit()
    async with sql_store.database.engine.connect() as connection:
        rows = [dict(row._mapping) for row in await connection.execute(text("SELECT * FROM outbox"))]
    without_key = [hash_of(ANSATT.id.encode()).hexdigest() for hash_of in (hashlib.sha256, hashlib.sha1, hashlib.md5)]
    told = "".join(str(value) for row in rows for value in row.values())
    assert len(rows) == 1
    assert not [name for name in (ANSATT.id, *(one[:16] for one in without_key)) if name in told]


async def as_an_earlier_version_named_them(store: SqlStore) -> None:
    own = f"person:{ANSATT.pseudonym}"
    async with store.database.engine.begin() as connection:
        await connection.execute(
            text("UPDATE outbox SET conversation = :own, lane = :own || '|' WHERE kind = 'reminder'"), {"own": own}
        )


async def test_reminders_added_by_an_earlier_version_get_a_keyed_name_and_come_once_each(url: str) -> None:
    later = AT + timedelta(days=60)
    store = await reopened(url, RING)
    async with store.unit_of_work() as uow:
        for item in (a_reminder("r1"), a_reminder("r2", due_at=later), an_item("card")):
            await uow.outbox.add(item)
        await uow.commit()
    await as_an_earlier_version_named_them(store)
    await store.close()

    replicas = [await reopened(url, RING) for _ in range(2)]
    store = replicas[0]
    assert await store.name_lanes_anew() == 0, "it was done when the database was opened"
    async with store.unit_of_work() as uow:
        to_come = await uow.outbox.reminders_to_come(f"person:{ANSATT.pseudonym}")
        assert [row.item.dedupe_key for row in to_come] == ["r1", "r2"]
        await uow.outbox.reschedule(a_reminder("r2", due_at=later))
        await uow.outbox.add(a_reminder("r1"))
        due = await uow.queue.lease("w", AT, AT, 9)
        assert [row.item.dedupe_key for row in due] == ["r1", "card"]
        assert await uow.queue.start_attempt(due[0].id, "w", AT, AT)
        await uow.queue.delivered(due[0].id, "a1", AT)
        assert [row.item.dedupe_key for row in await uow.queue.lease("w", later, later, 9)] == ["card", "r2"]
        await uow.commit()
    for replica in replicas:
        await replica.close()


async def test_a_reminder_that_an_earlier_version_adds_meanwhile_is_forgotten_too(url: str) -> None:
    store = await reopened(url, RING)
    async with store.unit_of_work() as uow:
        await uow.outbox.add(a_reminder("r1"))
        await uow.commit()
    await as_an_earlier_version_named_them(store)
    async with store.unit_of_work() as uow:
        assert await uow.conversations.forget(ANSATT) == 1
        await uow.commit()
    assert await store.name_lanes_anew() == 0
    await store.close()
