"""What delivery, retention, rounds and the audit trail need from the store; use cases only need `bot.domain.ports`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.outbox import OutboxRow, RowState
from bot.domain.turn import Place


class OutboxQueue(Protocol):
    """Outbox rows as the delivery worker handles them. Each change is committed with the rest of its unit.

    A lane is one conversation and one case: within it rows go out in the order they were added. A row that waits
    for another try holds back the later rows of its lane, and so does a parked channel card; other parked rows do not.
    """

    async def lease(self, owner: str, now: datetime, until: datetime, limit: int) -> Sequence[OutboxRow]:
        """Return rows that are due and first in their lane; nobody else gets them before `until`."""

    async def start_attempt(
        self, row_id: str, owner: str, at: datetime, until: datetime, place: Place | None = None
    ) -> bool:
        """Note that a send starts, and to which channel: from here it may have landed. False when the lease has gone to
        another worker."""

    async def delivered(self, row_id: str, activity_id: str | None, at: datetime) -> None:
        """Note that it has landed; its payload is erased."""

    async def postpone(
        self, row_id: str, owner: str, until: datetime, code: str, *, ambiguous: bool, looked: bool = False
    ) -> bool:
        """Try again at `until`. `ambiguous`: an earlier send may have landed. `looked`: count one more look. False, and
        nothing is done, when the lease has gone to another worker."""

    async def park(self, row_id: str, owner: str, code: str, at: datetime) -> bool:
        """Give the row to a person. False, and nothing is done, when the lease has gone to another worker."""

    async def retry(self, row_id: str, now: datetime) -> bool:
        """Take a row out of parking; False when it is not parked. It is looked for before it is sent again."""

    async def drop(self, row_id: str, code: str, at: datetime) -> None:
        """Cancel the row because what it is about no longer exists."""

    async def waiting(self, limit: int = 100) -> Sequence[OutboxRow]:
        """Return rows not yet delivered, earliest first, with empty payloads."""

    async def counts(self) -> Mapping[RowState, int]:
        """Return how many rows stand in each state."""


class Retention(Protocol):
    """What is deleted when its time is up, and what the hourly check compares."""

    async def closed_with_text(self, before: datetime) -> Sequence[str]:
        """Return ids of cases closed or withdrawn before that time which still have text."""

    async def closed_with_requester(self, before: datetime) -> Sequence[str]:
        """Return ids of cases closed or withdrawn before that time whose requester is still known."""

    async def over_and_to_be_forgotten(self, before: datetime) -> Sequence[str]:
        """Return ids of cases whose requester asked to be forgotten, that were over by then or ended before that
        time."""

    async def waits_for_requester(self, case_id: str, now: datetime, given_up: datetime) -> bool:
        """Return whether something that is due has not reached the requester, and was not given up by that time."""

    async def forget_requester(self, case_id: str) -> bool:
        """Delete the link between a case and the person who sent it; return whether there was one."""

    async def count_and_delete_cases(self, text_before: datetime, sent_before: datetime) -> int:
        """Count and delete cases sent before one time whose text went before another, when nobody is known to have
        sent them and nothing about them waits to be sent. Return how many."""

    async def count_and_delete_evaluations(self, before: datetime) -> int:
        """Count and delete forms about cases answered before that time, and forms about a team's year of earlier years.
        Return how many."""

    async def drop_small_counts(self, year: str) -> None:
        """Delete what was counted of cases and forms before that year, where it is too little to be shown."""

    async def delete_idle_conversations(self, before: datetime) -> int:
        """Empty what is under way in conversations nobody has touched since; profiles and concerns stay."""

    async def delete_old_drafts(self, before: datetime) -> int:
        """Delete drafts of cases and danger heard, from that time or before, also where somebody has written since."""

    async def delete_unused_conversations(self, before: datetime) -> int:
        """Delete conversations nobody has touched since, with profile and concerns."""

    async def delete_inbox(self, before: datetime) -> int:
        """Delete ids of what Teams delivered before that time."""

    async def delete_finished_rows(self, before: datetime) -> int:
        """Delete outbox rows delivered or cancelled before that time."""

    async def give_up_on_chats(self, before: datetime) -> int:
        """Delete what was to be emptied, from that time or before, in chats of people who are forgotten."""

    async def give_up_on_reminders(self, before: datetime) -> int:
        """Delete reminders that nobody has let go again since that time."""

    async def delete_ended_duties(self, today: date) -> int:
        """Delete who had duty to the end of a day before today."""

    async def delete_audit(self, before: datetime) -> int:
        """Delete the oldest part of the audit trail; what is left can still be verified."""

    async def delete_questions(self, before: datetime) -> int:
        """Delete questions people asked before that time."""

    async def delete_trends(self, before: date) -> int:
        """Delete what teams told the samordningsteam before that day."""

    async def delete_counts(self, before: datetime) -> int:
        """Delete thumbs given, and counts of shown answers of months, before that time."""

    async def cases_without_card(self, before: datetime) -> Sequence[str]:
        """Return ids of open cases made before that time that have neither a card nor a row that will post one."""

    async def cards_without_case(self) -> Sequence[str]:
        """Return case ids of cards whose case does not exist."""


class Leases(Protocol):
    """Work that only one replica does at a time. Nothing is held open: a replica that dies lets go when time is up."""

    async def take(self, work: str, owner: str, now: datetime, until: datetime) -> bool:
        """Take the work, or go on with it; False while another owner has it and their time is not up."""

    async def give_back(self, work: str, owner: str) -> None:
        """Let go, if the work is still this owner's."""


class Remembered(Protocol):
    """What work on the knowledge must know the next time: how far a library is read, what dead links were found."""

    async def of(self, name: str) -> str | None:
        """Return what is remembered under that name; None when nothing is."""

    async def keep(self, name: str, text: str) -> None:
        """Remember it in place of what was there, in the same commit as what came of it."""


class Audit(Protocol):
    """Who did what when: append-only, chained, never text."""

    async def note(self, what: str, at: datetime, *, by: str = "system", case_id: str = "") -> None:
        """Add an entry. `by` is a pseudonym or `system`; `what` is a short name such as `case.claimed`."""

    async def verify(self, read: tuple[int, str] | None = None) -> int | None:
        """Return the number of the first entry behind what was `read` that does not fit; None when all fit."""

    async def read_on(self, read: tuple[int, str] | None, at_most: int) -> tuple[int, str]:
        """Go on from what has been read, at most so many entries, and return the last that fits: its number and link.
        The same again means that there are no more, or that the next one does not fit."""

    async def head(self) -> tuple[int, str]:
        """Return the number of the last entry and what its link begins with; kept outside the database, they show
        later whether the whole trail was wound back."""

    async def holds(self, seq: int, link: str) -> bool:
        """Tell whether an entry that was the last one once still is in the trail, or was pruned since."""
