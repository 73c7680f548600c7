"""Who has duty in a team: the same in every store, gone when the day is over and when somebody asks to be forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.delivery.forgetting import forget_everything
from bot.delivery.retention import delete_what_is_due
from bot.domain.case import Member
from bot.domain.on_duty import OnDuty
from bot.domain.turn import Person
from tests.store.people import AT, VEILEDER

TODAY = AT.date()
FRIDAY = TODAY + timedelta(days=4)
OTHER = Member("00000000-0000-4000-8000-000000000004", "Test Kollega")
MINE = OnDuty("drofting", VEILEDER, TODAY)


async def keep(store: Any, *duties: OnDuty) -> None:
    async with store.unit_of_work() as uow:
        for one in duties:
            await uow.on_duty.keep(one)
        await uow.commit()


async def on_duty(store: Any, team: str = "drofting", today: date = TODAY) -> list[OnDuty]:
    async with store.unit_of_work() as uow:
        return list(await uow.on_duty.of_team(team, today))


async def test_several_may_have_duty_in_a_team_and_each_says_it_once(store: Any) -> None:
    longer = OnDuty("drofting", OTHER, FRIDAY)
    await keep(store, longer, MINE, replace(MINE, team="komp"))
    assert await on_duty(store) == [MINE, longer]
    await keep(store, replace(MINE, last_on=FRIDAY + timedelta(days=1)))
    assert [one.member for one in await on_duty(store)] == [OTHER, VEILEDER]
    assert await on_duty(store, "komp") == [replace(MINE, team="komp")]


async def test_duty_is_over_when_its_last_day_is_whether_or_not_it_is_deleted_yet(store: Any) -> None:
    await keep(store, MINE, OnDuty("drofting", OTHER, FRIDAY))
    assert [one.member for one in await on_duty(store, today=TODAY + timedelta(days=1))] == [OTHER]
    assert await on_duty(store, today=FRIDAY + timedelta(days=1)) == []


async def test_duty_is_ended_for_one_or_for_all_others(store: Any) -> None:
    await keep(store, MINE, OnDuty("drofting", OTHER, FRIDAY), replace(MINE, team="komp"))
    async with store.unit_of_work() as uow:
        assert await uow.on_duty.end("drofting", VEILEDER.id)
        assert not await uow.on_duty.end("drofting", VEILEDER.id)
        assert await uow.on_duty.end_all_but("drofting", [OTHER.id]) == 0
        await uow.commit()
    assert [one.member for one in await on_duty(store)] == [OTHER]
    async with store.unit_of_work() as uow:
        assert await uow.on_duty.end_all_but("drofting", ()) == 1
        await uow.commit()
    assert await on_duty(store) == []
    assert await on_duty(store, "komp") == [replace(MINE, team="komp")]


async def test_a_duty_that_is_over_is_deleted_the_night_after(store: Any, clock: Any) -> None:
    today = clock.now().date()
    await keep(store, OnDuty("drofting", VEILEDER, today), OnDuty("drofting", OTHER, today + timedelta(days=1)))
    assert (await delete_what_is_due(store, clock)).duties == 0
    clock.advance(days=1)
    assert (await delete_what_is_due(store, clock)).duties == 1
    assert [one.member for one in await on_duty(store, today=today)] == [OTHER]


async def test_who_is_forgotten_has_no_duty_anywhere(store: Any, clock: Any) -> None:
    today = clock.now().date()
    await keep(store, *(OnDuty(team, VEILEDER, today) for team in ("drofting", "komp")), OnDuty("komp", OTHER, today))
    assert (await forget_everything(store, clock, Person(VEILEDER.id, VEILEDER.name))).things == 2
    assert await on_duty(store, today=today) == []
    assert [one.member for one in await on_duty(store, "komp", today)] == [OTHER]
