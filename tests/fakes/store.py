"""An in-memory store with the same promises as the real one; the contract tests run on both.

`FakeStore().unit_of_work()` gives units; what is committed lies in `FakeStore.data`.
"""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

from bot.domain.case import Case, Status
from bot.domain.conversation import TOUCHED_EVERY, ConversationState
from bot.domain.errors import CaseChanged, CaseNotFound
from bot.domain.evaluation import Answers, Evaluation, EvaluationKind
from bot.domain.evaluation import counted as answer_counts
from bot.domain.figures import CaseCount, CaseFigure, figure_of
from bot.domain.norway import day_of
from bot.domain.on_duty import OnDuty
from bot.domain.outbox import Kind, RowState
from bot.domain.ports import CardPosted, ChannelLink, Requester, TakenIn
from bot.domain.trend import Trend
from bot.domain.turn import Person, Place
from tests.fakes.audit import FakeAudit
from tests.fakes.channels import FakeChannels
from tests.fakes.counts import FakeAnswersShown, FakeCourseCounts, FakeGuideCounts, FakeLeases
from tests.fakes.duties import FakeDuties
from tests.fakes.outbox import FakeOutbox, FakeQueue, FakeRow
from tests.fakes.retention import FakeRetention
from tests.fakes.trends import FakeTrends

TELLING = (Kind.REMINDER, Kind.REQUESTER_NOTICE, Kind.RELAYED_NOTICE)
"""What stands as a new message in the chat of one person, unasked."""


@dataclass
class Data:
    """Everything committed. Plain dictionaries of frozen values, so a shallow copy of each is a snapshot."""

    states: dict[tuple[str, str], tuple[ConversationState, datetime]] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    requesters: dict[str, Requester] = field(default_factory=dict)
    submissions: dict[tuple[str, str], str] = field(default_factory=dict)
    links: dict[str, ChannelLink] = field(default_factory=dict)
    cards: dict[str, CardPosted] = field(default_factory=dict)
    duties: dict[tuple[str, str], OnDuty] = field(default_factory=dict)
    trends: dict[str, Trend] = field(default_factory=dict)
    inbox: dict[tuple[str, str], datetime] = field(default_factory=dict)
    rows: dict[str, FakeRow] = field(default_factory=dict)
    questions: list[tuple[str, str | None, str | None, str, datetime]] = field(default_factory=list)
    votes: list[tuple[str, bool, datetime]] = field(default_factory=list)
    shown: dict[tuple[str, str], int] = field(default_factory=dict)
    leases: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    evaluations: dict[tuple[str, ...], Evaluation] = field(default_factory=dict)
    answer_counts: Counter[tuple[str, str, str, str, str]] = field(default_factory=Counter)
    case_counts: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    to_forget: dict[str, datetime] = field(default_factory=dict)
    course_counts: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    guide_counts: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    admin_chats: dict[str, tuple[Person, Place]] = field(default_factory=dict)
    editor_chats: dict[str, tuple[Person, Place]] = field(default_factory=dict)
    remembered: dict[str, str] = field(default_factory=dict)
    audit: list[tuple[str, datetime, str, str]] = field(default_factory=list)

    def snapshot(self) -> Data:
        return Data(**{name: value.copy() for name, value in vars(self).items()})


class FakeRemembered:
    def __init__(self, kept: dict[str, str]) -> None:
        self.kept = kept

    async def of(self, name: str) -> str | None:
        return self.kept.get(name)

    async def keep(self, name: str, text: str) -> None:
        self.kept[name] = text


