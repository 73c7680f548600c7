"""What editors publish: numbered, immutable editions of all knowledge files, and one editor's draft.

Must not know what is in the files, nor how they are checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol

from bot.domain.commands import Command
from bot.domain.errors import DomainError
from bot.domain.links import LinkKnown
from bot.domain.turn import Person, Place

Way = Literal["skjema", "fil", "mappe", "sharepoint", "tilbake"]
"""How a change came in: the form in the chat, an uploaded file, the folder, SharePoint, or a roll back."""


@dataclass(frozen=True)
class Edition:
    """One published version of everything. Never changed after it is made."""

    number: int
    """1, 2, 3 …; the highest is in use by every replica."""
    version: str
    """Hash of the content; a roll back gives an earlier hash a new number."""
    files: Mapping[str, str] = field(repr=False)
    """SHA-256 of each file, by path."""
    at: datetime
    way: Way
    why: str = field(repr=False)
    changes: Sequence[str] = field(repr=False)
    """What changed since the edition before, one readable line each."""
    who: str = field(default="", repr=False)
    """Name of the editor; empty when they have asked to be forgotten, or when no person did it."""


@dataclass(frozen=True)
class Draft:
    """What one editor is working on. Kept with their conversation; nobody else sees it."""

    after: int
    """Number of the edition it was begun from (0 = the folder, nothing published yet)."""
    changes: tuple[tuple[str, str | None], ...] = field(repr=False)
    """New text of each changed file; None takes the file away."""
    way: Way = "skjema"
    roll_back_to: int = 0
    """The whole of an earlier edition, instead of `changes`."""
    trying: bool = False
    """The bot answers this editor as if the draft were published."""
    as_of: date | None = None
    """The day the editor pretends it is while trying."""


class PublishError(DomainError):
    """The change cannot be published. Nothing is changed; tell the editor why."""


class KnowledgeBroken(PublishError):
    """The checks found errors, so it must not be published."""

    text_key = "editors.refused_broken"


class KnowledgeChanged(PublishError):
    """Somebody published since the draft was begun. Show what they changed."""

    text_key = "editors.refused_changed"


class EditionUnknown(PublishError):
    """There is no edition with that number."""

    text_key = "editors.refused_unknown"


class EditionDamaged(PublishError):
    """What lies in the database is not what was published: it was changed there, or is damaged. It is not used."""

    text_key = "editors.refused_damaged"


@dataclass(frozen=True)
class CheckDraft(Command):
    """Hold a draft against every check. Slow, so it is done before the commit: the step is then taken again."""

    by: Person
    draft: Draft


@dataclass(frozen=True)
class PublishKnowledge(Command):
    """Publish a checked set of files as the next edition."""

    by: Person | None
    """None = the bot itself, for the folder and SharePoint."""
    after: int
    """The edition it was checked against; a newer one refuses it."""
    files: Mapping[str, bytes] = field(repr=False)
    version: str
    is_sound: bool
    changes: tuple[str, ...] = field(repr=False)
    way: Way
    why: str = field(default="", repr=False)
    notes: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """What to remember about sources of changes, in the same commit."""
    base: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """The files in use while nothing is published yet: they become edition 1, so that there is a way back to them."""
    handled: tuple[str, ...] = ()
    """Questions on the editors' list that the change answers."""


@dataclass(frozen=True)
class ShowEditions(Command):
    """Find the newest editions, newest first; with a number only that one."""

    by: Person
    place: Place
    number: int = 0
    then: str = ""
    """What the dialog goes on to show; means nothing to the use case."""


@dataclass(frozen=True)
class NoteEditing(Command):
    """Note in the audit that somebody took a file out, or tried to edit what they may not."""

    by: Person
    what: Literal["downloaded", "refused"]


@dataclass(frozen=True)
class ListQuestions(Command):
    """Find the questions that had no good answer, and the votes."""

    by: Person
    place: Place
    since: datetime


@dataclass(frozen=True)
class RemoveQuestions(Command):
    """Take handled questions off the list."""

    by: Person
    ids: tuple[str, ...]


@dataclass(frozen=True)
class OpenQuestion:
    """An anonymised question on the editors' list."""

    id: str
    text: str = field(repr=False)
    municipality: str | None
    role: str | None
    kind: str
    """`unanswered` or `voted_down`."""
    at: datetime


@dataclass(frozen=True)
class ShownAnswers:
    """How often answers were shown."""

    since: str = ""
    """The first month anything was counted, `2026-11`; empty when nothing is counted yet."""
    times: Mapping[str, int] = field(default_factory=dict)
    """By article; one that is missing was not shown."""

    def unused(self, articles: Iterable[str]) -> list[str]:
        """Return the articles nobody was shown; none before anything is counted, when it would be all of them."""
        return [one for one in articles if one not in self.times] if self.since else []


def month_of(at: datetime) -> str:
    """Return the month as it is kept: `2026-11`."""
    return f"{at.year:04}-{at.month:02}"  # asked in every turn, and strftime takes ten times as long


@dataclass(frozen=True)
class EditionIs:
    """The edition that came of the command."""

    command: Command
    edition: Edition


@dataclass(frozen=True)
class EditionsAre:
    """The newest editions, newest first."""

    command: Command
    editions: tuple[Edition, ...]


@dataclass(frozen=True)
class QuestionsAre:
    """The editors' list, and thumbs up and down by article."""

    command: Command
    questions: tuple[OpenQuestion, ...]
    votes: Mapping[str, tuple[int, int]]
    links: tuple[LinkKnown, ...] = ()
    """Links that lead nowhere, and those only people with an account can open."""
    shown: ShownAnswers = field(default_factory=ShownAnswers)


class Editions(Protocol):
    """Everything that was ever published."""

    async def head(self) -> Edition | None:
        """Return the newest edition; None when nothing was ever published."""

    async def head_number(self) -> int:
        """Return the number of the newest edition, 0 without one. Cheap: every replica asks every few seconds."""

    async def edition(self, number: int) -> Edition:
        """Return that edition; raises EditionUnknown."""

    async def newest(self, count: int) -> Sequence[Edition]:
        """Return the newest editions, newest first."""

    async def contents(self, edition: Edition) -> Mapping[str, bytes]:
        """Return every file of the edition."""

    async def add(self, edition: Edition, files: Mapping[str, bytes], by: Person | None) -> None:
        """Keep a new edition; raises KnowledgeChanged when its number is taken."""


class Questions(Protocol):
    """Unanswered and down-voted questions, anonymised, and votes."""

    async def add(self, text: str, municipality: str | None, role: str | None, kind: str, at: datetime) -> None:
        """Keep an anonymised question (`kind`: unanswered or voted_down)."""

    async def vote(self, article: str, useful: bool, at: datetime) -> None:
        """Count a vote."""

    async def listed(self, since: datetime) -> Sequence[OpenQuestion]:
        """Return the questions asked since then, newest first."""

    async def remove(self, row_id: str) -> None:
        """Delete a question that is dealt with."""

    async def votes(self, since: datetime) -> Mapping[str, tuple[int, int]]:
        """Return thumbs up and down since that day, by article."""


class AnswersShown(Protocol):
    """How often each answer is shown, by month; nothing about whom it was shown to."""

    async def add(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Add how often each (article, month) was shown."""

    async def since(self, at: datetime) -> ShownAnswers:
        """Return how often each answer was shown since the start of that month, and how long there are counts."""
