"""The real guides, profiles, texts and sources, and a person walking through them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from bot.answers.result import SearchResult
from bot.content.guide_file import load_guides
from bot.content.knowledge import Knowledge
from bot.content.profile_file import load_profiles
from bot.content.source import load_sources
from bot.content.texts import load_texts
from bot.domain.commands import Command
from bot.domain.conversation import Concern, ConversationState, Profile
from bot.domain.reply import Button, Reply
from bot.domain.turn import Person, Place, PlaceKind, Pressed, Said, Turn
from bot.turns.last_shown import remember_shown
from dialogs.as_text import all_buttons, as_text
from dialogs.dialog import Around, Step
from dialogs.guide.dialog import GUIDE, card_of, start_guide
from dialogs.guide.sitting import Sitting, sit_down
from tests.fakes.knowledge import MUNICIPALITIES

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
MONDAY = datetime(2026, 12, 7, 13, 10, tzinfo=UTC)
PERSON = Person("testperson", "Oppdiktet Ansatt")
PLACE = Place(PlaceKind.PERSONAL, "samtale")


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The real content, without the articles (guides only name them)."""
    guides, kept = load_guides(KNOWLEDGE)
    return Knowledge(
        articles={},
        sources=load_sources(KNOWLEDGE),
        guides=guides,
        profiles=load_profiles(KNOWLEDGE),
        texts=load_texts(KNOWLEDGE),
        version="test",
        kept_guides=kept,
    )


class FindsNothing:
    """A search of no articles."""

    def search(self, question: str, **_: object) -> SearchResult:
        """Return that nothing is known."""
        return SearchResult("unknown")


@pytest.fixture(scope="session")
def around(knowledge: Knowledge) -> Around:
    """Monday afternoon, all six municipalities served. The search finds nothing; guides never ask the anonymiser."""
    nothing, no_answers = cast(Any, None), cast(Any, FindsNothing())
    return Around(knowledge, no_answers, nothing, nothing, MONDAY, MUNICIPALITIES)


@dataclass
class Walker:
    """A member of staff in a chat with the guide: types or presses, and remembers what was shown."""

    around: Around
    state: ConversationState
    shown: tuple[Button, ...] = ()
    said: str = ""
    commands: tuple[Command, ...] = ()

    def take(self, step: Step | None) -> str:
        """Take what the dialog decided, and return it as text."""
        assert step is not None
        self.state = remember_shown(step, step.state or self.state, self.around.now)
        self.commands += tuple(step.commands)
        replies: list[Reply] = [*step.replies, *([step.replaces] if step.replaces else [])]
        for reply in replies:
            self.shown = tuple(all_buttons(reply)) or self.shown
        self.said = "\n".join(as_text(reply, self.around.text) for reply in replies)
        return self.said

    def start(self, guide: str = "bekymring") -> str:
        """Start a guide."""
        return self.take(start_guide(self.state, self.around, guide))

    def press(self, label: str, values: Mapping[str, str] | None = None) -> str:
        """Press the button with that label."""
        button = next(one for one in self.shown if one.title == label)
        return self.press_verb(button.verb, button.id, values)

    def press_verb(self, verb: str, target: str = "", values: Mapping[str, str] | None = None) -> str:
        """Press a button that may not be on the last card; `k1` stands for the first concern that was begun."""
        known, _, rest = target.partition(".")
        first = next((one.id for one in self.state.concerns if one.id.startswith(f"{known}-")), known)
        pressed = Pressed(verb, f"{first}.{rest}" if "." in target else first, 0, values or {})
        return self.take(GUIDE.verbs[verb].handler(self._turn(pressed), pressed, self.state, self.around))

    def type(self, words: str) -> str | None:
        """Type free text; None when the guide leaves it to others."""
        assert GUIDE.listens is not None
        step = GUIDE.listens(self._turn(Said(words)), words, self.state, self.around)
        return None if step is None else self.take(step)

    def answer_all(self, answers: Mapping[str, Any]) -> str:
        """Press the answer of each step in turn; checklists get their fields."""
        for step_id, answer in answers.items():
            concern = self.state.concern()
            assert concern is not None
            if isinstance(answer, str):
                self.press_verb("guide_answer", f"{concern.id}.{step_id}.{answer}")
            else:
                values = {key: value if isinstance(value, str) else ",".join(value) for key, value in answer.items()}
                self.press_verb("guide_answer", f"{concern.id}.{step_id}", values)
        return self.said

    @property
    def sitting(self) -> Sitting:
        """Return where the person is."""
        concern = self.state.concern()
        assert concern is not None
        sitting = sit_down(concern, self.state, self.around)
        assert sitting is not None
        return sitting

    @property
    def place(self) -> str:
        """Return the step or outcome the person is at."""
        return self.sitting.walk.place

    def _turn(self, what: Any) -> Turn:
        return Turn("aktivitet", PERSON, PLACE, what, self.around.now)


@pytest.fixture
def walker(around: Around) -> Walker:
    """A teacher in Stjørdal."""
    return walker_in(around, "stjordal", "skole")


def walker_in(around: Around, municipality: str | None, role: str | None = "skole") -> Walker:
    """Return a member of staff with that municipality and role."""
    return Walker(around, ConversationState(profile=Profile(municipality, role)))


def shown_after(
    around: Around, municipality: str | None, role: str | None, guide: str, answers: Mapping[str, Any]
) -> str:
    """Return the card a person sees after the answers, as text."""
    state = ConversationState(profile=Profile(municipality, role))
    pinned = around.knowledge.guides[guide].version
    concern = Concern("k1", "Sak Blå", guide, pinned, tuple(answers.items()))
    sitting = sit_down(concern, state, around)
    assert sitting is not None
    return as_text(card_of(replace(sitting)), around.text)