class FakeConversations:
    def __init__(self, data: Data, now: Callable[[], datetime]) -> None:
        self.data = data
        self.now = now

    async def get(self, person: Person, place: Place) -> ConversationState:
        kept = self.data.states.get((person.id, place.conversation_id))
        return kept[0] if kept else ConversationState()

    async def save(self, person: Person, place: Place, state: ConversationState) -> None:
        self.data.states[person.id, place.conversation_id] = (state, self.now())

    async def forget(self, person: Person) -> int:
        states = [key for key in self.data.states if key[0] == person.id]
        for state_key in states:
            del self.data.states[state_key]
        to_them = f"person:{person.pseudonym}"
        rows = [key for key, kept in self.data.rows.items() if kept.row.item.conversation == to_them]
        for row_key in rows:
            del self.data.rows[row_key]
        chats = [kept.pop(person.id, None) for kept in (self.data.admin_chats, self.data.editor_chats)]
        duties = FakeDuties(self.data.duties).forget(person.id)
        return len(states) + len(rows) + duties + sum(chat is not None for chat in chats)


class FakeCases:
    def __init__(self, data: Data) -> None:
        self.data = data
        self.destroyed: set[str] = set()
        self.saved: set[str] = set()

    async def add(self, case: Case, requester: Requester, submission_id: str) -> Case:
        submission = (requester.person.id, submission_id)
        if submission in self.data.submissions:
            return self.data.cases[self.data.submissions[submission]]
        self.data.submissions[submission] = case.id
        self.data.cases[case.id] = case
        self.data.requesters[case.id] = requester
        return case

    async def of_submission(self, person: Person, submission_id: str) -> Case | None:
        made = self.data.submissions.get((person.id, submission_id))
        return self.data.cases[made] if made else None

    async def get(self, case_id: str) -> Case:
        if case_id not in self.data.cases:
            raise CaseNotFound
        return self.data.cases[case_id]

    async def hold(self, case_id: str) -> None:
        """Units of this store come one by one."""

    async def save(self, case: Case) -> None:
        before = await self.get(case.id)
        if case.version != before.version + 1:
            raise CaseChanged(code=case.code)
        self.data.cases[case.id] = without_text(case) if case.id in self.destroyed else case
        self.saved.add(case.id)

    async def figures(self) -> Sequence[CaseFigure]:
        return [figure_of(case) for case in sorted(self.data.cases.values(), key=lambda case: case.created_at)]

    async def counted(self) -> Sequence[CaseCount]:
        return [CaseCount(*where, number) for where, number in sorted(self.data.case_counts.items())]

    async def forget_sender(self, person: Person, at: datetime) -> None:
        for key, sent in self.data.requesters.items():
            if sent.person.id == person.id:
                self.data.to_forget[key] = at

    async def code_exists(self, code: str) -> bool:
        return any(case.code == code for case in self.data.cases.values())

    async def by_code(self, code: str) -> Case:
        found = [case for case in self.data.cases.values() if case.code == code]
        if not found:
            raise CaseNotFound
        return found[0]

    async def sent_by(self, person: Person) -> Sequence[Case]:
        own = [self.data.cases[key] for key, sent in self.data.requesters.items() if sent.person.id == person.id]
        return sorted(own, key=lambda case: case.created_at, reverse=True)

    async def ids_sent_by(self, person: Person) -> Sequence[str]:
        return [case.id for case in await self.sent_by(person)]

    async def number_sent_by(self, person: Person, since: datetime) -> int:
        return sum(case.created_at > since for case in await self.sent_by(person))

    async def ids_open_in(self, team: str) -> Sequence[str]:
        return [case.id for case in await self.open_in(team)]

    async def open_in(self, team: str) -> Sequence[Case]:
        closed = (Status.CLOSED, Status.WITHDRAWN)
        found = [case for case in self.data.cases.values() if case.team == team and case.status not in closed]
        return sorted(found, key=lambda case: case.created_at)

    async def hold_open(self, team: str) -> None:
        """Units of this store come one by one."""

    async def closed_in(self, team: str) -> Sequence[Case]:
        over = (Status.CLOSED, Status.WITHDRAWN)
        found = [case for case in self.data.cases.values() if case.team == team and case.status in over]
        kept = [case for case in found if case.text_deleted_at is None]
        return sorted(kept, key=lambda case: case.created_at, reverse=True)

    async def unreadable(self) -> Sequence[str]:
        return []

    async def answer_times(self, team: str, since: datetime) -> Sequence[tuple[datetime, datetime]]:
        own = [case for case in self.data.cases.values() if case.team == team]
        return [(one.created_at, one.answered_at) for one in own if one.answered_at and one.answered_at >= since]

    async def requester_of(self, case_id: str) -> Requester | None:
        return self.data.requesters.get(case_id)

    async def reach_requester_at(self, case_id: str, place: Place) -> None:
        before = self.data.requesters.get(case_id)
        if before is not None and before.place != place:
            is_same_chat = before.place.conversation_id == place.conversation_id
            receipt_id = before.receipt_id if is_same_chat else ""
            self.data.requesters[case_id] = replace(before, place=place, receipt_id=receipt_id)

    async def destroy_text(self, case_id: str) -> None:
        self.destroyed.add(case_id)
        if case_id in self.data.cases:
            self.data.cases[case_id] = without_text(self.data.cases[case_id])

    def before_commit(self) -> None:
        for case_id in (self.destroyed - self.saved) & set(self.data.cases):
            self.data.cases[case_id] = self.data.cases[case_id].changed()


