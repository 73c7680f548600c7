"""What people answer about the help they got: fixed choices, belonging to a case code or a team, never to a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol

from bot.domain.case import Case, Status
from bot.domain.commands import Command, OnCase
from bot.domain.turn import Person, Place


class EvaluationKind(StrEnum):
    """When, and of whom, it is asked."""

    NOW = "now"
    """The requester, right after the answer."""
    LATER = "later"
    """The requester, two months after the answer."""
    TEAM = "team"
    """The member who answered, two months after the answer."""
    YEAR = "year"
    """Each member of the team, once a year."""


QUESTIONS: Mapping[EvaluationKind, Mapping[str, tuple[str, ...]]] = {
    EvaluationKind.NOW: {
        "gain": ("new", "confirmed", "not_useful"),
        "next": ("follow", "other", "reported", "unknown"),
        "score": ("1", "2", "3", "4", "5"),
    },
    EvaluationKind.LATER: {
        "followed": ("yes", "partly", "no"),
        "told": ("both", "one", "no", "unsafe"),
        "reported": ("yes", "no", "unknown"),
    },
    EvaluationKind.TEAM: {"enough": ("yes", "partly", "no"), "together": ("yes", "partly", "no")},
    EvaluationKind.YEAR: {
        "reach": ("yes", "partly", "no"),
        "time": ("yes", "partly", "no"),
        "lawful": ("yes", "partly", "no"),
        "roles": ("yes", "partly", "no"),
        "score": ("1", "2", "3", "4", "5"),
    },
}
"""The fixed forms: question → its answers. All of a form's questions are answered, or nothing is kept."""


WAITS_FOR = timedelta(days=30)
"""How long a form that nobody has filled in is named on the list of one's cases: its one reminder has come by then."""
BEGINS = "evaluate"
"""What the notice of every form begins with."""
BUSY: Final = "busy"
"""In the payload of a form: whoever it is for is in the middle of a guide or a case, and gets one line instead."""


@dataclass(frozen=True)
class Evaluation:
    """One filled-in form."""

    kind: EvaluationKind
    municipality: str
    team: str
    at: datetime
    answers: Mapping[str, str]
    code: str = ""
    """Code of the case; empty for the yearly one."""


Answers = Mapping[tuple[EvaluationKind, str, str], int]
"""How many gave each answer: (form, question, answer) → number."""


def counted(forms: Iterable[Evaluation]) -> Counter[tuple[EvaluationKind, str, str]]:
    """Return the forms as counts."""
    return Counter((form.kind, question, answer) for form in forms for question, answer in form.answers.items())


def forms_in(answers: Answers, kind: EvaluationKind) -> int:
    """Return how many forms of the kind were counted: all the questions of a form are answered."""
    first = next(iter(QUESTIONS[kind]))
    return sum(number for (of, question, _), number in answers.items() if (of, question) == (kind, first))


def is_complete(kind: EvaluationKind, answers: Mapping[str, str]) -> bool:
    """Return whether every question of the form has one of its answers, and nothing else is there."""
    form = QUESTIONS[kind]
    return set(answers) == set(form) and all(answers[name] in choices for name, choices in form.items())


def asked_of_requester(case: Case, now: datetime) -> tuple[datetime, EvaluationKind] | None:
    """Return when the requester was asked last, right after the answer or later, and with which form."""
    answered_at = case.answer_since
    if answered_at is None or case.status is Status.WITHDRAWN:
        return None
    later = answered_at + timedelta(days=case.pace.evaluate_after_days)
    return (later, EvaluationKind.LATER) if later <= now else (answered_at, EvaluationKind.NOW)


class Evaluations(Protocol):
    """Filled-in evaluation forms, without who filled them in."""

    async def keep(self, evaluation: Evaluation, by: Person) -> None:
        """Keep the form; an earlier one about the same case, or of the same person in the same year, is replaced."""

    async def is_kept(self, kind: EvaluationKind, code: str) -> bool:
        """Return whether the form about a case is filled in, and not counted and deleted yet."""

    async def of_team(self, team: str, year: int) -> Answers:
        """Return how many gave each answer about the team in one year."""


@dataclass(frozen=True)
class KeepEvaluation(OnCase):
    """Keep what the requester or the member who answered thinks of one case."""

    kind: EvaluationKind
    answers: Mapping[str, str]


@dataclass(frozen=True)
class KeepYearEvaluation(Command):
    """Keep what a member thinks of the team's year."""

    by: Person
    place: Place
    team: str
    answers: Mapping[str, str]


@dataclass(frozen=True)
class ShowEvaluations(Command):
    """Count what people answered about the teams in this channel in one year."""

    by: Person
    place: Place
    year: int
