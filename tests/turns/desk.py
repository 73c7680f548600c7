"""The inside of the bot with the real router and knowledge, a store, and people who say and press things."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.content.team import Team
from bot.domain.case import Case, Member
from bot.domain.conversation import ConversationState
from bot.domain.ports import ChannelLink
from bot.domain.reply import Card, Line, Reply
from bot.domain.roles import OwnerDirectory
from bot.domain.turn import Person, Place, PlaceKind, Pressed, Said, Turn, What
from bot.turns.library import Library
from bot.turns.one_turn import Turns
from bot.turns.roster import ChannelRoster
from bot.turns.router import Router
from bot.turns.turn_answer import TurnAnswer
from dialogs.as_text import all_buttons, as_text
from dialogs.cases.form import submission_of
from dialogs.cases.gate import answer_id
from dialogs.cases.which_case import answer_to
from dialogs.start import with_profile
from tests.fakes.knowledge import shelf
from tests.fakes.messenger import FakeMessenger
from tests.fakes.stores import MovableClock

TEAM = "stjordal/komp_0_18"
KARI = Person("person-kari", "Kari Prøve")
NILS = Person("person-nils", "Nils Prøve")
OLE = Person("member-ole", "Ole Prøve")
SIRI = Person("member-siri", "Siri Prøve")
STRANGER = Person("person-uvedkommende", "Uvedkommende Prøve")
CHANNEL = Place(PlaceKind.CHANNEL, "19:kanal@thread.tacv2", {}, "lag-1", "19:kanal@thread.tacv2")
THREAD = Place(PlaceKind.CHANNEL, "19:kanal@thread.tacv2;messageid=7", {}, "lag-1", "19:kanal@thread.tacv2")
ELSEWHERE = Place(PlaceKind.CHANNEL, "19:annen@thread.tacv2", {}, "lag-2", "19:annen@thread.tacv2")
GROUP = Place(PlaceKind.GROUP, "19:gruppe@thread.v2")
ABOUT = {"age": "10-12", "arena": "skole", "themes": "fravaer", "way": "anonymt"}
WORDS = {
    "seen": "Kommer sent.",
    "child": "Sier lite.",
    "done": "Snakket med hjemmet.",
    "advice_wanted": "Hva prøver vi?",
}
ANSWER = {
    "advice": "Vent litt.",
    "why": "Det hjelper.",
    "role": "lærer",
    "what": "en prat",
    "by": "2099-01-01",
    "come_back": "Om en uke.",
    "own_role": "PPT",
}
ANSWERS = ("my_reply_send", "my_reply_unknown", "my_own_words")
NAMED = WORDS | {"seen": "Jonas kommer sent."}


def chat(person: Person) -> Place:
    return Place(PlaceKind.PERSONAL, f"a:{person.id}", {"service_url": "https://example.invalid"})


@dataclass
class Desk:
    """Everything a test of turns needs."""

    store: Any
    clock: MovableClock
    messenger: FakeMessenger = field(default_factory=FakeMessenger)
    staff: frozenset[str] = frozenset()
    owners: OwnerDirectory | None = None
    numbers: Any = field(default_factory=itertools.count)
    last: TurnAnswer = field(default_factory=TurnAnswer)

    def __post_init__(self) -> None:
        self.messenger.roster = [Member(one.id, one.name) for one in (OLE, SIRI)]
        municipalities = ("stjordal", "melhus")
        self.library = Library(Path("knowledge"), shelf(), municipalities, lambda *_: self.staff, self.clock)
        roster = ChannelRoster(self.messenger, self.clock, self.library.knowledge.texts, self.owners)
        self.turns = Turns(self.store, Router(), self.library, roster, self.clock)

    async def open(self) -> Desk:
        """Connect the team's channel and give the staff their workplace."""
        async with self.store.unit_of_work() as uow:
            await uow.channels.link(ChannelLink(TEAM, CHANNEL, self.clock.now()))
            for person in (KARI, NILS):
                await uow.conversations.save(
                    person, chat(person), with_profile(ConversationState(), "stjordal", "skole")
                )
            await uow.commit()
        return self

    def text(self, key: str, **values: object) -> str:
        return self.library.knowledge.texts(key, **values)

    async def take(self, person: Person, what: What, place: Place | None = None, activity: str = "") -> list[Reply]:
        """Take a turn and return everything that is shown."""
        turn = Turn(activity or f"activity-{next(self.numbers)}", person, place or chat(person), what, self.clock.now())
        self.last = await self.turns.take(turn)
        return list(self.last.shown(turn))

    async def say(self, person: Person, text: str, place: Place | None = None) -> list[Reply]:
        return await self.take(person, Said(text), place)

    async def press(
        self,
        person: Person,
        verb: str,
        id: str = "",
        values: Mapping[str, str] | None = None,
        place: Place | None = None,
        version: int = 1,
    ) -> list[Reply]:
        whole = id if place else await self._whole(person, verb, id)
        return await self.take(person, Pressed(verb, whole, version, values or {}, "card-1"), place)

    async def _whole(self, person: Person, verb: str, id: str) -> str:
        """Return the id as a client has it from the card: buttons of the gate name the case being written, those of
        an answer the question that waits."""
        state = await self.state(person)
        if verb == "case_gate" and "." not in id:
            return answer_id(id, state)
        if verb in ANSWERS and "." not in id:
            return answer_to(await self.case(id), (await self.case(id)).open_question_key)
        return (
            id or submission_of(state)
            if verb in ("case_gate_again", "case_back", "case_cancel", "case_discard")
            else id
        )

    async def push(
        self,
        person: Person,
        shown: Sequence[Reply],
        label: str,
        values: Mapping[str, str] | None = None,
        place: Place | None = None,
    ) -> list[Reply]:
        """Press the button with that label on what is shown, as a client does: with what the button carries."""
        button = next(one for reply in shown for one in all_buttons(reply) if one.title == label)
        carried = dict(button.carries) | dict(values or {})
        return await self.press(person, button.verb, button.id, carried, place, button.version)

    async def to_gate(self, person: Person = KARI, themes: str = "") -> list[Reply]:
        """Go through step 1 of a case."""
        await self.say(person, "drøft en sak")
        await self.press(person, "case_about", values=ABOUT | ({"themes": themes} if themes else {}))
        return await self.press(person, "case_team", "komp_0_18")

    async def to_form(self, person: Person = KARI, themes: str = "") -> list[Reply]:
        """Go through step 1 and 2 of a case."""
        await self.to_gate(person, themes)
        return await self.press(person, "case_gate", "all_no", {"first": "hv_niva_0,hv_niva_1"})

    async def to_confirm(self, person: Person = KARI, themes: str = "") -> list[Reply]:
        """Go through step 1 to 3 of a case, in which nothing is found in the text."""
        await self.to_form(person, themes)
        return await self.press(person, "case_review", values=WORDS)

    async def sent(self, person: Person = KARI, themes: str = "") -> Case:
        """Send a case and return it."""
        shown = await self.to_confirm(person, themes)
        await self.push(person, shown, self.text("case.send"))
        return (await self.cases_of(person))[0]

    async def taken(self) -> Case:
        """Return a case of Kari's that Ole has taken."""
        case = await self.sent()
        await self.press(OLE, "case_claim", case.id, place=CHANNEL)
        return await self.case(case.id)

    async def answered(self) -> Case:
        """Return a case of Kari's that Ole has answered."""
        case = await self.taken()
        await self.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
        return await self.case(case.id)

    async def cases_of(self, person: Person) -> Sequence[Case]:
        async with self.store.unit_of_work() as uow:
            found: Sequence[Case] = await uow.cases.sent_by(person)
        return found

    async def case(self, case_id: str) -> Case:
        async with self.store.unit_of_work() as uow:
            found: Case = await uow.cases.get(case_id)
        return found

    async def state(self, person: Person, place: Place | None = None) -> ConversationState:
        async with self.store.unit_of_work() as uow:
            found: ConversationState = await uow.conversations.get(person, place or chat(person))
        return found

    def words(self, shown: Sequence[Reply]) -> str:
        """Return all that is shown as text."""
        return "\n".join(as_text(reply, self.library.knowledge.texts) for reply in shown)


def every_team_takes_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let cases go to the channel of a team that each unit has its own of too, so that several can be chosen."""
    monkeypatch.setattr(Team, "takes_in_channel", property(lambda team: team.takes_anonymous))
    monkeypatch.setattr(Team, "takes_at_unit", property(lambda _team: False))


def kinds(shown: Sequence[Reply]) -> list[str]:
    """Return the names of the screens; a plain line is `line`."""
    return [reply.kind if isinstance(reply, Card) else "line" for reply in shown]


def carried(shown: Sequence[Reply], verb: str) -> dict[str, str]:
    """Return what the button of what is shown brings along by itself."""
    (button,) = [one for reply in shown for one in all_buttons(reply) if one.verb == verb]
    return dict(button.carries)


def is_line(reply: Reply, text: str) -> bool:
    """Return whether the reply says just that, alone or in the place of a card."""
    return reply.text == text if isinstance(reply, Line) else text in (reply.intro, reply.title)
