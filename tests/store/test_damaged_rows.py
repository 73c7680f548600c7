"""A sealed row that is damaged, of any table that is read as a list, hides none of the others: not who is to be told,
not where a team is, not who has duty. And whoever has a conversation that cannot be read is answered all the same."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.domain.case import Member
from bot.domain.commands import ConnectChannel
from bot.domain.conversation import ConversationState, Profile
from bot.domain.on_duty import OnDuty
from bot.domain.trend import Trend
from bot.store import SqlStore
from bot.usecases.connect_channel import connect_channel
from tests.fakes.stores import MovableClock
from tests.store.people import ANNEN, ANSATT, AT, CHANNEL, LINK, PERSONAL

TODAY = AT.date()
List = Callable[[Any], Awaitable[Any]]
LISTS: dict[str, tuple[str, str, List]] = {
    "admin_chats": ("chat", "person_index", lambda uow: uow.admin_chats.all()),
    "editor_chats": ("chat", "person_index", lambda uow: uow.editor_chats.all()),
    "channels": ("place", "team", lambda uow: uow.channels.all()),
    "trends": ("trend", "id", lambda uow: uow.trends.of("stjordal")),
    "questions": ("question", "id", lambda uow: uow.questions.listed(AT - timedelta(days=1))),
    "on_duty": ("member", "person_index", lambda uow: uow.on_duty.of_team("drofting", TODAY)),
}


async def _two_of_each(store: SqlStore) -> None:
    async with store.unit_of_work() as uow:
        for number, person in enumerate((ANSATT, ANNEN)):
            await uow.admin_chats.keep(person, PERSONAL)
            await uow.editor_chats.keep(person, PERSONAL)
            await uow.on_duty.keep(OnDuty("drofting", Member(person.id, person.name), TODAY))
            await uow.channels.link(replace(LINK, team=("drofting", "komp_0_18")[number]))
            await uow.trends.add(Trend(f"t{number}", "stjordal/vfv", TODAY, "new", ("okonomi",), "Noe nytt."))
            await uow.questions.add("Hva gjelder?", None, None, "unknown", AT)
        await uow.commit()


async def _damage_one(store: SqlStore, table: str) -> None:
    column, id, _ = LISTS[table]
    async with store.database.engine.begin() as connection:
        sql = f"UPDATE {table} SET {column} = :damaged WHERE {id} = (SELECT MIN({id}) FROM {table})"  # noqa: S608
        await connection.execute(text(sql), {"damaged": b"damaged"})


@pytest.mark.parametrize("table", LISTS)
async def test_the_others_are_read_and_the_damaged_one_is_told_of(
    sql_store: SqlStore, table: str, caplog: pytest.LogCaptureFixture
) -> None:
    await _two_of_each(sql_store)
    await _damage_one(sql_store, table)
    async with sql_store.unit_of_work() as uow:
        assert len(await LISTS[table][2](uow)) == 1
    assert "row_unreadable" in caplog.messages


async def test_a_team_whose_channel_cannot_be_read_can_be_connected_anew(
    sql_store: SqlStore, clock: MovableClock
) -> None:
    await _two_of_each(sql_store)
    await _damage_one(sql_store, "channels")
    async with sql_store.unit_of_work() as uow:
        assert await uow.channels.of_team("drofting") is None
        await connect_channel(ConnectChannel(ANNEN, CHANNEL, "drofting"), uow, clock)
        await uow.commit()
    async with sql_store.unit_of_work() as uow:
        link = await uow.channels.of_team("drofting")
    assert link is not None
    assert link.place == CHANNEL


NEWER = b'{"profile": {"municipality": ["of", "a", "newer", "version"]}}'
KNOWN = ConversationState(profile=Profile(municipality="stjordal"))


async def _kept(store: SqlStore) -> list[bytes]:
    async with store.database.engine.connect() as connection:
        return [row[0] for row in await connection.execute(text("SELECT state FROM conversations"))]


async def _writes(store: SqlStore, activity: str, state: ConversationState) -> ConversationState:
    """Take in a message as a turn does, and keep the state it led to; return the one it was met with."""
    async with store.unit_of_work() as uow:
        taken = await uow.inbox.take_in(activity, ANSATT, PERSONAL, AT)
        await uow.conversations.save(ANSATT, PERSONAL, state)
        await uow.commit()
    assert taken is not None
    return taken.conversation


@pytest.mark.parametrize("is_newer", [True, False])
async def test_whoever_has_a_conversation_that_cannot_be_read_is_answered_as_somebody_new(
    sql_store: SqlStore, is_newer: bool, caplog: pytest.LogCaptureFixture
) -> None:
    await _writes(sql_store, "a1", KNOWN)
    async with sql_store.unit_of_work() as uow:
        place = f"conversations|{uow.conversations.row_id(ANSATT, PERSONAL)}|state"
        spoilt = uow.conversations._sealer.seal(NEWER, place) if is_newer else b"damaged"
    async with sql_store.database.engine.begin() as connection:
        await connection.execute(text("UPDATE conversations SET state = :spoilt"), {"spoilt": spoilt})
    assert await _writes(sql_store, "a2", KNOWN) == ConversationState()
    assert "conversation_unreadable" in caplog.messages
    assert (await _kept(sql_store) == [spoilt]) is is_newer, "what a newer version wrote is there when it is back"
    assert await _writes(sql_store, "a3", KNOWN) == (ConversationState() if is_newer else KNOWN)
    async with sql_store.unit_of_work() as uow:
        await uow.inbox.take_in("a4", ANSATT, PERSONAL, AT)
        assert await uow.conversations.forget(ANSATT)
        await uow.commit()
    assert await _kept(sql_store) == []
