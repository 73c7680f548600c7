"""Where a newcomer is in the course: found from the chapters passed, by id, so that an edited course loses nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.content.course import Chapter, Course
from bot.domain.conversation import ConversationState, CourseProgress
from dialogs.dialog import Around

NAME = "course"
CHAPTER, ASKING = "chapter", "asking"
"""In the dialog's data: the chapter that is shown, and whether its question is."""


@dataclass(frozen=True)
class Lesson:
    """One person in one version of a course."""

    course: Course
    progress: CourseProgress

    @property
    def passed(self) -> frozenset[str]:
        """Return the chapters of this version that are passed."""
        return frozenset(self.progress.passed) & {one.id for one in self.course.chapters}

    def number_of(self, chapter: Chapter) -> int:
        """Return the chapter's number, from 1."""
        return [one.id for one in self.course.chapters].index(chapter.id) + 1

    def next_after(self, chapter: Chapter | None = None) -> Chapter | None:
        """Return the nearest chapter that is not passed, looking on from this one; None when all are."""
        first = self.number_of(chapter) if chapter else 0
        ahead = (*self.course.chapters[first:], *self.course.chapters[:first])
        return next((one for one in ahead if one.id not in self.passed), None)

    def before(self, chapter: Chapter) -> Chapter | None:
        """Return the chapter before this one."""
        number = self.number_of(chapter)
        return self.course.chapters[number - 2] if number > 1 else None

    def with_passed(self, chapter: Chapter) -> Lesson:
        """Return the lesson with one more chapter passed."""
        passed = tuple(dict.fromkeys((*self.progress.passed, chapter.id)))
        return replace(self, progress=replace(self.progress, passed=passed))

    def done(self, today: date) -> Lesson:
        """Return the lesson with its receipt."""
        progress = replace(self.progress, is_open=False, done_on=today, done_version=self.course.version)
        return replace(self, progress=progress)

    def again(self) -> Lesson:
        """Return the lesson from its start; what was counted before stays counted."""
        return replace(self, progress=replace(self.progress, passed=(), is_open=True))

    def counted(self, municipality: str) -> Lesson:
        """Return the lesson of somebody who is in that municipality's count."""
        counted = tuple(dict.fromkeys((*self.progress.counted_in, municipality)))
        return replace(self, progress=replace(self.progress, counted_in=counted))

    def kept_in(self, state: ConversationState) -> ConversationState:
        """Return the state with the progress, whoever has the floor."""
        return replace(state, course=self.progress)

    def saved_in(self, state: ConversationState, chapter: Chapter | None = None, **data: bool) -> ConversationState:
        """Return the state with the course having the floor; «fortsett» means the course from now on."""
        shown = {CHAPTER: chapter.id} if chapter else {}
        return replace(state, course=self.progress, open_concern=None).in_dialog(NAME, **shown, **data)


def the_course(around: Around) -> Course | None:
    """Return the course for newcomers; None where the municipality has taken it out."""
    return next(iter(around.knowledge.courses.values()), None)


def lesson_of(state: ConversationState, around: Around) -> Lesson | None:
    """Return the person's lesson, at its start when they have none."""
    course = the_course(around)
    if course is None:
        return None
    known = state.course if state.course is not None and state.course.course == course.id else None
    return Lesson(course, known or CourseProgress(course.id))


def shown_chapter(state: ConversationState, lesson: Lesson) -> Chapter | None:
    """Return the chapter the person looks at; without one, the next that is not passed."""
    named = lesson.course.chapter(str(state.data.get(CHAPTER, ""))) if state.active == NAME else None
    return named or lesson.next_after()


def goes_on(state: ConversationState) -> bool:
    """Tell whether «fortsett» means the course: under way, and no concern opened since."""
    return state.course is not None and state.course.is_open and state.concern() is None
