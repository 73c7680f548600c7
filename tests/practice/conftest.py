"""A desk where all six municipalities are served, and a newcomer who takes the introduction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.content.course import Course
from bot.domain.conversation import ConversationState
from bot.domain.figures import CourseCount
from bot.domain.reply import Reply
from bot.domain.turn import Person
from bot.turns.library import Library
from bot.turns.one_turn import Turns
from bot.turns.roster import ChannelRoster
from bot.turns.router import Router
from dialogs.start import with_profile
from tests.fakes.knowledge import MUNICIPALITIES, shelf
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock, clock, store
from tests.turns.desk import KARI, Desk, chat

__all__ = ["clock", "school", "store"]


@dataclass
class School(Desk):
    """The desk, with what a newcomer does."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.library = Library(Path("knowledge"), shelf(), MUNICIPALITIES, lambda *_: self.staff, self.clock)
        roster = ChannelRoster(self.messenger, self.clock, self.library.knowledge.texts)
        self.turns = Turns(self.store, Router(), self.library, roster, self.clock)

    @property
    def course(self) -> Course:
        return self.library.knowledge.courses["ny-her"]

    async def works_in(self, municipality: str | None, role: str = "skole", person: Person = KARI) -> None:
        async with self.store.unit_of_work() as uow:
            before = await uow.conversations.get(person, chat(person))
            state = with_profile(before, municipality, role)
            await uow.conversations.save(person, chat(person), state)
            await uow.commit()

    async def start(self, person: Person = KARI) -> list[Reply]:
        """Type «ny her» and press Start."""
        await self.say(person, "ny her")
        return await self.press(person, "course_go_on")

    async def pass_chapter(self, number: int, person: Person = KARI) -> list[Reply]:
        """Ask the question of a chapter and give the right answer."""
        chapter = self.course.chapters[number]
        right = next(one for one in chapter.quiz.choices if one.right)
        await self.press(person, "course_ask", chapter.id)
        return await self.press(person, "course_answer", f"{chapter.id}.{right.id}")

    async def take_course(self, person: Person = KARI) -> list[Reply]:
        """Go through everything without a mistake, and return what the last answer led to."""
        await self.start(person)
        shown: list[Reply] = []
        for number in range(len(self.course.chapters)):
            shown = await self.pass_chapter(number, person)
        return shown

    async def counts(self) -> Sequence[CourseCount]:
        async with self.store.unit_of_work() as uow:
            found: Sequence[CourseCount] = await uow.course_counts.all()
        return found

    async def my_state(self, person: Person = KARI) -> ConversationState:
        return await self.state(person)


@pytest.fixture
async def school(clock: MovableClock) -> School:
    desk = School(FakeStore(clock.now), clock)
    await desk.open()
    return desk
