"""Holds the courses for newcomers against everything they name, a phone screen and the calendar.

Raises nothing: whatever is wrong is a problem an editor can read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.content.check_dates import wrong_dates
from bot.content.course import Chapter, Course, PracticeCase
from bot.content.guide import Guide
from bot.content.model_problem import did_you_mean
from bot.content.problem import Problem

MAX_POINTS, MAX_POINT, MAX_STORY = 5, 170, 500
"""Points of a chapter, characters of a point or an answer, characters of a story: what fits a phone."""


@dataclass(frozen=True)
class Named:
    """What a course may name."""

    sources: Collection[str]
    articles: Collection[str]
    municipalities: Collection[str]
    guides: Mapping[str, Guide]


def check_courses(courses: Iterable[Course], named: Named, *, today: date) -> list[Problem]:
    """Return every problem of every course."""
    return [problem for course in courses for problem in _problems_of(course, named, today)]


def _problems_of(course: Course, named: Named, today: date) -> Iterator[Problem]:
    file = f"practice/{course.id}.yaml"
    if course.is_past_review(today):
        text = (
            f"Opplæringen skulle vært kontrollert innen {course.review_by:%d.%m.%Y}. Les kildene, og sett nye datoer."
        )
        yield Problem(file, "review_by", text, severity="advarsel")
    yield from (Problem(file, *one) for one in wrong_dates(course.checked_on, course.review_by, today))
    for index, chapter in enumerate(course.chapters):
        yield from _of_chapter(chapter, f"chapters[{index}]", file, named)
    for index, case in enumerate(course.cases):
        yield from _of_case(case, f"cases[{index}]", file, named)


def _of_chapter(chapter: Chapter, at: str, file: str, named: Named) -> Iterator[Problem]:
    yield from _unknown(chapter.sources, named.sources, f"{at}.sources", file, "Kilden")
    yield from _unknown(chapter.quiz.sources, named.sources, f"{at}.quiz.sources", file, "Kilden")
    if chapter.article:
        yield from _unknown((chapter.article,), named.articles, f"{at}.article", file, "Svaret")
    yield from _too_long(chapter.points, f"{at}.points", file)
    yield from _too_long([one.say for one in chapter.quiz.choices], f"{at}.quiz.choices", file)
    for number, local in enumerate(chapter.local):
        where = f"{at}.local[{number}]"
        yield from _unknown(local.municipality, named.municipalities, f"{where}.municipality", file, "Kommunen")
        yield from _unknown(local.sources, named.sources, f"{where}.sources", file, "Kilden")
        yield from _too_long(local.points, f"{where}.points", file)


def _of_case(case: PracticeCase, at: str, file: str, named: Named) -> Iterator[Problem]:
    yield from _unknown(case.sources, named.sources, f"{at}.sources", file, "Kilden")
    yield from _unknown((case.guide,), named.guides, f"{at}.guide", file, "Veilederen")
    if len(case.story) > MAX_STORY:
        text = f"Historien er på {len(case.story)} tegn. Kort den ned til {MAX_STORY}."
        yield Problem(file, f"{at}.story", text, severity="advarsel")
    guide = named.guides.get(case.guide)
    if guide is not None:
        yield from _unknown(case.outcomes, guide.outcomes, f"{at}.outcomes", file, "Utfallet")
        yield from _unknown(case.answers, guide.steps, f"{at}.answers", file, "Steget")


def _unknown(names: Iterable[str], known: Collection[str], where: str, file: str, what: str) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            yield Problem(file, where, f"{what} «{name}» finnes ikke.{did_you_mean(name, known)}")


def _too_long(points: Sequence[str], where: str, file: str) -> Iterator[Problem]:
    if len(points) > MAX_POINTS:
        yield Problem(
            file, where, f"{len(points)} punkter er for mange. Fem er nok på en telefon.", severity="advarsel"
        )
    for point in points:
        if len(point) > MAX_POINT:
            text = f"«{point[:30]} …» er på {len(point)} tegn. Kort den ned til {MAX_POINT}."
            yield Problem(file, where, text, severity="advarsel")
