"""Reads `practice/*.yaml`. Judges nothing: `check_courses` does."""

from __future__ import annotations

from pathlib import Path

from bot.content.course import Course
from bot.content.model_problem import build
from bot.content.problem import KnowledgeError, Problem
from bot.content.yaml_file import read_yaml

FOLDER = "practice"


def load_courses(knowledge: Path) -> dict[str, Course]:
    """Read every course, by id; none when there is no folder. Raises KnowledgeError with every problem."""
    courses: dict[str, Course] = {}
    problems: list[Problem] = []
    for path in sorted((knowledge / FOLDER).glob("*.yaml")):
        name = path.relative_to(knowledge).as_posix()
        try:
            file = read_yaml(path, name)
        except KnowledgeError as error:
            problems.extend(error.problems)
            continue
        course, wrong = build(Course, file.data if file.data is not None else {}, file)
        problems.extend(wrong)
        if course is None:
            continue
        if course.id != path.stem:
            text = f"course er «{course.id}», men fila heter «{path.name}». De skal være like."
            problems.append(file.problem(("course",), text))
        courses[course.id] = course
    if problems:
        raise KnowledgeError(problems)
    return courses
