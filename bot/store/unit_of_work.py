"""One commit: everything a use case reads and changes, or nothing of it."""

from __future__ import annotations

from collections.abc import Callable
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
from bot.store.database import Database, Rows, Transaction
from bot.store.editions import SqlEditions
from bot.store.evaluations import SqlEvaluations
from bot.store.guide_counts import SqlGuideCounts
from bot.store.inbox import SqlInbox
from bot.store.keys import Keys
from bot.store.leases import SqlLeases
from bot.store.on_duty import SqlDuties
from bot.store.outbox import SqlOutbox, SqlOutboxQueue
from bot.store.questions import SqlQuestions
from bot.store.retention import SqlRetention
from bot.store.staff_chats import SqlStaffChats


class UnitNotOpen(RuntimeError):
    """A unit of work was used before it was entered or after it was committed. Enter a new one with `async with`."""


class SqlUnitOfWork:
    """A unit of work in a SQL database. May be entered again after it is left; never twice at once."""

    conversations: SqlConversations
    cases: SqlCases
    channels: SqlChannels
    on_duty: SqlDuties
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
        self._has_deleted, self._is_used = False, False
        run, self.audit = self._run, SqlAudit(self._run, keys)
        self._fill(run, keys, now, actor)

    def _fill(self, run: Any, keys: Keys, now: Callable[[], datetime], actor: Person | None) -> None:
        self._keep = (run, keys, now, actor)
        self.conversations = SqlConversations(run, keys, now)
        self.cases = SqlCases(run, keys, self.audit, now, actor)
        self.channels = SqlChannels(run, keys, now)
        self.on_duty = SqlDuties(run, keys)
        self.outbox = SqlOutbox(run, keys, now)
        self.inbox = SqlInbox(run, keys, self.conversations)
        self.questions = SqlQuestions(run, keys)
        self.answers_shown = SqlAnswersShown(run)
        self.leases = SqlLeases(run)
        self.evaluations = SqlEvaluations(run, keys)
        self.course_counts = SqlCourseCounts(run)
        self.guide_counts = SqlGuideCounts(run)
        self.admin_chats = SqlStaffChats(run, keys, "admin")
        self.editor_chats = SqlStaffChats(run, keys, "editor")
        self.editions = SqlEditions(run, keys)
        self.queue = SqlOutboxQueue(run, keys)
        self.retention = SqlRetention(run, self.conversations, self.audit)

    async def __aenter__(self) -> Self:
        if self._entered is not None:
            raise UnitNotOpen(UnitNotOpen.__doc__)
        if self._is_used:  # what the last commit left in its parts is not to be met again
            self._fill(*self._keep)
        self._is_used = True
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
        if entered is not None:
            await entered.__aexit__(kind, error, trace)
        if self._has_deleted:
            self._has_deleted = False
            await self._database.erase_traces()

    async def commit(self) -> None:
        """Make everything since entering permanent; the unit can't be used after that."""
        await self.cases.before_commit()
        if self._transaction is None:
            raise UnitNotOpen(UnitNotOpen.__doc__)
        await self._transaction.commit()
        self._transaction = None
        deleted = (self.cases.destroyed_any, self.conversations.forgot_any, self.retention.forgot_any)
        self._has_deleted = any((*deleted, self.on_duty.ended_any))
        if self.outbox.added_any:
            self._after_commit()

    async def _run(self, name: str, **values: Any) -> Rows:
        if self._transaction is None:
            raise UnitNotOpen(UnitNotOpen.__doc__)
        return await self._transaction(name, **values)
