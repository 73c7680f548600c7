"""Every piece of the knowledge that has a form, by a short id such as `contact:kommuner/stjordal.yaml:ppt`.

Must not judge what is filled in, nor know who may change what.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.content.check_articles import MAX_PHRASINGS
from bot.content.form_article import PARTS, article_form, part_form, write_article, write_part
from bot.content.form_contact import contact_form, write_contact
from bot.content.form_shapes import (
    CHOSEN,
    COURSE_HEAD,
    LISTED,
    MEETING,
    PRACTICE_CASE,
    PROFILE_DATES,
    RECORDS,
    chapter_specs,
    outcome_specs,
    step_specs,
)
from bot.content.forms import Form, Kind, Spec, fields_of, plain, written
from bot.content.problem import KnowledgeError, Problem
from bot.content.versions import Files
from bot.content.versions_diff import label_of
from bot.content.versions_edit import head_value, value_at, with_head_value, with_value
from bot.content.yaml_file import KeyPath

TEXTS = "texts/nb/"
CONCEPTS, ACUTE, MORE_QUESTIONS = "words/begreper.yaml", "words/acute.yaml", "words/flere_sporsmal.tsv"


def form_for(files: Files, target: str) -> Form | None:
    """Return the form of the piece, or None when it is not there (any more)."""
    kind, file, rest = _parts(target)
    if file not in files:
        return None
    if kind == "article":
        return article_form(files[file], file, target)
    if kind in PARTS:
        return part_form(files[file], file, kind, rest, target)
    if kind == "contact":
        return contact_form(files[file], file, rest, target)
    place = _place(kind, files[file], file, rest)
    if place is None:
        return None
    base, specs, title = place
    return Form(target, file, title, fields_of(files[file], file, base, specs))


def changes_for(files: Files, target: str, values: Mapping[str, str]) -> dict[str, bytes]:
    """Return the changed file. Raises KnowledgeError for what is no value at all, or when the piece is gone."""
    kind, file, rest = _parts(target)
    form = form_for(files, target)
    if form is None:
        raise KnowledgeError([Problem(file, "", "Det du ville endre, finnes ikke lenger.")])
    if kind == "article":
        return {file: write_article(files[file], form, values)}
    if kind in PARTS:
        return {file: write_part(files, form, kind, rest, values)}
    if kind == "contact":
        return {file: write_contact(files[file], form, rest, values)}
    if kind == "fact":
        return {file: _write_fact(files[file], form, rest, values)}
    place = _place(kind, files[file], file, rest)
    base: KeyPath = place[0] if place else ()
    return {file: written(files[file], file, base, form.fields, values)}


def _parts(target: str) -> tuple[str, str, str]:
    kind, _, place = target.partition(":")
    file, _, rest = place.partition(":")
    return kind, f"articles/{file}.md" if kind == "article" or kind in PARTS else file, rest


Place = tuple[KeyPath, tuple[Spec, ...], str]
"""Where a piece stands, its fields and its name."""


def _place(kind: str, raw: bytes, file: str, rest: str) -> Place | None:
    """Return where the piece stands; None when it is not there or no such kind is known."""
    path = path_of(rest)
    if kind == "fact":
        return _fact(raw, file, path)
    found = value_at(raw, file, path if rest else ())
    shape = _SHAPES.get(kind)
    return None if found is None or shape is None else shape(path, found)


def _dates(_path: KeyPath, found: Any) -> Place:
    return (), PROFILE_DATES, str(found.get("name", ""))


def _fact(raw: bytes, file: str, path: KeyPath) -> Place | None:
    """Return one fact, under the name of what it belongs to. What only some words are valid for has its own field."""
    if value_at(raw, file, path) is None:
        return None
    owners = [value_at(raw, file, path[:end]) for end in range(1, len(path))]
    names = [str(one["name"]) for one in owners if isinstance(one, dict) and "name" in one]
    last = str(path[-1])
    title = " › ".join((*(names or map(label_of, map(str, path[:-1]))), label_of(last)))
    spec = Spec(last, path[-1:], "lines") if last in CHOSEN else Spec("fact", path[-1:], "text")
    return path[:-1], (spec,), title


def _meeting(path: KeyPath, found: Any) -> Place:
    return path, MEETING, str(found.get("name", path[-1]))


def _record(path: KeyPath, found: Any) -> Place | None:
    specs = RECORDS.get(str(path[0]))
    return (path, tuple(specs), str(found.get("name") or path[-1])) if specs and isinstance(found, dict) else None


def _step(path: KeyPath, found: Any) -> Place:
    return path, step_specs(found), str(found.get("short") or found.get("ask"))


def _outcome(path: KeyPath, found: Any) -> Place:
    return path, outcome_specs(found), str(found.get("title"))


def _course(_path: KeyPath, found: Any) -> Place:
    return (), COURSE_HEAD, str(found.get("title", ""))


def _chapter(path: KeyPath, found: Any) -> Place:
    return path, chapter_specs(found), str(found.get("title"))


def _practice(path: KeyPath, found: Any) -> Place:
    return path, PRACTICE_CASE, str(found.get("title"))


def _words(path: KeyPath, _found: Any) -> Place:
    return path[:-1], (Spec("words", path[-1:], "lines", required=True),), str(path[-1])


def _text(path: KeyPath, _found: Any) -> Place:
    return (), (Spec("sentence", path, "text", required=True),), str(path[-1])


_SHAPES: Mapping[str, Callable[[KeyPath, Any], Place | None]] = {
    "dates": _dates,
    "meeting": _meeting,
    "record": _record,
    "step": _step,
    "outcome": _outcome,
    "course": _course,
    "chapter": _chapter,
    "practice": _practice,
    "words": _words,
    "text": _text,
}


def path_of(rest: str) -> KeyPath:
    """Read `teams/0/meets` as a path: numbers are places in a list."""
    return tuple(int(part) if part.isdecimal() else part for part in rest.split("/"))


def _write_fact(raw: bytes, form: Form, rest: str, values: Mapping[str, str]) -> bytes:
    path = path_of(rest)
    said = values.get(form.fields[0].spec.name, "").strip()
    if not said:
        return raw
    kind: Kind = "lines" if path[-1] in LISTED else "text"
    return with_value(raw, form.file, path, plain(said, kind, form.file, path))


def with_phrasing(files: Files, path: str, phrasing: str) -> dict[str, bytes]:
    """Return the change that adds a way of asking: to the answer, or once that has enough, to the list beside it."""
    asked = [str(one) for one in head_value(files[path], path, ("asked_as",)) or []]
    said = " ".join(phrasing.split())
    if said in asked:
        return {}
    if len(asked) < MAX_PHRASINGS:
        return {path: with_head_value(files[path], path, ("asked_as",), [*asked, said])}
    slug = path.removeprefix("articles/").removesuffix(".md")
    before = files.get(MORE_QUESTIONS, b"").decode("utf-8-sig").rstrip("\n")
    return {MORE_QUESTIONS: f"{before}\n{slug}\t{said}\n".encode()}
