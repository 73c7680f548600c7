"""A case: what the team sees, who has it, what has happened. Must not know who the requester is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Literal

CODE_LETTERS, CODE_DIGITS = "ABCDEFGHJKMNPRSTUVWXYZ", "23456789"
"""What a code is made of: nothing that is taken for something else on the phone."""
CODE = re.compile(r"\b([A-Z]\d[A-Z])[\s–-]{0,3}(\d\d[A-Z])\b", re.IGNORECASE)
"""A code as people type it, `k7m 42p`; a letter or digit that no code has is read too, so that it can be answered."""
AGE_BANDS = ("0-18-mnd", "19-mnd-5-ar", "6-9", "10-12", "13-15", "16-17", "18-20", "over-20")
Urgency = Literal["vanlig", "haster"]
MOST_ASKED = 3
"""So many questions that wait are shown together: more would make too long a card."""


class Status(StrEnum):
    """Where a case stands, worked out from what has happened to it."""

    RECEIVED = "mottatt"
    POSTED = "lagt_i_kanalen"
    SEEN = "sett"
    CLAIMED = "tatt"
    ANSWERED = "besvart"
    CLOSED = "avsluttet"
    WITHDRAWN = "trukket"


BEFORE_TAKEN = (Status.RECEIVED, Status.POSTED, Status.SEEN)
"""While a case is one of these, nobody has taken it."""


def code_in(said: str) -> str:
    """Return the first code in the words as it stands on cards, K7M-42P; nothing where there is none."""
    found = CODE.search(said)
    return f"{found[1]}-{found[2]}".upper() if found else ""


@dataclass(frozen=True)
class Member:
    """A member of the consultation team, as shown in the channel."""

    id: str
    """Entra object id; `id@tenant` of somebody from another organisation, whom a shared channel may have."""
    name: str = field(repr=False)

    @property
    def is_from_outside(self) -> bool:
        """Tell whether they are from another organisation: they read along, and never act for the team."""
        return "@" in self.id


@dataclass(frozen=True)
class CaseForm:
    """The fixed choices of a case; kept as figures after the text is deleted."""

    age_band: str
    arena: str
    themes: tuple[str, ...]
    urgency: Urgency = "vanlig"
    risk: tuple[str, ...] = ()
    protective: tuple[str, ...] = ()
    levels_done: tuple[str, ...] = ()


QUIET = (("07-01", "07-31"), ("12-23", "01-02"))
"""July and the week of Christmas: nobody is asked to evaluate then."""


@dataclass(frozen=True)
class Pace:
    """How the team wants to be reminded, as its profile said when the case was sent. The defaults are the bot's own."""

    untouched_working_days: int = 1
    evaluate_after_days: int = 60
    quiet: tuple[tuple[str, str], ...] = QUIET
    urgent_office_hours: int = 4
    ordinary_working_days: int = 2
    """How long the team has to answer a case that is opened again."""
    on_duty: tuple[tuple[str, str], ...] = ()
    """(weekday, role) of «dagens vakt»; empty when the team has none."""
    retention_days: int = 90
    """Days from the case is closed until its text is deleted."""


@dataclass(frozen=True)
class CaseText:
    """Every word of a case, as the requester approved them after the anonymisation check: the four prompts, and what
    may be left empty. Whoever shows, checks or changes the text goes through these fields, so that none is forgotten.
    """

    seen: str = field(repr=False)
    child: str = field(repr=False)
    done: str = field(repr=False)
    advice_wanted: str = field(repr=False)
    reason: str = field(default="", repr=False)
    """Why it is sent although a precondition is unmet."""

    @property
    def written(self) -> dict[str, str]:
        """Return the words of each field that has any."""
        return {one.name: said for one in fields(self) if (said := getattr(self, one.name))}


@dataclass(frozen=True)
class Message:
    """A relayed line in a case: a question from the team, an answer or more information from the requester."""

    kind: Literal["question", "reply", "information"]
    text: str = field(repr=False)
    at: datetime
    by: Member | None = None
    """The team member; None when it came from the requester, whose identity is kept elsewhere."""


@dataclass(frozen=True)
class Task:
    """Who (a role, never a name) does what by when."""

    role: str
    what: str = field(repr=False)
    by_on: date | None = None


@dataclass(frozen=True)
class TeamAnswer:
    """The team's recommendation. All of it is required: there are no half answers."""

    advice: str = field(repr=False)
    why: str = field(repr=False)
    tasks: tuple[Task, ...]
    come_back: str = field(repr=False)
    """When the requester should report, or come back."""
    answered_by_role: str
    by: Member
    at: datetime
    needs_decision: bool = False
    extended_meeting: bool = False


