"""Who sends faster than the bot answers is told so, and keeps nobody else waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from bot import main
from bot.domain.reply import Line, Reply
from bot.domain.turn import Installed, Person, Pressed, Said, Searched, Turn, What
from bot.turns.turn_answer import TurnAnswer
from bot.turns.waiting_turns import MOST_WAITING
from tests.fakes.knowledge import shelf
from tests.fakes.times import times
from tests.turns.desk import CHANNEL, KARI, NILS, chat

TOO_MANY = shelf().knowledge.texts("common.too_many")


class Slow:
    """The inside of a bot whose turns all wait until they are let go."""

    def __init__(self) -> None:
        self.let_go, self.taken = asyncio.Event(), 0
        self.library = SimpleNamespace(knowledge=shelf().knowledge)
        self.turns = self
        self.take_turn = main._take(self)  # type: ignore[arg-type]

    async def take(self, turn: Turn) -> TurnAnswer:
        self.taken += 1
        await self.let_go.wait()
        return TurnAnswer((Line("svar"),))

    async def send(self, what: What, person: Person = KARI, **changes: Any) -> list[Reply]:
        """Return what is shown of one turn."""
        shown: list[Reply] = []

        async def send(replies: Sequence[Reply]) -> None:
            shown.extend(replies)

        at: Any = None
        await self.take_turn(replace(Turn("a", person, chat(person), what, at), **changes), send)
        return shown


@pytest.fixture
async def full() -> Any:
    """A bot for which Kari has as many turns waiting as anybody may have."""
    slow = Slow()
    waiting = [asyncio.create_task(slow.send(Said(f"{number}"))) for number in range(MOST_WAITING)]
    await asyncio.sleep(0)
    yield slow
    slow.let_go.set()
    assert await asyncio.gather(*waiting) == [[Line("svar")]] * MOST_WAITING


async def test_what_comes_beyond_is_not_read_and_its_sender_is_told_once_where_to_call(full: Slow) -> None:
    shown = [await full.send(Said("enda en")) for _ in range(3)]
    assert shown == [[Line(TOO_MANY)], [], []]
    assert full.taken == MOST_WAITING
    assert "112" in TOO_MANY


async def test_who_presses_or_searches_is_told_each_time(full: Slow) -> None:
    for what in (Pressed("case_send"), Searched("plikt"), Pressed("menu")):
        assert await full.send(what) == [Line(TOO_MANY)]


async def test_it_counts_wherever_they_write_and_nobody_else_is_turned_away(full: Slow) -> None:
    assert await full.send(Said("her også"), place=CHANNEL) == [Line(TOO_MANY)]
    other = asyncio.create_task(full.send(Said("hei"), NILS))
    place = asyncio.create_task(full.send(Installed()))
    await asyncio.sleep(0)
    assert full.taken == MOST_WAITING + 2
    full.let_go.set()
    assert await other == await place == [Line("svar")]


async def test_when_the_line_is_empty_they_are_read_again_and_told_anew_the_next_time(full: Slow) -> None:
    assert await full.send(Said("en for mye")) == [Line(TOO_MANY)]
    full.let_go.set()
    await asyncio.sleep(0.01)
    assert await full.send(Said("nå")) == [Line("svar")]
    full.let_go.clear()
    again = [asyncio.create_task(full.send(Said("x"))) for _ in range(MOST_WAITING)]
    await asyncio.sleep(0)
    assert await full.send(Said("en for mye igjen")) == [Line(TOO_MANY)]
    full.let_go.set()
    await asyncio.gather(*again)


async def test_of_a_thousand_messages_at_once_only_so_many_stand_in_line(full: Slow) -> None:
    await asyncio.gather(*(full.send(Said("x" * 1000)) for _ in range(times(1000))))
    assert full.taken == MOST_WAITING
