"""What the inside needs from the outside: a store, a way to send, a clock. What keeps one kind of thing stands with
that thing (`Outbox` in `outbox.py`, `Trends` in `trend.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self

from bot.domain.case import Case, Member
from bot.domain.conversation import ConversationState
from bot.domain.evaluation import Evaluations
from bot.domain.figures import CaseCount, CaseFigure, CourseCounts, GuideCounts
from bot.domain.on_duty import Duties
from bot.domain.outbox import Outbox
from bot.domain.published import AnswersShown, Editions, Questions
from bot.domain.reply import Reply
from bot.domain.trend import Trends
from bot.domain.turn import Person, Place
from bot.domain.upkeep_ports import Audit, Leases, OutboxQueue, Remembered, Retention


class Clock(Protocol):
    """The time, so that tests and the terminal chat can move it."""

    def now(self) -> datetime:
        """Return the time now, with zone."""


@dataclass(frozen=True)
class Requester:
    """Who sent a case and where they can be reached. Only the relay to the requester reads this."""

    person: Person
    place: Place
    receipt_id: str = ""
    """The message in their chat that became the receipt, with a copy of the text; empty when it is not known."""


@dataclass(frozen=True)
class ChannelLink:
    """The channel a consultation team works in, and whether the bot can reach it."""

    team: str
    place: Place
    connected_at: datetime  # first, wherever: one that comes later gets no figures of the month before
    problem: str = ""
    """Text key of what is wrong (removed, archived, deleted); empty when it works."""


@dataclass(frozen=True)
class CardPosted:
    """The card of a case in the channel."""

    case_id: str
    place: Place
    activity_id: str
    version: int


class Conversations(Protocol):
    """What is kept between turns, one row per person and place."""

    async def get(self, person: Person, place: Place) -> ConversationState:
        """Return the state, or a new one."""

    async def save(self, person: Person, place: Place, state: ConversationState) -> None:
        """Keep the state."""

    async def forget(self, person: Person) -> int:
        """Delete everything kept about the person; return how many things there were."""


class Cases(Protocol):
    """All cases."""

    async def add(self, case: Case, requester: Requester, submission_id: str) -> Case:
        """Keep a new case. With a `submission_id` seen before, the case it made is returned and nothing is added."""

    async def get(self, case_id: str) -> Case:
        """Return the case; raises CaseNotFound."""

    async def hold(self, case_id: str) -> None:
        """Lock the case until the unit ends. Before rows about it are changed, or two units may wait for each other."""

    async def save(self, case: Case) -> None:
        """Keep the case if nobody changed it since it was read (version - 1); raises CaseChanged."""

    async def code_exists(self, code: str) -> bool:
        """Return whether a case has that code."""

    async def by_code(self, code: str) -> Case:
        """Return the case with that code; raises CaseNotFound."""

    async def of_submission(self, person: Person, submission_id: str) -> Case | None:
        """Return the case the person's press of the send button made; None when there was none."""

    async def sent_by(self, person: Person) -> Sequence[Case]:
        """Return the person's own cases, newest first."""

    async def ids_sent_by(self, person: Person) -> Sequence[str]:
        """Return which cases the person has sent, also those that cannot be opened."""

    async def number_sent_by(self, person: Person, since: datetime) -> int:
        """Return how many cases the person has sent since then, also those that cannot be opened."""

    async def ids_open_in(self, team: str) -> Sequence[str]:
        """Return which of the team's cases are not over, also those that cannot be opened."""

    async def open_in(self, team: str) -> Sequence[Case]:
        """Return the team's cases that are not closed or withdrawn, oldest first."""

    async def hold_open(self, team: str) -> None:
        """Hold the team's cases that are not over: a unit that changes several holds them all before the first."""

    async def closed_in(self, team: str) -> Sequence[Case]:
        """Return the team's cases that are closed or withdrawn and still have text, newest first."""

    async def unreadable(self) -> Sequence[str]:
        """Return the codes of the cases that cannot be opened, although their text is not deleted."""

    async def answer_times(self, team: str, since: datetime) -> Sequence[tuple[datetime, datetime]]:
        """Return when the team's cases answered since then were sent and answered."""

    async def figures(self) -> Sequence[CaseFigure]:
        """Return every case as a figure: fixed choices and dates, nothing else."""

    async def counted(self) -> Sequence[CaseCount]:
        """Return what is left of the cases that are deleted."""

    async def requester_of(self, case_id: str) -> Requester | None:
        """Return who sent the case; None once the link is deleted."""

    async def reach_requester_at(self, case_id: str, place: Place) -> None:
        """Keep this chat as the one in which who sent the case is reached. What stands in another chat is let go of."""

    async def forget_sender(self, person: Person, at: datetime) -> None:
        """Note that the person asked to be forgotten: the links to their cases go soon after each case is over."""

    async def destroy_text(self, case_id: str) -> None:
        """Destroy the key of the case's text, so that no copy or backup can be read."""

    async def empty_unreadable(self, case_id: str, at: datetime) -> Case:
        """Delete the text of a case that cannot be opened, for good, and its key; return what is left of the case."""


