"""What teams have told the samordningsteam: the same in every store, sealed, and gone when its time is up."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.delivery.retention import delete_what_is_due
from bot.domain.trend import Trend
from bot.domain.turn import Place, PlaceKind
from bot.store import SqlStore
from tests.fakes.stores import RING, MovableClock, bytes_in
from tests.store.people import AT

WHERE = Place(
    PlaceKind.CHANNEL, "19:tall@thread.tacv2", {"service_url": "https://smba"}, "team-1", "19:tall@thread.tacv2"
)
OLD = Trend("t1", "stjordal/komp_0_18", AT.date(), "more", ("fravaer", "rus"), "Flere blir hjemme.")
NEW = Trend("t2", "stjordal/vfv", AT.date() + timedelta(days=30), "new", ("okonomi",), "Noe nytt hos mange.", WHERE)
ELSEWHERE = Trend("t3", "melhus/drofting", AT.date(), "less", ("mobbing",), "Færre melder fra.")


async def add(store: Any, *trends: Trend) -> list[bool]:
    async with store.unit_of_work() as uow:
        added = [await uow.trends.add(one) for one in trends]
        await uow.commit()
    return added


async def told(store: Any, municipality: str) -> list[Trend]:
    async with store.unit_of_work() as uow:
        return list(await uow.trends.of(municipality))


async def test_what_was_told_is_the_same_in_every_store_and_goes_after_two_years(
    store: Any, clock: MovableClock
) -> None:
    assert await add(store, OLD, NEW, ELSEWHERE) == [True, True, True]
    assert await add(store, OLD) == [False], "the same form sent twice is told once"
    assert await told(store, "stjordal") == [NEW, OLD]
    assert await told(store, "melhus") == [ELSEWHERE]
    clock.at = AT + timedelta(days=729)
    assert (await delete_what_is_due(store, clock)).trends == 0
    clock.advance(days=2)
    assert (await delete_what_is_due(store, clock)).trends == 2
    assert await told(store, "stjordal") == [NEW]


async def test_what_is_withdrawn_is_forgotten_and_withdrawn_twice_without_a_word(store: Any) -> None:
    await add(store, OLD, NEW)
    for _ in range(2):
        async with store.unit_of_work() as uow:
            await uow.trends.remove(OLD.id)
            await uow.commit()
    assert await told(store, "stjordal") == [NEW]


async def test_its_words_stand_in_plain_nowhere_in_the_file(tmp_path: Path) -> None:
    store = SqlStore(f"sqlite:///{tmp_path}/bot.db", RING)
    await store.open()
    await add(store, OLD)
    await store.close()
    assert OLD.words.encode() not in bytes_in(tmp_path)
