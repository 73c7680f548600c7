"""Where each row of the source documents lives: found in the content itself, so that the list cannot lie about it.

Must not know which rows there are; a row id stands as data beside what it led to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.content.course import Course
from bot.content.guide import Guide
from bot.content.profile import MunicipalityProfile

_PARTS = {"services": "tjeneste", "measures": "tiltak", "numbers": "kontakt", "consent": "samtykke",
          "structures": "forum", "links": "lenke", "year": "årshjul"}  # fmt: skip


def rows_in_guides(guides: Mapping[str, Guide]) -> Iterator[tuple[str, str]]:
    """Yield (row, place) for every step, outcome and check-point that names a row."""
    for guide in guides.values():
        for name, step in guide.steps.items():
            yield from ((row, f"veileder {guide.id}, steg {name}") for row in step.rows)
        for name, outcome in guide.outcomes.items():
            yield from ((row, f"veileder {guide.id}, {name}") for row in outcome.rows)
        for name, point in guide.checkpoints.items():
            yield from ((row, f"veileder {guide.id}, sjekkpunkt {name}") for row in point.rows)


def rows_in_courses(courses: Mapping[str, Course]) -> Iterator[tuple[str, str]]:
    """Yield (row, place) for every course, chapter and invented case that names a row."""
    for course in courses.values():
        for number, chapter in enumerate(course.chapters, 1):
            yield from ((row, f"opplæring «{course.title}», del {number} «{chapter.title}»") for row in chapter.rows)
        for case in course.cases:
            yield from ((row, f"opplæring «{course.title}», øvelse «{case.title}»") for row in case.rows)


def rows_in_profiles(profiles: Mapping[str, MunicipalityProfile]) -> Iterator[tuple[str, str]]:
    """Yield (row, place) for every local fact that names a row, once for each kind of fact."""
    seen: set[tuple[str, str]] = set()
    for profile in profiles.values():
        for pair in _rows_in(profile):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _rows_in(profile: MunicipalityProfile) -> Iterator[tuple[str, str]]:
    for team in profile.teams:
        yield from ((row, f"team «{team.name}»") for row in team.rows)
    for field, said in _PARTS.items():
        for key, one in getattr(profile, field).items():
            yield from ((row, f"{said} «{getattr(one, 'name', key)}»") for row in one.rows)
