"""One commit: everything a use case reads and changes, or nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from bot.domain.turn import Person
from bot.store.answers_shown import SqlAnswersShown
from bot.store.audit import SqlAudit
from bot.store.cases import SqlCases
from bot.store.channels import SqlChannels
from bot.store.conversations import SqlConversations
from bot.store.course_counts import SqlCourseCounts
from bot.store.database import Database, Rows, Run, Transaction
from bot.store.editions import SqlEditions
from bot.store.evaluations import SqlEvaluations
from bot.store.guide_counts import SqlGuideCounts
from bot.store.inbox import SqlInbox
from bot.store.keys import Keys
from bot.store.leases import SqlLeases
from bot.store.on_duty import SqlDuties
from bot.store.outbox import SqlOutbox, SqlOutboxQueue
from bot.store.questions import SqlQuestions
from bot.store.remembered import SqlRemembered
from bot.store.retention import SqlRetention
from bot.store.staff_chats import SqlStaffChats
from bot.store.trends import SqlTrends


class UnitNotOpen(RuntimeError):
    """A unit of work was used before it was entered or after it was committed. Enter a new one with `async with`."""


class SqlUnitOfWork:
    """A unit of work in a SQL database. May be entered again after it is left; never twice at once."""

    conversations: SqlConversations
    cases: SqlCases
    channels: SqlChannels
    on_duty: SqlDuties
    trends: SqlTrends
    outbox: SqlOutbox
    inbox: SqlInbox
    questions: SqlQuestions
    answers_shown: SqlAnswersShown
    leases: SqlLeases
    evaluations: SqlEvaluations
    course_counts: SqlCourseCounts
    guide_counts: SqlGuideCounts
    admin_chats: SqlStaffChats
    editor_chats: SqlStaffChats
    editions: SqlEditions
    remembered: SqlRemembered
    queue: SqlOutboxQueue
    retention: SqlRetention
    audit: SqlAudit

    def __init__(
        self,
        database: Database,
        keys: Keys,
        now: Callable[[], datetime],
        actor: Person | None,
        after_commit: Callable[[], None],
    ) -> None:
        self._database = database
        self._after_commit = after_commit
        self._entered: AbstractAsyncContextManager[Transaction] | None = None
        self._transaction: Transaction | None = None
        self._has_deleted = False
        self._keys, self._now, self._actor = keys, now, actor

    def __getattr__(self, name: str) -> Any:
        """Make a part when it is first asked for: a turn needs few of them."""
        make = _PARTS.get(name)
        if make is None:
            raise AttributeError(name)
        part = make(self._run, self._keys, self)
        setattr(self, name, part)
        return part

    async def __aenter__(self) -> Self:
        if self._entered is not None:
            raise UnitNotOpen(UnitNotOpen.__doc__)
        self._entered = self._database.transaction(commit=False)
        try:
            self._transaction = await self._entered.__aenter__()
        except BaseException:
            self._entered = None
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        entered, self._entered, self._transaction = self._entered, None, None
        self._let_go_of_parts()
        if entered is not None:
            await entered.__aexit__(kind, error, trace)
        if self._has_deleted:
            self._has_deleted = False
            await self._database.erase_traces()

    def _let_go_of_parts(self) -> None:
        """Part with the parts: what they have kept is not met again, and a unit and its parts, which know each other,
        would stay until garbage is looked for, which is once in a thousand turns."""
        for name in self.__dict__.keys() & _PARTS.keys():
            del self.__dict__[name]

    async def commit(self) -> None:
        """Make everything since entering permanent; the unit can't be used after that."""
        used = self.__dict__
        if "cases" in used:
            await self.cases.before_commit()
        if self._transaction is None:
            raise UnitNotOpen(UnitNotOpen.__doc__)
        await self._transaction.commit()
        self._transaction = None
        self._has_deleted = any(getattr(used[name], deleted) for name, deleted in _DELETE if name in used)
        if "outbox" in used and self.outbox.added_any:
            self._after_commit()

    async def _run(self, name: str, **values: Any) -> Rows:
        if self._transaction is None:
            raise UnitNotOpen(UnitNotOpen.__doc__)
        return await self._transaction(name, **values)


_Make = Callable[[Run, Keys, SqlUnitOfWork], object]
_PARTS: Mapping[str, _Make] = {
    "conversations": lambda run, keys, unit: SqlConversations(run, keys, unit._now),
    "cases": lambda run, keys, unit: SqlCases(run, keys, unit.audit, unit._now, unit._actor),
    "channels": lambda run, keys, unit: SqlChannels(run, keys, unit._now),
    "on_duty": lambda run, keys, _: SqlDuties(run, keys),
    "trends": lambda run, keys, _: SqlTrends(run, keys),
    "outbox": lambda run, keys, unit: SqlOutbox(run, keys, unit._now),
    "inbox": lambda run, keys, unit: SqlInbox(run, keys, unit.conversations),
    "questions": lambda run, keys, _: SqlQuestions(run, keys),
    "answers_shown": lambda run, _, __: SqlAnswersShown(run),
    "leases": lambda run, _, __: SqlLeases(run),
    "evaluations": lambda run, keys, _: SqlEvaluations(run, keys),
    "course_counts": lambda run, _, __: SqlCourseCounts(run),
    "guide_counts": lambda run, _, __: SqlGuideCounts(run),
    "admin_chats": lambda run, keys, _: SqlStaffChats(run, keys, "admin"),
    "editor_chats": lambda run, keys, _: SqlStaffChats(run, keys, "editor"),
    "editions": lambda run, keys, _: SqlEditions(run, keys),
    "remembered": lambda run, keys, _: SqlRemembered(run, keys),
    "queue": lambda run, keys, _: SqlOutboxQueue(run, keys),
    "retention": lambda run, _, unit: SqlRetention(run, unit.conversations, unit.audit),
    "audit": lambda run, keys, _: SqlAudit(run, keys),
}
"""How each part of a unit is made."""
_DELETE = (
    ("cases", "destroyed_any"),
    ("conversations", "forgot_any"),
    ("retention", "forgot_any"),
    ("on_duty", "ended_any"),
)
"""The parts that may delete something, and what tells whether they did."""
