"""What is deleted when its time is up, and what the nightly check compares. Must not decide when that is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.domain.published import month_of
from bot.store.audit import SqlAudit
from bot.store.cases import requester_key
from bot.store.conversations import SqlConversations
from bot.store.database import Run
from bot.store.moments import to_number


class SqlRetention:
    """Deleting and comparing in the database."""

    def __init__(self, run: Run, conversations: SqlConversations, audit: SqlAudit) -> None:
        self._run = run
        self._conversations = conversations
        self._audit = audit
        self.forgot_any = False
        """Whether something was deleted in this unit, so that traces beside the database must go too."""

    async def closed_with_text(self, before: datetime) -> Sequence[str]:
        """Return ids of cases that ended before that time and whose text is not deleted for good."""
        return await self._ids("closed_with_text", before=to_number(before))

    async def closed_with_requester(self, before: datetime) -> Sequence[str]:
        """Return ids of cases that ended before that time and whose requester is still known."""
        return await self._ids("closed_with_requester", before=to_number(before))

    async def forget_requester(self, case_id: str) -> None:
        """Delete the link between a case and the person who sent it, and what was to be told them."""
        await self._run("destroy_case_key", case_id=requester_key(case_id))
        await self._run("forget_requester", case_id=case_id)
        await self._run("delete_submissions_of_case", case_id=case_id)
        await self._run("delete_rows_to", conversation=f"requester:{case_id}")
        self.forgot_any = True

    async def delete_idle_conversations(self, before: datetime) -> int:
        """Empty what is under way in conversations nobody has touched since; profiles and concerns stay."""
        return await self._conversations.empty_idle(before)

    async def delete_old_drafts(self, before: datetime) -> int:
        """Delete drafts of cases and danger heard, from that time or before, also where somebody has written since."""
        return await self._conversations.drop_drafts(before)

    async def delete_inbox(self, before: datetime) -> int:
        """Delete ids of what Teams delivered before that time."""
        return len(await self._run("delete_inbox", before=to_number(before)))

    async def delete_finished_rows(self, before: datetime) -> int:
        """Delete outbox rows delivered or cancelled before that time."""
        return len(await self._run("delete_finished_rows", before=to_number(before)))

    async def delete_audit(self, before: datetime) -> int:
        """Delete the oldest part of the audit trail; what is left can still be verified."""
        return await self._audit.prune(before)

    async def delete_questions(self, before: datetime) -> int:
        """Delete questions people asked before that time."""
        gone = len(await self._run("delete_old_questions", before=to_number(before)))
        self.forgot_any = self.forgot_any or bool(gone)
        return gone

    async def delete_counts(self, before: datetime) -> int:
        """Delete thumbs given, and counts of shown answers of months, before that time."""
        votes = await self._run("delete_old_votes", before=before.date().isoformat())
        return len(votes) + len(await self._run("delete_old_shown", before=month_of(before)))

    async def cases_without_card(self, before: datetime) -> Sequence[str]:
        """Return ids of open cases with neither a card nor a row that will post one."""
        return await self._ids("cases_without_card", before=to_number(before))

    async def cards_without_case(self) -> Sequence[str]:
        """Return case ids of cards whose case does not exist."""
        return await self._ids("cards_without_case")

    async def _ids(self, name: str, **values: Any) -> list[str]:
        return [row[0] for row in await self._run(name, **values)]
