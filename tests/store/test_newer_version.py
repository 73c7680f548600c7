"""A replica that has not been replaced yet, or a version somebody went back to, changes a case that a newer one wrote:
what it does not know is still there afterwards, and goes with the text."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from bot.domain.case import Message
from bot.store import SqlStore
from bot.store.cases import SqlCases
from tests.store.people import AT, TEXT, VEILEDER, a_case, requester

MESSAGES = (Message("information", "Verst på mandager.", AT), Message("information", "Og fredager.", AT))


async def _body(store: SqlStore) -> dict[str, Any]:
    """Return what is sealed of the case."""
    async with store.unit_of_work() as uow:
        cases: SqlCases = uow.cases
        ((*_, body, wrapped),) = await cases._row("case1")
        found: dict[str, Any] = json.loads(cases._case_sealer("case1", wrapped).open(body, "cases|case1|body"))
    return found


@pytest.fixture
async def written(sql_store: SqlStore) -> SqlStore:
    """Return a store with a case as a newer version writes it: with more of the case, its text and its messages."""
    async with sql_store.unit_of_work() as uow:
        await uow.cases.add(a_case(messages=MESSAGES), requester(), "s1")
        await uow.commit()
    body = await _body(sql_store)
    body |= {"of_the_case": "nytt", "text": {**body["text"], "of_the_text": "Noe mer."}}
    body["messages"][1]["of_the_message"] = "1"
    async with sql_store.unit_of_work() as uow:
        sealed = await uow.cases._sealed("case1", json.dumps(body).encode())
        await uow.cases._run("replace_body", id="case1", body=sealed)
        await uow.commit()
    return sql_store


async def _change(store: SqlStore, **changes: Any) -> dict[str, Any]:
    async with store.unit_of_work() as uow:
        case = await uow.cases.get("case1")
        await uow.cases.save(case.changed(**changes))
        await uow.commit()
    return await _body(store)


async def test_what_is_not_known_is_kept_when_the_case_is_taken_and_more_is_told(written: SqlStore) -> None:
    told = (*MESSAGES, Message("information", "Bare morgenen.", AT))
    body = await _change(written, claimed_by=VEILEDER, claimed_at=AT, messages=told)
    assert (body["of_the_case"], body["text"]["of_the_text"]) == ("nytt", "Noe mer.")
    assert [one.get("of_the_message") for one in body["messages"]] == [None, "1", None]
    assert body["claimed_by"]["name"] == VEILEDER.name


async def test_what_belongs_to_another_text_goes_with_it(written: SqlStore) -> None:
    body = await _change(written, text=replace(TEXT, seen="Kommer ofte for sent."))
    assert "of_the_text" not in body["text"]
    assert body["of_the_case"] == "nytt"
    body = await _change(written, text=None, messages=())
    assert ("text" in body, "messages" in body) == (False, False)


@pytest.mark.parametrize("saves", [True, False])
async def test_nothing_of_it_is_left_when_the_text_is_deleted(written: SqlStore, saves: bool) -> None:
    async with written.unit_of_work() as uow:
        case = await uow.cases.get("case1")
        if saves:
            await uow.cases.save(case.changed(claimed_by=VEILEDER, claimed_at=AT))
        await uow.cases.destroy_text("case1")
        await uow.commit()
    async with written.database.engine.connect() as connection:
        bodies = (await connection.execute(text("SELECT body FROM cases WHERE body IS NOT NULL"))).all()
    assert len(bodies) == saves
    if saves:
        assert (await _body(written)).keys() == {"claimed_by"}
