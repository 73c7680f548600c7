"""People who talk with one replica of the bot: through the real router, dialogs, store and desk."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.domain.conversation import ConversationState
from bot.domain.reply import Reply
from bot.domain.turn import Person, Place, PlaceKind, Pressed, Said, Turn, What
from bot.turns.one_turn import Turns
from bot.turns.roster import ChannelRoster
from bot.turns.router import Router
from dialogs.as_text import all_buttons, as_text, inputs_of
from dialogs.start import with_profile
from tests.editors.conftest import Replica
from tests.fakes.messenger import FakeMessenger
from tests.fakes.stores import MovableClock

_numbers = itertools.count(1)


@dataclass
class Chat:
    """One person's chat with one replica. Remembers what is shown, as a client does."""

    replica: Replica
    person: Person
    clock: MovableClock
    shown: list[Reply] = field(default_factory=list)
    files: Any = None

    @property
    def place(self) -> Place:
        return Place(PlaceKind.PERSONAL, f"a:{self.person.id}")

    async def works_in(self, municipality: str, role: str = "skole") -> Chat:
        async with self.replica.store.unit_of_work(self.person) as uow:
            state = with_profile(ConversationState(), municipality, role)
            await uow.conversations.save(self.person, self.place, state)
            await uow.commit()
        return self

    async def say(self, text: str) -> str:
        return await self.take(Said(text))

    async def push(self, label: str, values: Mapping[str, str] | None = None) -> str:
        """Press the newest button with that label; every field of its card goes along, as in Teams."""
        for reply in reversed(self.shown):
            button = next((one for one in all_buttons(reply) if one.title.startswith(label)), None)
            if button is None:
                continue
            fields = {one.id: one.value for one in inputs_of(getattr(reply, "blocks", ()))}
            sent = (fields if button.submits_inputs else {}) | dict(button.carries) | dict(values or {})
            return await self.take(Pressed(button.verb, button.id, button.version, sent, "card"))
        raise AssertionError(f"no button {label!r} on what is shown:\n{self.words()}")

    async def take(self, what: What) -> str:
        library = self.replica.library
        roster = ChannelRoster(FakeMessenger(), self.clock, library.knowledge.texts)
        turns = Turns(self.replica.store, Router(), library, roster, self.clock, self.replica.desk, self.files)
        turns.shown = self.replica.shown
        turn = Turn(f"turn-{next(_numbers)}", self.person, self.place, what, self.clock.now())
        self.shown = list((await turns.take(turn)).shown(turn))
        return self.words()

    def words(self, shown: Sequence[Reply] | None = None) -> str:
        texts = self.replica.library.knowledge.texts
        return "\n".join(as_text(reply, texts) for reply in (self.shown if shown is None else shown))
