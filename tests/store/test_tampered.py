"""Who can write in the database and has no key: no text comes before anybody else, and no answer is changed."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from bot.domain.errors import CaseNotFound, CaseUnreadable
from bot.domain.published import Edition, EditionDamaged
from bot.domain.turn import Place
from bot.store import SqlStore
from tests.store.people import ANNEN, ANSATT, AT, CHANNEL, LINK, a_case, requester

ELSEWHERE = Place(CHANNEL.kind, "19:annen@thread.tacv2", {"tenant": "t"}, "team-2", "19:annen@thread.tacv2")
FILES = {"articles/a.md": b"Ring 112.", "kommuner/b.yaml": b"telefon: 112"}
EDITION = Edition(1, "v1", {path: hashlib.sha256(raw).hexdigest() for path, raw in FILES.items()}, AT, "skjema", "", ())


async def tamper(store: SqlStore, sql: str, **values: Any) -> None:
    async with store.database.engine.begin() as connection:
        changed = await connection.execute(text(sql), values)
        assert changed.rowcount, "nothing was changed, so this shows nothing"


async def two_cases(store: SqlStore) -> None:
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(1), requester(ANSATT), "s1")
        await uow.cases.add(a_case(2), requester(ANNEN), "s2")
        await uow.commit()


async def test_a_case_with_somebody_elses_hash_on_it_is_not_among_theirs(sql_store: SqlStore) -> None:
    await two_cases(sql_store)
    own = "(SELECT person_index FROM requesters WHERE case_id = 'case2')"
    await tamper(sql_store, f"UPDATE requesters SET person_index = {own} WHERE case_id = 'case1'")  # noqa: S608
    async with sql_store.unit_of_work() as uow:
        assert [case.id for case in await uow.cases.sent_by(ANNEN)] == ["case2"]
        assert await uow.cases.sent_by(ANSATT) == []


async def test_a_form_that_is_said_to_have_become_somebody_elses_case_shows_nothing(sql_store: SqlStore) -> None:
    await two_cases(sql_store)
    await tamper(sql_store, "UPDATE submissions SET case_id = 'case1' WHERE case_id = 'case2'")
    async with sql_store.unit_of_work() as uow:
        assert await uow.cases.of_submission(ANNEN, "s2") is None
        with pytest.raises(CaseNotFound):
            await uow.cases.add(a_case(3), requester(ANNEN), "s2")


@pytest.mark.parametrize("column", ["team", "municipality"])
async def test_a_case_moved_to_another_team_is_not_opened_there(sql_store: SqlStore, column: str) -> None:
    await two_cases(sql_store)
    await tamper(sql_store, f"UPDATE cases SET {column} = 'komp_0_18' WHERE id = 'case1'")  # noqa: S608
    async with sql_store.unit_of_work() as uow:
        assert "case1" not in [case.id for team in ("komp_0_18", "drofting") for case in await uow.cases.open_in(team)]
        with pytest.raises(CaseUnreadable):
            await uow.cases.get("case1")
        assert (await uow.cases.get("case2")).text is not None


async def test_a_team_is_only_in_the_channel_that_is_sealed(sql_store: SqlStore) -> None:
    async with sql_store.unit_of_work() as uow:
        await uow.channels.link(LINK)
        await uow.channels.link(replace(LINK, team="komp_0_18", place=ELSEWHERE))
        await uow.commit()
    other = "(SELECT place_index FROM channels WHERE team = 'komp_0_18')"
    await tamper(sql_store, f"UPDATE channels SET place_index = {other} WHERE team = 'drofting'")  # noqa: S608
    async with sql_store.unit_of_work() as uow:
        assert [link.team for link in await uow.channels.at(ELSEWHERE)] == ["komp_0_18"]


async def _published(store: SqlStore) -> None:
    async with store.unit_of_work() as uow:
        await uow.editions.add(EDITION, FILES, None)
        await uow.commit()
    async with store.unit_of_work() as uow:
        assert await uow.editions.contents(await uow.editions.edition(1)) == FILES


async def test_an_answer_changed_in_the_database_is_not_taken_for_what_was_published(sql_store: SqlStore) -> None:
    await _published(sql_store)
    forged = b"Ring 113."
    await tamper(
        sql_store,
        "UPDATE edition_files SET content = :content WHERE hash = :hash",
        content=zlib.compress(forged),
        hash=EDITION.files["articles/a.md"],
    )
    async with sql_store.unit_of_work() as uow:
        with pytest.raises(EditionDamaged):
            await uow.editions.contents(await uow.editions.edition(1))


async def test_nor_is_one_that_was_added_with_a_hash_of_its_own(
    sql_store: SqlStore, caplog: pytest.LogCaptureFixture
) -> None:
    await _published(sql_store)
    forged = b"Ring 113."
    digest = hashlib.sha256(forged).hexdigest()
    sql = "INSERT INTO edition_files (hash, content) VALUES (:hash, :content)"
    await tamper(sql_store, sql, hash=digest, content=zlib.compress(forged))
    listed = json.dumps({**EDITION.files, "articles/a.md": digest}, sort_keys=True).encode()
    await tamper(sql_store, "UPDATE editions SET files = :files", files=zlib.compress(listed))
    async with sql_store.unit_of_work() as uow:
        for look in (uow.editions.edition(1), uow.editions.head()):
            with pytest.raises(EditionDamaged):
                await look
        assert await uow.editions.newest(5) == []
    assert "row_unreadable" in caplog.messages


@pytest.mark.parametrize("column", ["told", "files"])
async def test_nor_is_one_of_which_a_part_is_damaged(sql_store: SqlStore, column: str) -> None:
    await _published(sql_store)
    await tamper(sql_store, f"UPDATE editions SET {column} = :damaged", damaged=b"x" * 40)  # noqa: S608
    async with sql_store.unit_of_work() as uow:
        with pytest.raises(EditionDamaged):
            await uow.editions.head()