class Channels(Protocol):
    """Which channel belongs to which consultation team, and the cards in it."""

    async def of_team(self, team: str, *, stays: bool = False) -> ChannelLink | None:
        """Return the team's channel; with `stays` it is not given up before the unit ends."""

    async def at(self, place: Place, *, to_unlink: bool = False) -> Sequence[ChannelLink]:
        """Return the teams that work in this channel; `to_unlink` waits for those who need it to stay."""

    async def all(self) -> Sequence[ChannelLink]:
        """Return every connected channel."""

    async def link(self, link: ChannelLink) -> None:
        """Connect, or change, a team's channel."""

    async def note_problem(self, link: ChannelLink, problem: str) -> bool:
        """Note what is wrong with the channel (nothing: it works again); False when the link has changed meanwhile."""

    async def reach_at(self, link: ChannelLink, place: Place) -> bool:
        """Keep how the channel of the link is reached now; False when the team has another one, or none, meanwhile."""

    async def unlink(self, team: str) -> None:
        """Forget which channel the team has."""

    async def card_of(self, case_id: str) -> CardPosted | None:
        """Return the card of the case."""

    async def case_of_card(self, activity_id: str) -> str | None:
        """Return the id of the case whose card the message is now."""

    async def keep_card(self, card: CardPosted) -> None:
        """Remember where the card is and which version it shows. A card kept before with another id is retired."""

    async def retire_card(self, case_id: str) -> None:
        """Remember that the card is gone from the channel, so that the case has none."""


@dataclass(frozen=True)
class TakenIn:
    """What is kept of somebody whose message has come."""

    conversation: ConversationState
    has_cases: bool
    """Whether the person has sent a case that is still linked to them."""
    is_told_since: bool = False
    """Whether a reminder or news of a case was delivered to the person after the conversation was kept."""
    has_unreached: bool = False
    """Whether something about one of their cases was given up on its way to them."""
    is_long_ago: bool = False
    """Whether the conversation was kept so long ago that it is kept anew, changed or not."""


class Inbox(Protocol):
    """Ids of what Teams has delivered, because it delivers again."""

    async def take_in(self, activity_id: str, person: Person, place: Place, at: datetime) -> TakenIn | None:
        """Note the id and return what is kept of the person; None when it was noted before."""


class StaffChats(Protocol):
    """Where administrators (or, in a table of their own, editors) are told what needs a person."""

    async def keep(self, person: Person, place: Place) -> None:
        """Remember the chat, in place of an earlier one."""

    async def forget(self, person: Person) -> None:
        """Forget the chat of somebody who is neither any more."""

    async def all(self) -> Sequence[tuple[Person, Place]]:
        """Return everybody of them who has written to the bot, with their chat."""


class UnitOfWork(Protocol):
    """One commit. Leaving without `commit` rolls back."""

    @property
    def conversations(self) -> Conversations:
        """What is kept between turns."""

    @property
    def cases(self) -> Cases:
        """The cases."""

    @property
    def channels(self) -> Channels:
        """Connected channels and the cards in them."""

    @property
    def on_duty(self) -> Duties:
        """Who has duty in which team."""

    @property
    def trends(self) -> Trends:
        """What teams have told the samordningsteam."""

    @property
    def outbox(self) -> Outbox:
        """What must reach somebody."""

    @property
    def inbox(self) -> Inbox:
        """What Teams has delivered."""

    @property
    def questions(self) -> Questions:
        """Unanswered questions and votes."""

    @property
    def answers_shown(self) -> AnswersShown:
        """How often answers are shown."""

    @property
    def leases(self) -> Leases:
        """Work that only one replica does at a time."""

    @property
    def evaluations(self) -> Evaluations:
        """What people answered about the help they got."""

    @property
    def course_counts(self) -> CourseCounts:
        """How many have finished a course."""

    @property
    def guide_counts(self) -> GuideCounts:
        """How often guides are begun and where they end."""

    @property
    def admin_chats(self) -> StaffChats:
        """Where administrators can be told something."""

    @property
    def editor_chats(self) -> StaffChats:
        """Where editors can be told something."""

    @property
    def editions(self) -> Editions:
        """What editors have published."""

    @property
    def remembered(self) -> Remembered:
        """What work on the knowledge must know the next time."""

    @property
    def queue(self) -> OutboxQueue:
        """The outbox as the worker sees it."""

    @property
    def retention(self) -> Retention:
        """What is to be deleted when."""

    @property
    def audit(self) -> Audit:
        """Who did what, without content."""

    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    async def commit(self) -> None:
        """Make everything since entering permanent, all or nothing."""


class StoreAway(Exception):
    """The database is away, cut off or busy. Trying again does no harm: what was committed is known by its id."""


class StoreCollided(StoreAway):
    """Two commits wanted the same in another order, and the database gave this one up. Done again, it goes through."""


class Store(Protocol):
    """Where everything is kept. A unit is short: no waiting for the network inside it, no second unit inside it."""

    def unit_of_work(self, by: Person | None = None) -> UnitOfWork:
        """Return a new unit, to be entered with `async with`; `by` is who does it, for the audit trail."""

    def one_turn(self, person: Person, place: Place) -> AbstractAsyncContextManager[None]:
        """Hold the conversation for one turn, also against other replicas; others wait in line."""

    async def wait_for_rows(self, seconds: float) -> None:
        """Return when this process has added an outbox row, at the latest after `seconds`."""

    async def erase_traces(self) -> None:
        """Make sure that deleted bytes are gone from files beside the database. Not inside a unit."""


class Messenger(Protocol):
    """The way out to Teams. Raises only SendError (bot.domain.sending)."""

    async def send(self, place: Place, reply: Reply, *, marker: str = "", reply_to: str | None = None) -> str | None:
        """Send and return the activity id (None when Teams gives none). `marker` lets `find` see it again."""

    async def update(self, place: Place, activity_id: str, reply: Reply) -> None:
        """Replace what was sent."""

    async def delete(self, place: Place, activity_id: str) -> None:
        """Take back what was sent."""

    async def find(self, place: Place, marker: str) -> str | None:
        """Return the activity id of what carries the marker; None when it is not there. Raises CannotLook."""

    async def members(self, place: Place) -> Sequence[Member]:
        """Return the roster of the channel."""

    async def open_personal(self, place: Place, member: Member) -> Place:
        """Return the 1:1 chat with a member of the team that `place` belongs to."""
