"""The knowledge in use now, with what is built from it. A broken folder never replaces a good one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.anonymise import Anonymiser, load_anonymiser
from bot.answers.acute import AcuteDetector, load_acute
from bot.answers.index import AnswerIndex, build_index
from bot.answers.lexicon import load_lexicon
from bot.content.knowledge import Knowledge, content_hash, load_knowledge
from bot.content.problem import KnowledgeError, Problem
from bot.domain.case import Member
from bot.domain.ports import Clock
from bot.domain.turn import Person, Place, Turn
from dialogs.dialog import Around

StaffRoles = Callable[[Person, Place], frozenset[str]]


@dataclass(frozen=True)
class Shelf:
    """One version of the knowledge and everything built from it; replaced as a whole."""

    knowledge: Knowledge
    answers: AnswerIndex
    acute: AcuteDetector
    anonymiser: Anonymiser


def read_shelf(directory: Path) -> Shelf:
    """Read the knowledge folder and build search and detectors. Raises KnowledgeError with every problem."""
    knowledge = load_knowledge(directory)
    return Shelf(
        knowledge=knowledge,
        answers=build_index(knowledge.articles, load_lexicon(directory), knowledge.sources),
        acute=load_acute(directory),
        anonymiser=load_anonymiser(directory / "anonymising"),
    )


class Library:
    """Hands out the shelf in use; reads the folder again when asked, and keeps the old one when the new is broken."""

    def __init__(
        self, directory: Path, shelf: Shelf, municipalities: Sequence[str], staff_roles: StaffRoles, clock: Clock
    ) -> None:
        self._directory = directory
        self._shelf = shelf
        self._municipalities = tuple(municipalities)
        self._staff_roles = staff_roles
        self._clock = clock
        self.problems: tuple[Problem, ...] = ()
        """What is wrong in the folder now, while an older version stays in use."""

    @property
    def knowledge(self) -> Knowledge:
        """Return the knowledge in use."""
        return self._shelf.knowledge

    def read_again(self) -> bool:
        """Read the folder; return whether a new version is in use. Broken files are kept in `problems`."""
        if content_hash(self._directory) == self._shelf.knowledge.version:
            self.problems = ()
            return False
        try:
            self._shelf = read_shelf(self._directory)
        except KnowledgeError as error:
            self.problems = error.problems
            return False
        self.problems = ()
        return True

    def around(self, turn: Turn, *, channel_problem: str = "", members: Sequence[Member] = ()) -> Around:
        """Return what dialogs may look at in this turn."""
        return self._around(self._staff_roles(turn.person, turn.place), channel_problem, members)

    def around_delivery(self) -> Around:
        """Return what the words of a delivery are made from."""
        return self._around(frozenset(), "")

    def _around(self, staff_roles: frozenset[str], channel_problem: str, members: Sequence[Member] = ()) -> Around:
        shelf = self._shelf
        return Around(
            knowledge=shelf.knowledge,
            answers=shelf.answers,
            acute=shelf.acute,
            anonymiser=shelf.anonymiser,
            now=self._clock.now(),
            municipalities=self._municipalities,
            staff_roles=staff_roles,
            members=tuple(members),
            channel_problem=channel_problem,
        )
