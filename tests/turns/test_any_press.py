"""Whatever a button claims to be: old, tampered, from another place or made up, it is answered and it is harmless."""

from __future__ import annotations

import asyncio
import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies

from bot.domain.case import AGE_BANDS, Case
from bot.domain.turn import Person, Place, Pressed, Said
from dialogs.verbs import VERBS as ALL
from tests.each import each
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.fakes.times import times
from tests.turns.desk import (
    ABOUT,
    CHANNEL,
    ELSEWHERE,
    GROUP,
    KARI,
    NILS,
    OLE,
    SIRI,
    STRANGER,
    TEAM,
    THREAD,
    WORDS,
    Desk,
    chat,
)

VERBS = (*sorted(ALL), "menu_worried", "menu_submit", "menu_where", "menu_", "menu_xyz", "", "__")
FIELDS = (
    *ABOUT,
    *WORDS,
    "keep",
    "shown",
    "reason",
    "first",
    "duty_fare_na",
    "text",
    "reply",
    "question",
    "advice",
    "why",
)
FIELDS = (
    *FIELDS,
    "role",
    "what",
    "by",
    "come_back",
    "own_role",
    "more",
    "team",
    "kommune",
    "rolle",
    "asked",
    "urgency",
)
GIVEN = ("", "ja", "nei", "skole", "anonymt", "child", "stjordal", "2026-12-14", "i morgen", "given", TEAM, *AGE_BANDS)
GIVEN = (
    *GIVEN,
    "Jonas bor på Skatval, ring 412 34 567",
    "Far slår barnet",
    "x" * 5000,
    "{who}",
    "{0}",
    "**<at>*",
    "\x00\n",
)

verbs = strategies.sampled_from(VERBS)
values = strategies.dictionaries(
    strategies.sampled_from(FIELDS), strategies.sampled_from(GIVEN) | strategies.text(max_size=30), max_size=12
)
ids = strategies.sampled_from(
    (
        "",
        "case",
        "other",
        "0",
        "../../x",
        "komp_0_18",
        "all_no",
        "bekymring",
        "meldeplikt-naar",
        "' OR 1=1",
        "k1.fare_na.nei",
    )
) | strategies.text(max_size=20)
people = strategies.sampled_from((KARI, NILS, OLE, SIRI, STRANGER))
rooms = strategies.sampled_from(("chat", "channel", "thread", "elsewhere", "group"))
ROOMS = {"channel": CHANNEL, "thread": THREAD, "elsewhere": ELSEWHERE, "group": GROUP}
presses = strategies.tuples(people, rooms, verbs, ids, strategies.integers(-5, 10), values)


def _place(room: str, person: Person) -> Place:
    return chat(person) if room == "chat" else ROOMS[room]


class World:
    """A desk with one case of Kari's and one of Nils', put back as it was before each example."""

    def __init__(self) -> None:
        self.clock = MovableClock()
        self.desk = Desk(FakeStore(self.clock.now), self.clock)
        asyncio.run(self._begin())
        self.start = self.desk.store.data

    async def _begin(self) -> None:
        await self.desk.open()
        self.kari, self.nils = await self.desk.sent(KARI), await self.desk.sent(NILS)

    def again(self) -> Desk:
        store = FakeStore(self.clock.now)
        store.data = self.start.snapshot()
        return Desk(store, self.clock, numbers=itertools.count(10_000))

    def case_id(self, named: str) -> str:
        return {"case": self.kari.id, "other": self.nils.id}.get(named, named)


@pytest.fixture(scope="module")
def world() -> World:
    return World()


async def _act(desk: Desk, world: World, steps: list[Any]) -> None:
    for person, room, verb, named, version, given_values in steps:
        pressed = Pressed(verb, world.case_id(named), version, given_values, "card-1")
        assert await desk.take(person, pressed, _place(room, person)), f"silence after {verb}"


QUICK = settings(
    max_examples=times(150),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@QUICK
@given(steps=strategies.lists(presses, min_size=1, max_size=6))
@example(steps=[(KARI, "chat", "my_add_send", "case", 1, {"text": "Jonas"})])
def test_no_button_whatever_it_claims_breaks_the_bot_or_is_met_with_silence(world: World, steps: list[Any]) -> None:
    asyncio.run(_act(world.again(), world, steps))


@QUICK
@given(steps=strategies.lists(presses, min_size=1, max_size=5))
def test_a_stranger_never_changes_or_sees_a_case(world: World, steps: list[Any]) -> None:
    desk = world.again()
    steps = [(STRANGER, *rest) for _, *rest in steps]
    asyncio.run(_act(desk, world, steps))
    assert desk.store.data.cases == world.start.cases
    assert not _seen_by(STRANGER, desk, world.kari)


@QUICK
@given(steps=strategies.lists(presses, min_size=1, max_size=5))
def test_staff_never_change_each_others_cases_and_never_act_for_the_team(world: World, steps: list[Any]) -> None:
    desk = world.again()
    asyncio.run(_act(desk, world, [(NILS, *rest) for _, *rest in steps]))
    assert desk.store.data.cases[world.kari.id] == world.kari
    assert desk.store.data.cases[world.nils.id].claimed_by is None
    assert not _seen_by(NILS, desk, world.kari)


def _seen_by(person: Person, desk: Desk, case: Case) -> bool:
    """Return whether the person's chat or the channel shows them the case (their last card is remembered)."""
    kept = [state for (who, _), (state, _) in desk.store.data.states.items() if who == person.id]
    return any(button.title == case.code for state in kept for button in state.shown)


@QUICK
@given(said=strategies.text(max_size=300), person=people, room=rooms)
def test_nothing_that_can_be_typed_breaks_the_bot_or_is_met_with_silence(
    world: World, said: str, person: Person, room: str
) -> None:
    desk = world.again()
    assert asyncio.run(desk.take(person, Said(said), _place(room, person)))


@each("verb", VERBS)
def test_each_button_with_nothing_on_it_is_answered_everywhere(world: World, verb: str) -> None:
    for room in ("chat", *ROOMS):
        for person in (KARI, OLE, STRANGER):
            asyncio.run(_act(world.again(), world, [(person, room, verb, "", 0, {})]))
