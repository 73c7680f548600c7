"""The shape of every dialog: a handler turns one thing that happened into a Step. Does nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import Enum, auto
from functools import cached_property
from typing import Literal

from bot.anonymise import Anonymiser
from bot.answers.acute import AcuteDetector
from bot.answers.index import AnswerIndex
from bot.answers.neglect import NeglectSigns
from bot.answers.own_danger import OwnDanger
from bot.content.knowledge import Knowledge
from bot.content.problem import Problem
from bot.content.profile import MunicipalityProfile
from bot.content.texts import Texts
from bot.content.versions import Files
from bot.content.versions_check import Checked
from bot.domain.case import Member
from bot.domain.commands import Command
from bot.domain.conversation import UNUSED_FOR, ConversationState
from bot.domain.files import Carried
from bot.domain.norway import day_of
from bot.domain.outcomes import Outcome
from bot.domain.published import Edition
from bot.domain.reply import Reply
from bot.domain.roles import UNCHECKED, Ownership
from bot.domain.turn import Pressed, Turn

ACUTE_CARD = "acute"
"""Kind of the card about danger: it goes before everything else that is shown."""
GO_ON = "acute_go_on"
"""The verb of the button of that card that goes on with what it came in the way of."""
NOT_ACUTE = "not_acute"
"""In a dialog's data: the kinds of danger the person has seen the acute card for and said that it is not acute."""


@dataclass(frozen=True)
class Step:
    """A decision: what to show, what to remember, what to have done."""

    replies: Sequence[Reply] = ()
    state: ConversationState | None = None
    """The new state; None = unchanged."""
    commands: Sequence[Command] = ()
    """Performed after this step, in one commit with the state; each outcome goes to the dialog's `told`, which may ask
    for more."""
    replaces: Reply | None = None
    """What the pressed card turns into: a form with its errors, the case as it now is. Where the client cannot replace
    a card (typed, Submit), it is sent as a new message."""
    collapses_to: str = ""
    """One line the pressed card folds into, such as «Du svarte: Nei»; left out where a card cannot be replaced."""

    keeps_card: bool = False
    """Whether the pressed card stays as it is, with all that is shown below it: something is written on it."""

    def below(self, first: Sequence[Reply]) -> Step:
        """Return the step with all it shows as new messages below the first ones."""
        shown = (*([self.replaces] if self.replaces is not None else []), *self.replies)
        return replace(self, replies=(*first, *shown), replaces=None)


@dataclass(frozen=True)
class Looked:
    """What the door said about an editor's draft (looked up before the commit)."""

    checked: Checked
    number: int
    """The edition it was held against: a newer one makes the look worthless."""
    newer: Sequence[Edition] = ()
    """What others have published since the draft was begun, newest first."""
    clashes: Sequence[str] = ()
    """Files that both the draft and somebody else changed."""
    effects: Sequence[str] = ()
    """What would change for the development questions, one readable line each."""
    notes: tuple[tuple[str, str], ...] = ()
    """What must be remembered about the folder when the first edition is published."""
    left_behind: Sequence[Problem] = ()
    """Teams that have a channel and would take no cases there any more."""


@dataclass(frozen=True)
class Around:
    """What a dialog may look at besides the turn and the state. All of it read-only."""

    knowledge: Knowledge
    """Guides, profiles, articles, texts: for a conversation under way, the versions it is pinned to."""
    answers: AnswerIndex
    acute: AcuteDetector
    anonymiser: Anonymiser
    now: datetime
    municipalities: Sequence[str]
    """The municipalities this installation serves, in the order they are offered."""
    neglect: NeglectSigns = field(default_factory=NeglectSigns)
    own_danger: OwnDanger = field(default_factory=OwnDanger)
    staff_roles: frozenset[str] = field(default_factory=frozenset)
    """What the person is besides staff: `owner` (of the team in Teams), `editor` or `editor:<kommune>`, `leader`,
    `admin`."""
    has_cases: bool = True
    """Whether the person may have sent a case; a list of them is asked for with `ListMyCases`."""
    is_told_since: bool = False
    """Whether they were told something unasked since they last wrote: a reminder, or how it goes with a case."""
    members: Sequence[Member] = field(default=(), repr=False)
    """Who is on the roster of the channel the turn comes from; empty elsewhere."""
    case_named: str = ""
    """Id of the case whose code was typed in the channel of its team."""
    is_roster_away: bool = False
    """Whether Teams could not tell who is on the roster of the channel the turn comes from."""
    ownership: Ownership = Ownership.CANNOT_ASK
    """Whether the person owns the channel the turn comes from; a step asks for it with `AskOwnership`."""
    channel_problem: str = ""
    """Text key of what a self-check of this channel found; only filled in while a channel is being connected."""
    files: Files = field(default_factory=dict, repr=False)
    """The knowledge files in use, as they stand."""
    edition: int = 0
    """Number of the published edition in use; 0 = the folder, nothing is published yet."""
    looked: Looked | None = None
    """The check of an editor's draft; only filled in when a step has asked for it with `CheckDraft`."""
    carried: Carried | None = None
    """A file that was fetched or handed over; only filled in when a step has asked for it."""
    unused: timedelta = UNUSED_FOR
    """How long profile and concerns of somebody who does not write any more are kept."""

    @cached_property
    def today(self) -> date:
        """Return which day it is in Norway."""
        return day_of(self.now)

    @property
    def text(self) -> Texts:
        """Return the bot's own sentences."""
        return self.knowledge.texts

    @property
    def unused_for(self) -> str:
        """Return how long what is not used is kept, in words."""
        years, days = divmod(self.unused.days, 365)
        return self.text("common.days", number=self.unused.days) if days else self.text("common.years", number=years)

    def refusal(self, text_key: str) -> str:
        """Return why somebody may not: the reason named, or that their role could not be checked just now."""
        return self.text("library.roles_unchecked" if UNCHECKED in self.staff_roles else text_key)

    def written_in(self, standard: str) -> Around:
        """Return the same with the sentences in that written standard."""
        known = self.knowledge.written_in(standard)
        return self if known is self.knowledge else replace(self, knowledge=known)

    def municipality(self, state: ConversationState) -> MunicipalityProfile | None:
        """Return the profile of the person's municipality, once chosen and still served."""
        chosen = state.profile.municipality
        return self.knowledge.profiles.get(chosen) if chosen is not None and chosen in self.municipalities else None


