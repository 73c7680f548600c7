"""What `bot check` asks the anonymiser: is anybody named in published practice cases and answers, and which local lists
has nobody held against a source? Only the command line may know both the content and the anonymiser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from bot.anonymise import Anonymiser, WeightsMissing, load_anonymiser
from bot.content.article_file import read_articles
from bot.content.course_file import load_courses
from bot.content.problem import KnowledgeError, Problem
from bot.content.yaml_file import read_yaml

LISTS = "anonymising"
_UNCHECKED = "ikke kontrollert mot"
_IN_ANSWERS = frozenset(["fodselsnummer", "personnummer", "fodselsdato", "bilskilt", "initialer"])
"""What an answer never needs. Names and numbers of services belong in answers, so these are not judged there."""
_ALLOWED = frozenset(["K.L."])


def check_persons(knowledge: Path, only: str = "") -> list[Problem]:
    """Return what points to a person in published content, and the lists that the municipality must confirm. Files
    whose name has not `only` in it are not read: all of them take most of a minute."""
    if not (knowledge / LISTS).is_dir():
        return []
    try:
        anonymiser = load_anonymiser(knowledge / LISTS)
    except WeightsMissing as error:
        text = "Fila mangler, eller den er laget for en annen utgave. Kjør python -m bench.anonymise.learn_names."
        return [Problem(f"bot/anonymise/asking/{error}", "", text)]
    return [
        *_in_practice(knowledge, anonymiser, only),
        *_in_answers(knowledge, anonymiser, only),
        *_unconfirmed(knowledge),
    ]


def _in_practice(knowledge: Path, anonymiser: Anonymiser, only: str) -> Iterator[Problem]:
    try:
        courses = load_courses(knowledge)
    except KnowledgeError:
        return  # the check of the courses says what is wrong with them
    for course in courses.values():
        file = f"practice/{course.id}.yaml"
        for index, case in enumerate(course.cases if only in file else ()):
            for field in ("title", "story", "why"):
                text = getattr(case, field)
                if any(finding.cls == "direct" for finding in anonymiser.find(text)):
                    yield _problem(file, f"cases[{index}].{field}")


def _in_answers(knowledge: Path, anonymiser: Anonymiser, only: str) -> Iterator[Problem]:
    articles, _ = read_articles(knowledge)
    tells_of_somebody = cache(partial(_tells_of_somebody, anonymiser))  # many answers have the same lines in their head
    for file in (file for slug in articles if only in (file := f"articles/{slug}.md")):
        if any(map(tells_of_somebody, _parts((knowledge / file).read_text(encoding="utf-8")))):
            yield _problem(file, "")


def _parts(text: str) -> Sequence[str]:
    """Return the lines of the head one by one and the body as a whole: as one text, the list of phrasings would be read
    as hundreds of lines that may go on in the next, and take most of a minute."""
    head, _, body = text.partition("\n---\n")
    return (*filter(str.strip, head.splitlines()), body)


def _tells_of_somebody(anonymiser: Anonymiser, text: str) -> bool:
    return any(text[one.start : one.end] not in _ALLOWED for one in anonymiser.find_of(_IN_ANSWERS, text))


def _problem(file: str, where: str) -> Problem:
    text = "Teksten ser ut til å nevne en person. Skriv «en elev» eller «barnet», også når personen er oppdiktet."
    return Problem(file, where, text)


def _unconfirmed(knowledge: Path) -> Iterator[Problem]:
    """Say for each local list that nobody has held it against a source; no user waits for it, so it only warns."""
    folder = knowledge / LISTS
    for path in (folder / "befolkning.yaml", *sorted((folder / "steder").glob("*.yaml"))):
        name = path.relative_to(knowledge).as_posix()
        if path.exists() and _UNCHECKED in str(_source_of(path, name)).lower():
            text = "Lista er ikke kontrollert mot kilde. Hold den mot kommunens egne lister."
            yield Problem(name, "source", text, severity="advarsel")


def _source_of(path: Path, name: str) -> object:
    try:
        data = read_yaml(path, name).data
    except KnowledgeError:
        return ""
    return data.get("source", "") if isinstance(data, dict) else ""
