"""A replica that has not been replaced yet, or a version somebody went back to, changes a case or a conversation that a
newer one wrote: what it does not know is still there afterwards, and goes with the text, or with the person."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.domain.case import Message
from bot.domain.conversation import Concern, ConversationState, Profile
from bot.store import SqlStore
from bot.store.cases import SqlCases
from tests.store.people import ANSATT, AT, PERSONAL, TEXT, VEILEDER, a_case, requester

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


LEARNING = ConversationState(
    profile=Profile(municipality="stjordal"),
    active="case",
    concerns=(Concern("k1", "Sak Blå", "g", "1"), Concern("k2", "Sak Grønn", "g", "1")),
)


async def _state(store: SqlStore) -> dict[str, Any]:
    """Return what is sealed of the conversation; nothing where there is none."""
    async with store.unit_of_work() as uow:
        row_id = uow.conversations.row_id(ANSATT, PERSONAL)
        rows = await uow.conversations._run("conversation", id=row_id)
        if not rows:
            return {}
        found: dict[str, Any] = json.loads(uow.conversations._sealer.open(rows[0][0], _place(row_id)))
    return found


def _place(row_id: str) -> str:
    return f"conversations|{row_id}|state"


@pytest.fixture
async def met(sql_store: SqlStore) -> SqlStore:
    """Return a store with a conversation as a newer version keeps it."""
    async with sql_store.unit_of_work() as uow:
        await uow.conversations.save(ANSATT, PERSONAL, LEARNING)
        await uow.commit()
    state = await _state(sql_store)
    state |= {"of_the_person": {"a": ["b"]}, "profile": {**state["profile"], "of_the_profile": "nytt"}}
    state["concerns"][1]["of_the_concern"] = [1]
    async with sql_store.unit_of_work() as uow:
        row_id = uow.conversations.row_id(ANSATT, PERSONAL)
        sealed = uow.conversations._sealer.seal(json.dumps(state).encode(), _place(row_id))
        await uow.conversations._run("empty_conversation", id=row_id, state=sealed, in_dialog=1)
        await uow.commit()
    return sql_store


async def _write(store: SqlStore, activity: str, **changes: Any) -> dict[str, Any]:
    """Take a turn that changes the conversation, and return what is kept of it."""
    async with store.unit_of_work() as uow:
        taken = await uow.inbox.take_in(activity, ANSATT, PERSONAL, AT)
        await uow.conversations.save(ANSATT, PERSONAL, replace(taken.conversation, **changes))
        await uow.commit()
    return await _state(store)


async def test_what_is_not_known_of_a_conversation_is_kept_turn_after_turn(met: SqlStore) -> None:
    for number in range(2):
        state = await _write(met, f"a{number}", last_article=f"article-{number}")
        assert state["last_article"] == f"article-{number}"
        assert (state["of_the_person"], state["profile"]["of_the_profile"]) == ({"a": ["b"]}, "nytt")
        assert [one.get("of_the_concern") for one in state["concerns"]] == [None, [1]]


async def test_what_belongs_to_a_profile_or_a_concern_that_is_changed_goes_with_it(met: SqlStore) -> None:
    state = await _write(met, "a1", profile=Profile(municipality="frosta"), concerns=LEARNING.concerns[:1])
    assert state["profile"] == {"municipality": "frosta", "role": None, "standard": "nb"}
    assert [one.get("of_the_concern") for one in state["concerns"]] == [None]


async def test_who_asks_to_be_forgotten_is_forgotten_whole(met: SqlStore) -> None:
    async with met.unit_of_work() as uow:
        await uow.inbox.take_in("a1", ANSATT, PERSONAL, AT)
        await uow.conversations.forget(ANSATT)
        await uow.conversations.save(ANSATT, PERSONAL, ConversationState())
        await uow.commit()
    assert "of_the_person" not in await _state(met)


async def test_what_may_have_its_day_goes_when_a_day_has_passed(met: SqlStore) -> None:
    async with met.unit_of_work() as uow:
        assert await uow.conversations.empty_idle(AT + timedelta(days=3650)) == 1
        await uow.commit()
    state = await _state(met)
    assert (state["active"], "of_the_person" in state) == (None, False)
