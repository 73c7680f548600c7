"""What is deleted when its time is up, and what the hourly check compares. Must not decide when that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from bot.domain.evaluation import counted as answer_counts
from bot.domain.figures import SMALLEST, figure_of
from bot.domain.figures import counted as case_counts
from bot.domain.outbox import LEFT
from bot.domain.published import month_of
from bot.store.audit import SqlAudit
from bot.store.case_row import from_plain
from bot.store.cases import requester_key
from bot.store.conversations import SqlConversations
from bot.store.database import Run
from bot.store.evaluations import form_of
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

    async def over_and_to_be_forgotten(self, before: datetime) -> Sequence[str]:
        """Return ids of cases whose requester asked to be forgotten, that were over by then or ended before that
        time."""
        return await self._ids("over_and_to_be_forgotten", before=to_number(before))

    async def waits_for_requester(self, case_id: str, now: datetime, given_up: datetime) -> bool:
        """Return whether something that is due has not reached the requester, and was not given up by that time."""
        times = {"now": to_number(now), "given_up": to_number(given_up)}
        return bool(await self._run("waits_for_requester", conversation=f"requester:{case_id}", **times))

    async def forget_requester(self, case_id: str) -> bool:
        """Delete the link between a case and the person who sent it, and what was to be told them; return whether there
        was one: of several replicas only one deletes it."""
        was_known = bool(await self._run("forget_requester", case_id=case_id))
        await self._run("destroy_case_key", case_id=requester_key(case_id))
        await self._run("delete_submissions_of_case", case_id=case_id)
        await self._run("delete_rows_to", conversation=f"requester:{case_id}")
        self.forgot_any = True
        return was_known

    async def delete_idle_conversations(self, before: datetime) -> int:
        """Empty what is under way in conversations nobody has touched since; profiles and concerns stay."""
        return await self._conversations.empty_idle(before)

    async def delete_old_drafts(self, before: datetime) -> int:
        """Delete drafts of cases and danger heard, from that time or before, also where somebody has written since."""
        return await self._conversations.drop_drafts(before)

    async def delete_unused_conversations(self, before: datetime) -> int:
        """Delete conversations nobody has touched since, with profile and concerns."""
        gone = len(await self._run("delete_unused_conversations", before=to_number(before)))
        self.forgot_any = self.forgot_any or bool(gone)
        return gone

    async def delete_inbox(self, before: datetime) -> int:
        """Delete ids of what Teams delivered before that time."""
        return len(await self._run("delete_inbox", before=to_number(before)))

    async def delete_finished_rows(self, before: datetime) -> int:
        """Delete outbox rows delivered or cancelled before that time."""
        return len(await self._run("delete_finished_rows", before=to_number(before)))

    async def give_up_on_chats(self, before: datetime) -> int:
        """Delete what was to be emptied, from that time or before, in chats of people who are forgotten."""
        gone = len(await self._run("give_up_on_chats", lane=f"{LEFT}%", before=to_number(before)))
        self.forgot_any = self.forgot_any or bool(gone)
        return gone

    async def give_up_on_reminders(self, before: datetime) -> int:
        """Delete reminders that nobody has let go again since that time: they name who they were for."""
        gone = len(await self._run("give_up_on_reminders", before=to_number(before)))
        self.forgot_any = self.forgot_any or bool(gone)
        return gone

    async def delete_ended_duties(self, today: date) -> int:
        """Delete who had duty to the end of a day before today."""
        gone = len(await self._run("delete_ended_duties", today=today.isoformat()))
        self.forgot_any = self.forgot_any or bool(gone)
        return gone

    async def delete_audit(self, before: datetime) -> int:
        """Delete the oldest part of the audit trail; what is left can still be verified."""
        return await self._audit.prune(before)

    async def delete_questions(self, before: datetime) -> int:
        """Delete questions people asked before that time."""
        gone = len(await self._run("delete_old_questions", before=to_number(before)))
        self.forgot_any = self.forgot_any or bool(gone)
        return gone

    async def delete_trends(self, before: date) -> int:
        """Delete what teams told the samordningsteam before that day."""
        gone = len(await self._run("delete_old_trends", before=before.isoformat()))
        self.forgot_any = self.forgot_any or bool(gone)
        return gone

    async def delete_counts(self, before: datetime) -> int:
        """Delete thumbs given, and counts of shown answers of months, before that time."""
        votes = await self._run("delete_old_votes", before=before.date().isoformat())
        return len(votes) + len(await self._run("delete_old_shown", before=month_of(before)))

    async def count_and_delete_cases(self, text_before: datetime, sent_before: datetime) -> int:
        """Count and delete cases; return how many. Deleting gives each back once, so that no two replicas count it."""
        times = {"text_before": to_number(text_before), "sent_before": to_number(sent_before)}
        rows = await self._run("delete_cases", **times)
        for case_id, *_ in rows:
            await self._run("delete_cards", case_id=case_id)
            await self._run("delete_rows_about", case_id=case_id)
            await self._run("destroy_case_key", case_id=case_id)
        for one in case_counts(figure_of(from_plain(row)) for row in rows):
            where = {"municipality": one.municipality, "year": one.year, "kind": one.group, "group_name": one.name}
            await self._run("count_cases", number=one.number, **where)
        self.forgot_any = self.forgot_any or bool(rows)
        return len(rows)

    async def count_and_delete_evaluations(self, before: datetime) -> int:
        """Count and delete forms; return how many. One that is filled in once more after that counts once more."""
        times = {"before": before.date().isoformat(), "year_before": f"{before:%Y}-01-01"}
        rows = await self._run("delete_evaluations", **times)
        counts: Counter[tuple[str, ...]] = Counter()
        for team, *row in rows:
            form = form_of(team, *row)
            counts += Counter({(team, f"{form.at:%Y}", *answer): 1 for answer in answer_counts([form])})
        for (team, year, kind, question, answer), number in sorted(counts.items()):
            what = {"kind": kind, "question": question, "answer": answer, "number": number}
            await self._run("count_answers", team=team, year=year, **what)
        self.forgot_any = self.forgot_any or bool(rows)
        return len(rows)

    async def drop_small_counts(self, year: str) -> None:
        """Delete what was counted of cases and forms before that year, where it is too little to be shown."""
        for name in ("drop_small_case_counts", "drop_small_answer_counts"):
            await self._run(name, year=year, smallest=SMALLEST)

    async def cases_without_card(self, before: datetime) -> Sequence[str]:
        """Return ids of open cases with neither a card nor a row that will post one."""
        return await self._ids("cases_without_card", before=to_number(before))

    async def cards_without_case(self) -> Sequence[str]:
        """Return case ids of cards whose case does not exist."""
        return await self._ids("cards_without_case")

    async def _ids(self, name: str, **values: Any) -> list[str]:
        return [row[0] for row in await self._run(name, **values)]
