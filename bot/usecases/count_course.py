"""Count that somebody has finished an introduction, and tell how many have. Nobody's name or answer is ever part."""

from __future__ import annotations

from bot.domain.counted import CountCourse, ShowCourseCounts
from bot.domain.norway import OSLO
from bot.domain.outcomes import CourseCountsAre, Done, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def count_course(command: CountCourse, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Count one more in this month (Norwegian time)."""
    month = f"{clock.now().astimezone(OSLO):%Y-%m}"
    await uow.course_counts.add(command.municipality, month, command.course, command.version)
    return Done(command)


async def show_course_counts(command: ShowCourseCounts, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the counts of the municipalities that were asked about."""
    counts = [one for one in await uow.course_counts.all() if one.municipality in command.municipalities]
    return CourseCountsAre(command, tuple(counts))
