"""The knowledge in use now, with what is built from it. A broken folder never replaces a good one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from bot.anonymise import Anonymiser, load_anonymiser
from bot.answers.acute import AcuteDetector, load_acute
from bot.answers.edited_danger import load_edited
from bot.answers.index import AnswerIndex, build_index
from bot.answers.lexicon import load_lexicon
from bot.answers.neglect import NeglectSigns, load_neglect
from bot.answers.own_danger import OwnDanger, load_own_danger
from bot.content.check_named import check_named
from bot.content.check_sentences import SENTENCES, sentences_wrong
from bot.content.kept_yaml import kept_yaml
from bot.content.knowledge import Knowledge, content_hash, load_knowledge
from bot.content.problem import KnowledgeError, Problem, require_folder, tried
from bot.content.sentences_lacking import completed, is_lacking, texts_of
from bot.content.versions import Files, PackedFiles, read_files, saved_stamp
from bot.domain.conversation import UNUSED_FOR
from bot.domain.ports import Clock
from bot.domain.turn import Person, Place, Turn
from dialogs.dialog import Around
from dialogs.guide.needed import NEEDED

StaffRoles = Callable[[Person, Place], frozenset[str]]
OWN = Path(__file__).resolve().parents[2] / "knowledge"
"""The folder that came with this version of the program."""


@dataclass(frozen=True)
class Shelf:
    """One version of the knowledge and everything built from it; replaced as a whole."""

    knowledge: Knowledge
    answers: AnswerIndex
    acute: AcuteDetector
    anonymiser: Anonymiser
    neglect: NeglectSigns
    own_danger: OwnDanger
    files: Files = field(default_factory=dict, repr=False)
    """The files it was read from, by path."""
    saved: int = 0
    """The stamp of the folder before it was read: another one later means that a file was saved since."""
    lacking: tuple[Problem, ...] = ()
    """What the program knows by name and the folder did not have at start: it was made for an earlier program."""


@dataclass(frozen=True)
class Trial:
    """What an editor tries: the draft as a shelf, and the day they pretend it is."""

    shelf: Shelf
    now: datetime | None = None


def read_shelf(directory: Path, like: Shelf | None = None, own: Path | None = None) -> Shelf:
    """Read the knowledge folder and build search and detectors. Raises KnowledgeError with every problem.

    What is built from files that are the same in `like` is taken from there: building it again takes seconds. `own` is
    the folder the program brought, when `directory` is an edition of it: what is acute is not learned anew for that.
    """
    require_folder(directory)
    with kept_yaml(directory, is_all=like is None):
        return _read(directory, like, own)


def read_folder(directory: Path, like: Shelf | None = None) -> Shelf:
    """Read the folder of the installation, where files are changed by hand: what the program knows by name must stand
    there too. At start, when there is none `like` it in use, one that was made for an earlier program is used with the
    sentences of this one. Raises KnowledgeError with every problem."""
    require_folder(directory)
    problems, others = sentences_wrong(directory), list[Problem]()
    shelf = tried(lambda: read_shelf(directory, like), others)
    problems += check_named(shelf.knowledge.guides, NEEDED) if shelf is not None else ()
    lacking = tuple(dict.fromkeys(problems))
    if shelf is not None and (like is None or {*lacking} <= {*like.lacking}):
        shelf = replace(with_own_sentences(shelf, read_files(OWN)), lacking=lacking) if lacking else shelf
        if not is_lacking(shelf.knowledge.texts, shelf.knowledge.nynorsk):
            return shelf
    problems += (one for one in others if not one.file.startswith(SENTENCES))  # these are told already
    raise KnowledgeError(problems or others)


def with_own_sentences(shelf: Shelf, own: Files) -> Shelf:
    """Return the shelf with what it lacks of the sentences the program asks for, as they stand in `own`."""
    if not is_lacking(shelf.knowledge.texts, shelf.knowledge.nynorsk):
        return shelf
    try:
        texts, nynorsk = texts_of(files := completed(shelf.files, own))
    except KnowledgeError:
        return shelf
    return replace(shelf, knowledge=replace(shelf.knowledge, texts=texts, nynorsk=nynorsk), files=PackedFiles(files))


def _read(directory: Path, like: Shelf | None, own: Path | None) -> Shelf:
    saved = saved_stamp(directory)
    knowledge, files = load_knowledge(directory), read_files(directory)
    known = like if like is not None and like.files else None
    anonymiser = (
        known.anonymiser
        if known and _same("anonymising/", files, known.files)
        else load_anonymiser(directory / "anonymising")
    )
    has_same_words = known is not None and _same("words/", files, known.files)
    neglect = known.neglect if known and has_same_words else load_neglect(directory)
    own_danger = known.own_danger if known and has_same_words else load_own_danger(directory)
    if (
        known
        and has_same_words
        and all(_same(part, files, known.files) for part in ("articles/", "sources", "topics.tsv"))
    ):
        acute, answers = known.acute, known.answers
    else:  # the index last: it settles where the word lists have been
        lexicon = load_lexicon(directory)
        if known and has_same_words:
            acute = known.acute
        else:
            acute = load_edited(directory, own, lexicon) if own else load_acute(directory, lexicon)
        answers = build_index(knowledge.articles, lexicon, knowledge.sources, kept_in=directory)
    return Shelf(knowledge, answers, acute, anonymiser, neglect, own_danger, PackedFiles(files), saved)


def _same(prefix: str, one: Files, other: Files) -> bool:
    """Tell whether both have the same files whose path begins so."""
    return {path: text for path, text in one.items() if path.startswith(prefix)} == {
        path: text for path, text in other.items() if path.startswith(prefix)
    }


class Library:
    """Hands out the shelf in use; reads the folder again when asked, and keeps the old one when the new is broken."""

    def __init__(
        self,
        directory: Path,
        shelf: Shelf,
        municipalities: Sequence[str],
        staff_roles: StaffRoles,
        clock: Clock,
        unused: timedelta = UNUSED_FOR,
    ) -> None:
        self._directory = directory
        self._shelf = shelf
        self._municipalities = tuple(municipalities)
        self._staff_roles = staff_roles
        self._clock = clock
        self._unused = unused
        self.edition = 0
        """Number of the published edition in use; 0 = the folder."""
        self.problems: tuple[Problem, ...] = ()
        """What is wrong in the folder now, while an older version stays in use."""

    @property
    def knowledge(self) -> Knowledge:
        """Return the knowledge in use."""
        return self._shelf.knowledge

    @property
    def chosen(self) -> Sequence[str]:
        """Return the municipalities the settings name; none when all are served that the knowledge describes."""
        return self._municipalities

    @property
    def shelf(self) -> Shelf:
        """Return the version in use with everything built from it."""
        return self._shelf

    @property
    def directory(self) -> Path:
        """Return the knowledge folder of this installation."""
        return self._directory

    def put_up(self, shelf: Shelf, edition: int) -> None:
        """Take a published edition into use; from now on the folder is followed no more."""
        self._shelf, self.edition, self.problems = shelf, edition, ()

    async def read_again(self) -> bool:
        """Read the folder; return whether a new version is in use. Broken files are kept in `problems`."""
        if self.edition:
            return False
        read, problems = await asyncio.to_thread(self._read_folder)
        if self.edition:  # published while the folder was read, which takes seconds: the folder is followed no more
            return False
        self._shelf, self.problems = read or self._shelf, problems
        return read is not None

    def _read_folder(self) -> tuple[Shelf | None, tuple[Problem, ...]]:
        """Return the folder as a shelf when it is another than the one in use, or what is wrong in it."""
        if content_hash(self._directory) == self._shelf.knowledge.version:
            return None, ()
        try:
            return read_folder(self._directory, self._shelf), ()
        except KnowledgeError as error:
            return None, error.problems

    def around(self, turn: Turn, trial: Trial | None = None) -> Around:
        """Return what dialogs may look at in this turn: for an editor who tries a draft, as it would be."""
        shelf = trial.shelf if trial is not None else self._shelf
        return Around(
            knowledge=shelf.knowledge,
            answers=shelf.answers,
            acute=shelf.acute,
            anonymiser=shelf.anonymiser,
            neglect=shelf.neglect,
            own_danger=shelf.own_danger,
            now=(trial.now if trial is not None else None) or self._clock.now(),
            municipalities=shelf.knowledge.served(self._municipalities),
            staff_roles=self._staff_roles(turn.person, turn.place),
            files=self._shelf.files,
            edition=self.edition,
            unused=self._unused,
        )

    def around_delivery(self) -> Around:
        """Return what the words of a delivery are made from."""
        shelf, now = self._shelf, self._clock.now()
        return Around(
            knowledge=shelf.knowledge,
            answers=shelf.answers,
            acute=shelf.acute,
            anonymiser=shelf.anonymiser,
            neglect=shelf.neglect,
            own_danger=shelf.own_danger,
            now=now,
            municipalities=shelf.knowledge.served(self._municipalities),
            files=shelf.files,
            edition=self.edition,
        )