def without_text(case: Case) -> Case:
    return replace(case, text=None, messages=(), answer=None, close_reason="")


class FakeInbox:
    def __init__(self, data: Data, conversations: FakeConversations) -> None:
        self.data, self.conversations = data, conversations

    async def take_in(self, activity_id: str, person: Person, place: Place, at: datetime) -> TakenIn | None:
        key = (place.conversation_id, activity_id)
        if key in self.data.inbox:
            return None
        self.data.inbox[key] = at
        own = {f"requester:{case}" for case, sent in self.data.requesters.items() if sent.person.id == person.id}
        parked = (kept.row.item for kept in self.data.rows.values() if kept.row.state is RowState.PARKED)
        theirs = {*own, f"person:{person.pseudonym}"}
        unreached, kept = any(one.conversation in theirs for one in parked), await self.conversations.get(person, place)
        _, kept_at = self.data.states.get((person.id, place.conversation_id), (None, at))
        is_long_ago = kept_at < at - TOUCHED_EVERY
        return TakenIn(kept, bool(own), self._is_told_since(own, person, place), unreached, is_long_ago)

    def _is_told_since(self, own: set[str], person: Person, place: Place) -> bool:
        _, kept_at = self.data.states.get((person.id, place.conversation_id), (None, None))
        told = (row for row in self.data.rows.values() if row.row.state is RowState.DELIVERED)
        theirs = {*own, f"person:{person.pseudonym}"}
        to_them = (row for row in told if row.row.item.conversation in theirs and row.row.item.kind in TELLING)
        return kept_at is not None and any(row.finished_at and row.finished_at > kept_at for row in to_them)


class FakeQuestions:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def add(self, text: str, municipality: str | None, role: str | None, kind: str, at: datetime) -> None:
        self.data.questions.append((text, municipality, role, kind, at))

    async def vote(self, article: str, useful: bool, at: datetime) -> None:
        self.data.votes.append((article, useful, at))


class FakeEvaluations:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def keep(self, evaluation: Evaluation, by: Person) -> None:
        about = evaluation.code or f"{evaluation.team} {day_of(evaluation.at).year} {by.id}"
        self.data.evaluations[evaluation.kind, about] = evaluation

    async def is_kept(self, kind: EvaluationKind, code: str) -> bool:
        return (kind, code) in self.data.evaluations

    async def of_team(self, team: str, year: int) -> Answers:
        own = answer_counts(
            one for one in self.data.evaluations.values() if one.team == team and day_of(one.at).year == year
        )
        for (of, in_year, kind, question, answer), number in self.data.answer_counts.items():
            if (of, in_year) == (team, str(year)):
                own[EvaluationKind(kind), question, answer] += number
        return own


