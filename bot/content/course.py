"""The introduction for somebody who is new: short chapters, one question after each, and invented cases to practise on.

What an editor writes in `knowledge/practice/<id>.yaml`, as data. Must not know who takes it, nor how it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pydantic import Field, model_validator

from bot.content.strict import Id, Row, Strict, Text
from bot.domain.conversation import Role

MOST_CHAPTERS = 8
"""Ten minutes are enough for no more."""


class Choice(Strict):
    """One answer to a question: something a person could do, and why it is right or not."""

    id: Id
    say: Text
    right: bool = False
    because: Text


class Quiz(Strict):
    """The question after a chapter; exactly one answer is right."""

    ask: Text
    choices: tuple[Choice, ...] = Field(min_length=2, max_length=4)
    sources: tuple[Id, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _has_one_right_answer(self) -> Quiz:
        if sum(one.right for one in self.choices) != 1:
            raise ValueError("Nøyaktig ett svar skal ha right: true.")
        if len({one.id for one in self.choices}) != len(self.choices):
            raise ValueError("To svar har samme id. Gi det ene en annen.")
        return self

    def choice(self, choice_id: str) -> Choice | None:
        """Return the answer with that id."""
        return next((one for one in self.choices if one.id == choice_id), None)


class LocalPoints(Strict):
    """What a chapter says besides in some municipalities."""

    municipality: tuple[Id, ...] = Field(min_length=1)
    points: tuple[Text, ...] = Field(min_length=1)
    sources: tuple[Id, ...] = Field(min_length=1)


class Chapter(Strict):
    """One card: few words, and the question after it."""

    id: Id
    title: Text
    intro: Text | None = None
    points: tuple[Text, ...] = Field(min_length=1)
    danger: bool = False
    """Shown in the colour of danger."""
    local: tuple[LocalPoints, ...] = ()
    shows: Literal["ladder", "partners"] | None = None
    """What is put in from the profile of the person's own municipality: its measures, or its teams and services."""
    article: Id | None = None
    quiz: Quiz
    sources: tuple[Id, ...] = Field(min_length=1)
    rows: tuple[Row, ...] = ()


class PracticeCase(Strict):
    """An invented story to take through the real guide, and where it should lead."""

    id: Id
    title: Text
    """A few words behind «Øvelse»; never a name."""
    story: Text
    roles: tuple[Role, ...] = ()
    """Whom it suits best: they get it first."""
    guide: Id = "bekymring"
    outcomes: tuple[Id, ...] = Field(min_length=1)
    """The outcomes of the guide that are right, the best one first."""
    answers: Mapping[Id, Any]
    """A way through the guide that is right; tried by a test."""
    why: Text
    sources: tuple[Id, ...] = Field(min_length=1)
    rows: tuple[Row, ...] = ()


class Course(Strict):
    """The whole introduction."""

    id: Id = Field(alias="course")
    version: Text
    title: Text
    intro: Text
    checked_on: date
    checked_by: Text
    review_by: date
    chapters: tuple[Chapter, ...] = Field(min_length=1, max_length=MOST_CHAPTERS)
    cases: tuple[PracticeCase, ...] = Field(default=(), max_length=3)

    @model_validator(mode="after")
    def _has_each_id_once(self) -> Course:
        for name, entries in (("chapters", self.chapters), ("cases", self.cases)):
            ids = [one.id for one in entries]
            if len(set(ids)) != len(ids):
                raise ValueError(f"To deler under {name} har samme id. Gi den ene en annen.")
        return self

    def chapter(self, chapter_id: str) -> Chapter | None:
        """Return the chapter with that id."""
        return next((one for one in self.chapters if one.id == chapter_id), None)

    def case(self, case_id: str) -> PracticeCase | None:
        """Return the practice case with that id."""
        return next((one for one in self.cases if one.id == case_id), None)

    def is_past_review(self, today: date) -> bool:
        """Tell whether it should have been checked again before `today`."""
        return today > self.review_by