@dataclass(frozen=True)
class Case:
    """One case as the team may see it. `version` grows with every change and is printed on every card."""

    id: str
    code: str
    municipality: str
    team: str
    form: CaseForm
    text: CaseText | None
    created_at: datetime
    due_at: datetime
    version: int = 1
    posted_at: datetime | None = None
    seen_at: datetime | None = None
    claimed_at: datetime | None = None
    claimed_by: Member | None = None
    answered_at: datetime | None = None
    answer: TeamAnswer | None = None
    asked_again_at: datetime | None = None
    """When the requester opened a case again: an answer from before that is not what they wait for."""
    closed_at: datetime | None = None
    close_reason: str = ""
    withdrawn_at: datetime | None = None
    redacted_at: datetime | None = None
    text_deleted_at: datetime | None = None
    on_next_meeting: bool = False
    meeting_on: date | None = None
    """Day of the meeting, once the municipality has filled it in."""
    meeting_hour: time | None = None
    """Its hour in Norway as both sides were told it last; None also for a case from before this was kept."""
    messages: tuple[Message, ...] = ()
    recused: tuple[str, ...] = ()
    """Ids of members who are inhabil."""
    pace: Pace = Pace()
    follows: str = ""
    """Code of an earlier case about the same child, linked by its own sender."""
    told: tuple[str, ...] = ()
    """Types of traits, never the words, that the team has read in that case: they narrow the circle of a new text."""
    requester_shown_as: str = field(default="", repr=False)
    """Name shown to the team only when the requester chose it; cannot be undone."""

    @property
    def status(self) -> Status:
        """Work out the status from the facts; never stored on its own, so it cannot lie."""
        facts = (
            (self.withdrawn_at, Status.WITHDRAWN),
            (self.closed_at, Status.CLOSED),
            (self.answered_at, Status.ANSWERED),
            (self.claimed_at, Status.CLAIMED),
            (self.seen_at, Status.SEEN),
            (self.posted_at, Status.POSTED),
        )
        return next((status for happened, status in facts if happened), Status.RECEIVED)

    @property
    def ended_at(self) -> datetime | None:
        """Return when the case was withdrawn or closed; None while it is open."""
        return self.withdrawn_at or self.closed_at

    @property
    def has_words(self) -> bool:
        """Tell whether anything of what people wrote is left in it."""
        return self.text is not None or self.answer is not None or bool(self.messages)

    @property
    def has_its_answer(self) -> bool:
        """Tell whether the requester has what they wait for: a case the team opened again has the answer it had, one
        the requester opened again waits for another."""
        again = self.asked_again_at
        return self.answer is not None and (again is None or self.answer.at > again)

    @property
    def answer_since(self) -> datetime | None:
        """Return since when the requester has the answer they wait for, whoever has the case now: it stands also when
        the case changes hands, and when its team opens it again."""
        return self.answered_at or (self.answer.at if self.answer is not None and self.has_its_answer else None)

    @property
    def open_question(self) -> Message | None:
        """Return the team's last question when it still waits for an answer: a team that has given its advice since
        then waits no more."""
        last = self.unanswered_question
        is_overtaken = last is not None and self.answer is not None and self.answer.at > last.at
        return None if is_overtaken else last

    @property
    def unanswered_question(self) -> Message | None:
        """Return the team's last question when the requester may still answer it: a case that is over waits for
        nobody."""
        last = next((m for m in reversed(self.messages) if m.kind != "information"), None)
        is_over = self.status in (Status.CLOSED, Status.WITHDRAWN)
        return last if last is not None and last.kind == "question" and not is_over else None

    def asked_with(self, last: Message) -> tuple[Message, ...]:
        """Return what the team has asked since the requester answered it last, up to and with that question: one
        answer is given to all of it. What was asked before the team gave its advice is not waited for."""
        asked: list[Message] = []
        for message in reversed(self.messages[: self.messages.index(last) + 1]):
            is_overtaken = self.answer is not None and message.at < self.answer.at < last.at
            if message.kind == "reply" or is_overtaken or len(asked) == MOST_ASKED:
                break
            asked += [message] if message.kind == "question" else []
        return tuple(reversed(asked))

    @property
    def open_question_key(self) -> str:
        """Return what tells the open question from every other of the case; empty when none waits."""
        return self._key_of(self.open_question)

    @property
    def unanswered_question_key(self) -> str:
        """Return the same of a question that may still be answered."""
        return self._key_of(self.unanswered_question)

    def _key_of(self, asked: Message | None) -> str:
        return next((self.question_key(number) for number, one in enumerate(self.messages) if one is asked), "")

    def question_key(self, number: int) -> str:
        """Return what tells the message with that number from every other of the case, also after its text was taken
        away and others came."""
        return f"{number}-{int(self.messages[number].at.timestamp())}"

    def changed(self, **changes: object) -> Case:
        """Return the case with the changes and the next version."""
        return replace(self, version=self.version + 1, **changes)  # type: ignore[arg-type]
