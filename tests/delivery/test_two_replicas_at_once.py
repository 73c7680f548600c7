"""Two replicas on one PostgreSQL, and everything at once: turns, workers, rounds, deletion, a team that moves, and some
who are forgotten. No case is lost or doubled, none becomes unreadable, and nothing people wrote is left afterwards."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.delivery.forgetting import forget_everything
from bot.delivery.retention import Keep, delete_what_is_due
from bot.delivery.rounds import make_rounds
from bot.domain import commands as do
from bot.domain.again import unless_collided
from bot.domain.case import Member, Pace
from bot.domain.errors import CaseChanged
from bot.domain.ports import StoreCollided, UnitOfWork
from bot.domain.reply import Reply
from bot.domain.turn import Person, Place, PlaceKind
from bot.store import SqlStore
from bot.turns.perform import perform
from tests.delivery.team import Team
from tests.fakes.messenger import FakeMessenger
from tests.fakes.postgres import new_migrated_database
from tests.fakes.stores import RING, MovableClock
from tests.fakes.times import times
from tests.store.people import ANNEN, CHANNEL, TEXT, a_case

pytestmark = pytest.mark.postgres
STAFF = [Person(f"ansatt-{number}", f"Test Ansatt {number}") for number in range(4)]
MEMBERS = [Person(f"medlem-{number}", f"Test Medlem {number}") for number in range(4)]
NEW = Place(PlaceKind.CHANNEL, "19:ny@thread.tacv2", {"tenant": "t"}, "team-2", "19:ny@thread.tacv2")
SHORT = Keep(requester=timedelta(days=2), requester_who_asked=timedelta(hours=3))
STEPS = times(60)


@dataclass
class Busy(FakeMessenger):
    """A messenger that takes its time, and whose team has other members each time it is asked."""

    chance: random.Random = field(default_factory=lambda: random.Random(7))

    async def send(self, place: Place, reply: Reply, *, marker: str = "", reply_to: str | None = None) -> str | None:
        sent = await super().send(place, reply, marker=marker, reply_to=reply_to)
        await asyncio.sleep(self.chance.random() * 0.01)
        return sent

    async def members(self, place: Place) -> Sequence[Member]:
        await asyncio.sleep(self.chance.random() * 0.01)
        return [Member(one.id, one.name) for one in self.chance.sample(MEMBERS, self.chance.randint(2, 4))]


@asynccontextmanager
async def two_replicas(clock: MovableClock) -> AsyncIterator[tuple[Team, Team]]:
    url, messenger = await new_migrated_database(), Busy()
    stores = [SqlStore(url, RING, now=clock.now) for _ in range(2)]
    for store in stores:
        await store.open()
    one, other = (Team(store, clock, messenger=messenger) for store in stores)
    await one.connect()
    try:
        yield one, other
    finally:
        for store in stores:
            await store.close()


async def press(team: Team, chance: random.Random, step: str) -> None:
    """Let somebody do something, as a turn does: anew when another was first."""
    by, member = chance.choice(STAFF), chance.choice(MEMBERS)
    for _ in range(6):
        try:
            async with team.store.unit_of_work(by) as uow:
                await perform(await _something(by, member, chance, step, uow, team), uow, team.clock)
                await uow.commit()
            return
        except (CaseChanged, StoreCollided):
            await asyncio.sleep(0.01)


async def _something(
    by: Person, member: Person, chance: random.Random, step: str, uow: UnitOfWork, team: Team
) -> do.Command:
    own, form = Place(PlaceKind.PERSONAL, f"a:{by.id}"), a_case().form
    cases = [*await uow.cases.open_in("drofting"), *(await uow.cases.closed_in("drofting"))[:2]]
    if len(cases) < 5:
        due_at = team.clock.now() + timedelta(days=2)
        return do.SubmitCase(by, own, "stjordal", "drofting", form, TEXT, step, due_at, pace=Pace(retention_days=1))
    id = chance.choice(cases).id
    sender = await uow.cases.requester_of(id)
    by, own = (sender.person, sender.place) if sender else (by, own)
    link = await uow.channels.of_team("drofting")
    there = link.place if link else CHANNEL
    possible: list[do.Command] = [
        *[do.ClaimCase(id, member, there)] * 2,
        do.GiveBackCase(id, member, there),
        *[do.AskRequester(id, member, there, f"spørsmål {step}")] * 2,
        do.AnswerCase(id, member, there, "råd", "fordi", (), "om en uke", "rolle"),
        do.CloseCase(id, member, there, "given"),
        do.MarkNotAnonymous(id, member, there),
        do.RenewCase(id, by, own, TEXT),
        do.AddInformation(id, by, own, f"mer {step}"),
        do.WithdrawCase(id, by, own),
        do.ShowRequester(id, by, own),
        do.ReopenCase(id, by, own),
        do.ForgetPerson(by),
    ]
    return chance.choice(possible)


async def _several(times: int, do_it: Callable[[int], Awaitable[object]]) -> None:
    for number in range(times):
        await do_it(number)
        await asyncio.sleep(0.01)


async def test_whatever_happens_at_once_nothing_is_lost_doubled_or_left(clock: MovableClock) -> None:
    chance = random.Random(7)
    async with two_replicas(clock) as (one, other):

        async def connected(number: int) -> None:
            async with other.store.unit_of_work(ANNEN) as uow:
                await perform(do.ConnectChannel(ANNEN, (NEW, CHANNEL)[number % 2], "drofting"), uow, clock)
                await uow.commit()

        await asyncio.gather(
            _replica("a", one, chance),
            _replica("b", other, chance),
            _several(6, lambda number: unless_collided(lambda: connected(number))),
            _several(6, lambda _: forget_everything(one.store, clock, chance.choice(STAFF))),
        )
        await _settle(one)
        await _each_open_case_has_one_card_where_its_team_is(one)
        await _end(one)
        left = [text for text in one.texts() if text.startswith(("relayed", "case_card"))]
        assert [text for text in left if "(uten tekst)" not in text] == []


async def _replica(name: str, team: Team, chance: random.Random) -> None:
    """Everything one replica does beside the other."""

    async def kept() -> None:
        team.clock.advance(hours=1)
        await delete_what_is_due(team.store, team.clock, SHORT)

    await asyncio.gather(
        _several(STEPS, lambda number: press(team, chance, f"{name}{number}")),
        _several(STEPS, lambda number: press(team, chance, f"{name}{name}{number}")),
        _several(STEPS // 2, lambda _: unless_collided(team.worker().deliver_due)),
        _several(8, lambda _: unless_collided(lambda: make_rounds(team.store, team.messenger, team.clock))),
        _several(12, lambda _: unless_collided(kept)),
    )


async def _settle(team: Team) -> None:
    for _ in range(3):
        team.clock.advance(minutes=11)
        await make_rounds(team.store, team.messenger, team.clock)
        await team.deliver(10, seconds=31)


async def _each_open_case_has_one_card_where_its_team_is(team: Team) -> None:
    async with team.store.unit_of_work() as uow:
        assert await uow.cases.unreadable() == []
        assert await uow.audit.verify() is None
        link, cases = await uow.channels.of_team("drofting"), await uow.cases.open_in("drofting")
        cards = {case.code: await uow.channels.card_of(case.id) for case in cases}
    for case in cases:
        (seen,) = [one for one in team.cards() if case.code in one.reply.text]
        card = cards[case.code]
        assert card is not None
        assert (card.activity_id, card.place.room, card.version) == (seen.id, link.place.room, case.version)


async def _end(team: Team) -> None:
    """Close every case, and let the time of its text pass."""
    async with team.store.unit_of_work() as uow:
        for case in await uow.cases.open_in("drofting"):
            await uow.cases.save(case.changed(closed_at=team.clock.now(), close_reason="raad_gitt"))
        await uow.commit()
    for _ in range(4):
        team.clock.advance(days=2)
        await delete_what_is_due(team.store, team.clock, SHORT)
        await team.deliver(4)