class FakeStaffChats:
    def __init__(self, chats: dict[str, tuple[Person, Place]]) -> None:
        self.chats = chats

    async def keep(self, person: Person, place: Place) -> None:
        self.chats[person.id] = (person, place)

    async def forget(self, person: Person) -> None:
        self.chats.pop(person.id, None)

    async def all(self) -> Sequence[tuple[Person, Place]]:
        return [chat for _, chat in sorted(self.chats.items())]


class FakeUnitOfWork:
    """One commit in memory."""

    def __init__(self, store: FakeStore | None = None) -> None:
        self.store = store or FakeStore()
        self._use(self.store.data)

    def _use(self, data: Data) -> None:
        for part in self.__dict__.keys() & PARTS.keys():  # made anew when they are asked for
            del self.__dict__[part]
        self.data = data

    def __getattr__(self, name: str) -> Any:
        """Make a part when it is asked for: a year is some ten thousand units that use two or three of them each."""
        if name not in PARTS:
            raise AttributeError(name)
        self.__dict__[name] = made = PARTS[name](self)
        return made

    async def __aenter__(self) -> Self:
        await self.store.writing.acquire()
        self._use(self.store.data.snapshot())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._use(self.store.data)
        self.store.writing.release()

    async def commit(self) -> None:
        self.cases.before_commit()
        self.store.data = self.data


PARTS: Mapping[str, Callable[[FakeUnitOfWork], Any]] = {
    "conversations": lambda uow: FakeConversations(uow.data, uow.store.now),
    "cases": lambda uow: FakeCases(uow.data),
    "channels": lambda uow: FakeChannels(uow.data.links, uow.data.cards),
    "on_duty": lambda uow: FakeDuties(uow.data.duties),
    "trends": lambda uow: FakeTrends(uow.data.trends),
    "outbox": lambda uow: FakeOutbox(uow.data.rows, uow.store.added),
    "inbox": lambda uow: FakeInbox(uow.data, uow.conversations),
    "questions": lambda uow: FakeQuestions(uow.data),
    "answers_shown": lambda uow: FakeAnswersShown(uow.data.shown),
    "leases": lambda uow: FakeLeases(uow.data.leases),
    "evaluations": lambda uow: FakeEvaluations(uow.data),
    "course_counts": lambda uow: FakeCourseCounts(uow.data.course_counts),
    "guide_counts": lambda uow: FakeGuideCounts(uow.data.guide_counts),
    "admin_chats": lambda uow: FakeStaffChats(uow.data.admin_chats),
    "editor_chats": lambda uow: FakeStaffChats(uow.data.editor_chats),
    "remembered": lambda uow: FakeRemembered(uow.data.remembered),
    "queue": lambda uow: FakeQueue(uow.data.rows),
    "retention": lambda uow: FakeRetention(uow.data),
    "audit": lambda uow: FakeAudit(uow.data.audit),
}
"""The repositories of a unit, by name."""


class FakeStore:
    """Keeps everything in memory until it is thrown away."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.data = Data()
        self.now = now
        self.writing = asyncio.Lock()
        self.added = asyncio.Event()
        self._turns: defaultdict[tuple[str, str], asyncio.Lock] = defaultdict(asyncio.Lock)

    def unit_of_work(self, by: Person | None = None) -> FakeUnitOfWork:
        return FakeUnitOfWork(self)

    @asynccontextmanager
    async def one_turn(self, person: Person, place: Place) -> AsyncIterator[None]:
        async with self._turns[person.id, place.conversation_id]:
            yield

    async def wait_for_rows(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self.added.wait()
        except TimeoutError:
            return
        self.added.clear()

    async def erase_traces(self) -> None:
        """Memory leaves none."""

    async def close(self) -> None:
        """Nothing to close."""
