"""Checks the whole knowledge folder. Must raise nothing: whatever is wrong is a problem an editor can read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.content.article_file import read_articles, slugs_in
from bot.content.check_articles import load_topics
from bot.content.check_articles import problems_in as article_problems
from bot.content.check_contacts import check_contacts, check_shared
from bot.content.check_copied import check_copied
from bot.content.check_courses import Named, check_courses
from bot.content.check_dates import wrong_dates
from bot.content.check_guides import Known, check_guides
from bot.content.check_more_questions import check_more_questions
from bot.content.check_named import check_named
from bot.content.check_places import check_places
from bot.content.check_profiles import check_profiles
from bot.content.check_sentences import sentences_wrong
from bot.content.course_file import load_courses
from bot.content.form_lists import PROFILES, missing
from bot.content.guide_file import load_guides
from bot.content.model_problem import dotted, nearest
from bot.content.problem import KnowledgeError, Problem, require_folder, tried
from bot.content.profile_file import load_profiles
from bot.content.source import Source, load_sources
from bot.content.versions import read_files
from bot.content.yaml_file import read_yaml

SHARED_FOLDER = "kommuner/felles"
FILL_IN = "Må fylles ut av kommunen:"
"""What a warning begins with that is a fact nobody has told us."""


def check_knowledge(
    knowledge: Path, *, today: date, rules: Iterable[str] | None = None, needed: Iterable[str] = ()
) -> list[Problem]:
    """Return every problem of every file, errors first. `rules` are the names of the Python rules guides may use,
    `needed` what the program knows by name in them."""
    try:
        require_folder(knowledge)
    except KnowledgeError as error:
        return list(error.problems)
    problems = article_problems(knowledge, today=today)
    sources = tried(lambda: load_sources(knowledge), problems) or {}
    problems += source_dates(knowledge, sources, today)
    profiles = tried(lambda: load_profiles(knowledge), problems)
    guides = tried(lambda: load_guides(knowledge), problems)
    problems += sentences_wrong(knowledge)
    courses = tried(lambda: load_courses(knowledge), problems) or {}
    topics = tried(lambda: load_topics(knowledge), problems) or ()
    articles = slugs_in(knowledge)
    slugs = articles | frozenset(topics)
    problems += check_more_questions(knowledge, articles)
    if profiles is not None:
        problems += check_profiles(profiles, sources, today=today)
        problems += check_places(knowledge, profiles)
        problems += check_copied(knowledge, profiles)
        problems += check_contacts(read_articles(knowledge)[0].values(), profiles)
        problems += check_shared(knowledge, profiles)
        problems += to_fill(knowledge)
    if guides is not None and profiles is not None:
        names = frozenset(rules) if rules is not None else None
        problems += check_guides(Known(sources, profiles, slugs, guides[0], names), today=today)
        problems += check_named(guides[0], needed)
        problems += check_courses(courses.values(), Named(sources, articles, profiles, guides[0]), today=today)
    unique = dict.fromkeys(_with_lines(problems, knowledge))
    return sorted(unique, key=lambda p: (p.severity != "feil", p.file, p.line or 0, p.where, p.message))


def source_dates(knowledge: Path, sources: Mapping[str, Source], today: date) -> list[Problem]:
    """Return each source that somebody is said to read another day than today or before."""
    wrong = [
        (f"sources.{key}.{field}", words)
        for key, source in sources.items()
        for field, words in wrong_dates(source.checked_on, None, today)
    ]
    names = [path.relative_to(knowledge).as_posix() for path in sorted((knowledge / "sources").glob("*.yaml"))]
    lines = {name: _lines_of(knowledge, name) for name in names} if wrong else {}
    return [
        Problem(next((name for name in lines if where in lines[name]), "sources"), where, words)
        for where, words in wrong
    ]


def to_fill(knowledge: Path) -> list[Problem]:
    """Return what the municipalities must fill in, as warnings: each fact once, with its question and who knows."""
    found = missing({one: raw for one, raw in read_files(knowledge).items() if one.startswith(PROFILES)})
    return [
        Problem(one.file, _dotted(one.where), f"{FILL_IN} {one.ask} Spør: {one.who_knows}.", severity="advarsel")
        for one in found
    ]


def _dotted(where: str) -> str:
    """Write `teams/0/meets` as it is told of elsewhere: `teams[0].meets`."""
    return dotted(int(part) if part.isdigit() else part for part in where.split("/"))


def _with_lines(problems: Iterable[Problem], knowledge: Path) -> list[Problem]:
    """Fill in the line of the field in YAML files; what stands in a shared file is told of that file, once."""
    shared = [path.relative_to(knowledge).as_posix() for path in sorted((knowledge / SHARED_FOLDER).glob("*.yaml"))]
    lines: dict[str, Mapping[str, int]] = {name: _lines_of(knowledge, name) for name in shared}
    placed = []
    for problem in problems:
        if problem.line is None and problem.where and problem.file.endswith(".yaml"):
            if problem.file not in lines:
                lines[problem.file] = _lines_of(knowledge, problem.file)
            own = lines[problem.file]
            entry = ".".join(problem.where.split(".")[:2])
            is_local = not problem.file.startswith("kommuner/") or "." not in entry or entry in own
            home = next((name for name in shared if entry in lines[name]), "") if not is_local else ""
            file = home or problem.file
            problem = replace(problem, file=file, line=nearest(problem.where, lines[file]))
        placed.append(problem)
    return placed


def _lines_of(knowledge: Path, name: str) -> Mapping[str, int]:
    try:
        return {dotted(path): line for path, line in read_yaml(knowledge / name, name).lines.items() if path}
    except KnowledgeError:
        return {}