Handler = Callable[[Turn, Pressed, ConversationState, Around], Step]
"""Answers one button (or its typed label or number)."""
Begin = Callable[[Turn, ConversationState, Around], Step]
"""Begins what the menu leads to."""
Listener = Callable[[Turn, str, ConversationState, Around], Step | None]
"""Answers free text while the dialog has the floor; None = not for me, let the router go on."""
Teller = Callable[[Turn, Outcome, ConversationState, Around], Step]
"""Tells what came of a command."""


class Typed(Enum):
    """How much of a button's title must be typed for the button to be pressed."""

    NEARLY = auto()
    """It only shows something, asks back before it counts, or is easily done again: a part of the title, the title with
    a typing error or asked with a question mark is enough."""
    WHOLE = auto()
    """It does something: the whole title or its number."""
    TITLE = auto()
    """A bare number is not enough: it is meant for what was read last, and that may be about another case."""
    SURE = auto()
    """It cannot be taken back: the whole title, and a bare yes, no or doubt is answered with what must be typed."""


@dataclass(frozen=True)
class Verb:
    """A button: what it does, and all that may be done about it in words. What is not said here, it may not."""

    handler: Handler
    typed: Typed
    is_command: bool = False
    """Whether the words in texts `commands.<verb>` press it, wherever the buttons of its dialog may be pressed."""
    means: Literal["", "yes", "yes_alone", "no", "no_at_all"] = ""
    """The bare answer that means it: `yes` where it stands first and asks whether to go on, `yes_alone` where besides
    no other of its kind is offered, `no` where no suggestion fits; `no_at_all`, a no in any words, where nothing is
    then deleted."""
    sends: Literal["", "words", "answer", "text"] = ""
    """What it sends to the team that has the case, or looks over first: the words on the card (by a press only), a few
    words in answer, or a whole text."""
    goes_on: bool = False
    """Whether it leads on to what is under way."""
    is_answer: bool = False
    """Whether it is an answer of the guide or the introduction, which know the words of their own answers."""
    is_for_all: bool = False
    """Whether it works everywhere and for everybody: the two doors and what they lead to, which show no case."""
    is_heard_before: bool = False
    """Whether it only carries on what was heard for danger when it was written, with words of ours put in."""
    in_channel: Literal["", "meant", "help"] = ""
    """`meant`: a team presses it by the words in texts `commands.team_<verb>`; `help`: its command, typed in a channel,
    is answered with what there is in a channel."""
    asked_beside: str = ""
    """Where it may be asked for in words: the verb of the way out that then stands last beside it."""

    def through(self, guard: Callable[[Handler], Handler]) -> Verb:
        """Return the same button with its handler put through a guard."""
        return replace(self, handler=guard(self.handler))


@dataclass(frozen=True)
class Dialog:
    """One dialog: its name (which may have the floor), its buttons by verb, its ear, and how it tells outcomes."""

    name: str
    verbs: Mapping[str, Verb]
    listens: Listener | None = None
    told: Mapping[type[Command], Teller] = field(default_factory=dict)
    refused: Mapping[type[Command], Teller] = field(default_factory=dict)
    """What is shown below the refusal of a command, so that who is refused knows what to do instead."""
    place: str = "personal"
    """Where its buttons may be pressed: `personal`, `channel` or `both`."""
