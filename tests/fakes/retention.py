"""What is deleted when its time is up, in memory: a part of `tests.fakes.store`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from bot.domain.case import Case
from bot.domain.evaluation import Evaluation, EvaluationKind
from bot.domain.evaluation import counted as answer_counts
from bot.domain.figures import SMALLEST, figure_of
from bot.domain.figures import counted as case_counts
from bot.domain.norway import day_of
from bot.domain.outbox import LEFT, Kind, RowState
from bot.domain.published import month_of
from tests.fakes.duties import FakeDuties
from tests.fakes.outbox import FINISHED
from tests.fakes.trends import FakeTrends


class FakeRetention:
    def __init__(self, data: Any) -> None:
        self.data = data

    async def closed_with_text(self, before: datetime) -> Sequence[str]:
        return [case.id for case in self.data.cases.values() if _ended(case, before) and not case.text_deleted_at]

    async def closed_with_requester(self, before: datetime) -> Sequence[str]:
        return [
            case.id for case in self.data.cases.values() if _ended(case, before) and case.id in self.data.requesters
        ]

    async def over_and_to_be_forgotten(self, before: datetime) -> Sequence[str]:
        asked = [(self.data.cases[key], at) for key, at in self.data.to_forget.items() if key in self.data.requesters]
        over = ((case.id, case.ended_at, at) for case, at in asked)
        return [key for key, ended_at, at in over if ended_at and (ended_at < at or ended_at < before)]

    async def waits_for_requester(self, case_id: str, now: datetime, given_up: datetime) -> bool:
        to_them = [kept for kept in self.data.rows.values() if kept.row.item.conversation == f"requester:{case_id}"]
        due = [kept for kept in to_them if kept.row.state not in FINISHED and kept.row.item.due_at <= now]
        return any(kept.row.state is not RowState.PARKED or kept.parked_at > given_up for kept in due)

    async def count_and_delete_cases(self, text_before: datetime, sent_before: datetime) -> int:
        waiting = {kept.row.item.case_id for kept in self.data.rows.values() if kept.row.state not in FINISHED}
        old = [one for one in self.data.cases.values() if one.text_deleted_at and one.text_deleted_at < text_before]
        gone = [
            one for one in old if one.created_at < sent_before and one.id not in waiting | set(self.data.requesters)
        ]
        for one in case_counts(map(figure_of, gone)):
            self.data.case_counts[one.municipality, one.year, one.group, one.name] += one.number
        for case in gone:
            del self.data.cases[case.id]
            self.data.cards.pop(case.id, None)
            for key in [key for key, kept in self.data.rows.items() if kept.row.item.case_id == case.id]:
                del self.data.rows[key]
        return len(gone)

    async def count_and_delete_evaluations(self, before: datetime) -> int:
        def is_old(one: Evaluation) -> bool:
            in_years = one.kind is EvaluationKind.YEAR
            return one.at.year < before.year if in_years else one.at.date() < before.date()

        old = {key: one for key, one in self.data.evaluations.items() if is_old(one)}
        for key, one in old.items():
            del self.data.evaluations[key]
            for kind, question, answer in answer_counts([one]):
                self.data.answer_counts[one.team, str(day_of(one.at).year), kind, question, answer] += 1
        return len(old)

    async def drop_small_counts(self, year: str) -> None:
        cases, answers = self.data.case_counts, self.data.answer_counts
        for where in [where for where, number in cases.items() if where[1] < year and number < SMALLEST]:
            del cases[where]
        forms: Counter[tuple[str, ...]] = Counter()
        for of, number in answers.items():
            forms[of[:4]] += number
        for of in [of for of in answers if of[1] < year and forms[of[:4]] < SMALLEST]:
            del answers[of]

    async def forget_requester(self, case_id: str) -> bool:
        was_known = self.data.requesters.pop(case_id, None) is not None
        for key, kept in list(self.data.rows.items()):
            if kept.row.item.conversation == f"requester:{case_id}":
                del self.data.rows[key]
        return was_known

    async def delete_idle_conversations(self, before: datetime) -> int:
        states = self.data.states
        idle = {key: kept for key, kept in states.items() if kept[1] < before and kept[0].emptied(before) != kept[0]}
        states.update({key: (state.emptied(before), touched_at) for key, (state, touched_at) in idle.items()})
        return len(idle)

    async def delete_old_drafts(self, before: datetime) -> int:
        left = {key: (kept[0].without_what_is_from(before), kept[1]) for key, kept in self.data.states.items()}
        old = {key: kept for key, kept in left.items() if kept[0] is not self.data.states[key][0]}
        self.data.states.update(old)
        return len(old)

    async def delete_unused_conversations(self, before: datetime) -> int:
        old = [key for key, (_, touched_at) in self.data.states.items() if touched_at < before]
        for key in old:
            del self.data.states[key]
        return len(old)

    async def delete_inbox(self, before: datetime) -> int:
        old = [key for key, at in self.data.inbox.items() if at < before]
        for key in old:
            del self.data.inbox[key]
        return len(old)

    async def delete_finished_rows(self, before: datetime) -> int:
        with_text = {case.id for case in self.data.cases.values() if case.text_deleted_at is None}
        finished = {key: kept for key, kept in self.data.rows.items() if kept.row.item.case_id not in with_text}
        old = [key for key, kept in finished.items() if kept.finished_at and kept.finished_at < before]
        for key in old:
            del self.data.rows[key]
        return len(old)

    async def give_up_on_chats(self, before: datetime) -> int:
        waiting = {key: kept.row for key, kept in self.data.rows.items() if kept.finished_at is None}
        left = {key: row.item for key, row in waiting.items() if row.item.conversation.startswith(LEFT)}
        old = [key for key, item in left.items() if item.due_at < before]
        for key in old:
            del self.data.rows[key]
        return len(old)

    async def give_up_on_reminders(self, before: datetime) -> int:
        parked = [(key, kept) for key, kept in self.data.rows.items() if kept.row.state is RowState.PARKED]
        old = [key for key, kept in parked if kept.row.item.kind is Kind.REMINDER and kept.parked_at < before]
        for key in old:
            del self.data.rows[key]
        return len(old)

    async def delete_questions(self, before: datetime) -> int:
        kept = [one for one in self.data.questions if one[4] >= before]
        gone = len(self.data.questions) - len(kept)
        self.data.questions[:] = kept
        return gone

    async def delete_trends(self, before: date) -> int:
        return FakeTrends(self.data.trends).delete_told(before)

    async def delete_counts(self, before: datetime) -> int:
        votes = [one for one in self.data.votes if one[2].date() >= before.date()]
        old = [key for key in self.data.shown if key[1] < month_of(before)]
        gone = len(self.data.votes) - len(votes) + len(old)
        self.data.votes[:] = votes
        for key in old:
            del self.data.shown[key]
        return gone

    async def delete_ended_duties(self, today: date) -> int:
        return FakeDuties(self.data.duties).delete_ended(today)

    async def delete_audit(self, before: datetime) -> int:
        kept = [entry for entry in self.data.audit if entry[1] >= before]
        gone = len(self.data.audit) - len(kept)
        self.data.audit[:] = kept
        return gone

    async def cases_without_card(self, before: datetime) -> Sequence[str]:
        coming = {
            kept.row.item.case_id
            for kept in self.data.rows.values()
            if kept.row.item.kind is Kind.CASE_CARD and kept.row.state not in FINISHED
        }
        waiting = [case for case in self.data.cases.values() if not case.closed_at and not case.withdrawn_at]
        known = coming | set(self.data.cards)
        return [case.id for case in waiting if case.created_at < before and case.id not in known]

    async def cards_without_case(self) -> Sequence[str]:
        return [case_id for case_id in self.data.cards if case_id not in self.data.cases]


def _ended(case: Case, before: datetime) -> bool:
    ended_at = case.withdrawn_at or case.closed_at
    return ended_at is not None and ended_at < before
