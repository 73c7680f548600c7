"""A sealed row that is damaged, of any table that is read as a list, hides none of the others: not who is to be told,
not where a team is, not who has duty."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.domain.case import Member
from bot.domain.commands import ConnectChannel
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
