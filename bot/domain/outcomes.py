"""What a use case reports back to the dialog that asked for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.case import Case
from bot.domain.commands import Command, ReplyToTeam
from bot.domain.errors import DomainError
from bot.domain.evaluation import Answers, EvaluationKind
from bot.domain.figures import CourseCount
from bot.domain.month_report import MonthReport
from bot.domain.on_duty import OnDutyIs
from bot.domain.published import EditionIs, EditionsAre, QuestionsAre
from bot.domain.trend import TrendsAre, TrendSent, TrendWithdrawn


@dataclass(frozen=True)
class CaseIs:
    """The case as it is after the command."""

    command: Command
    case: Case
    standing: str = ""
    """For the team, whether its answer has come through (`bot.usecases.unreached`); empty when it has."""


@dataclass(frozen=True)
class NotAnswering:
    """An answer that was not sent, because the case waits for the answer to another question by now."""

    command: ReplyToTeam
    case: Case


@dataclass(frozen=True)
class CasesAre:
    """The cases that were asked for, newest first."""

    command: Command
    cases: tuple[Case, ...]
    median_answer: timedelta | None = None
    """The team's own median from sent to answered, in office time; None while there are too few."""
    teams: tuple[str, ...] = ()
    """The teams whose cases were asked for in their channel."""
    forms: Mapping[str, EvaluationKind] = field(default_factory=dict)
    """Id of a case of one's own → the form about it that waits to be filled in, the one asked for last first."""


@dataclass(frozen=True)
class TeamsAre:
    """The teams that were asked about, by key."""

    command: Command
    teams: tuple[str, ...]


@dataclass(frozen=True)
class EvaluationsAre:
    """How many gave each answer about each team that was asked about."""

    command: Command
    answers: Mapping[str, Answers]


@dataclass(frozen=True)
class CourseCountsAre:
    """How many have finished courses, as counts only."""

    command: Command
    counts: tuple[CourseCount, ...]


@dataclass(frozen=True)
class FiguresAre:
    """How much is sent and used, as counts that may be shown."""

    command: Command
    reports: tuple[MonthReport, ...]


@dataclass(frozen=True)
class ChannelIs:
    """Whether a team can be reached: connected, and somebody on the roster."""

    command: Command
    connected: bool
    moved: int = 0
    """Open cases that move here from the channel the team had before."""
    also: tuple[str, ...] = ()
    """What else comes to this channel, or what would end: keys of teams."""


@dataclass(frozen=True)
class ChannelsAre:
    """Which of the teams that were asked for can be reached: keys of teams."""

    command: Command
    asked: tuple[str, ...]
    connected: frozenset[str]


@dataclass(frozen=True)
class RemindersAre:
    """The reminders that were asked for, the next one first: their keys and when each comes."""

    command: Command
    due_at: Mapping[str, datetime]


@dataclass(frozen=True)
class Forgotten:
    """What was kept about the person is deleted; how many of their cases still know them."""

    command: Command
    open_cases: int
    over: int
    """Cases that have ended: the link goes as soon as the copies in their chat are emptied."""


@dataclass(frozen=True)
class Done:
    """The command is done and there is nothing more to tell."""

    command: Command


@dataclass(frozen=True)
class Refused:
    """The command was refused; nothing was changed."""

    command: Command
    error: DomainError
    case: Case | None = None
    """The case as it is now, when the person may see it."""
    standing: str = ""
    """As of `CaseIs`."""


Outcome = (
    CaseIs
    | NotAnswering
    | CasesAre
    | TeamsAre
    | EvaluationsAre
    | CourseCountsAre
    | FiguresAre
    | ChannelIs
    | ChannelsAre
    | EditionIs
    | EditionsAre
    | QuestionsAre
    | RemindersAre
    | Forgotten
    | OnDutyIs
    | TrendsAre
    | TrendSent
    | TrendWithdrawn
    | Done
    | Refused
)
