"""A form over one piece of a knowledge file: which fields it has, and the file with what was filled in.

Must not judge the values (the checks do), nor know how a form is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from bot.content.model_problem import dotted
from bot.content.problem import KnowledgeError, Problem
from bot.content.versions_edit import Plain, value_at, with_value, without_value
from bot.content.yaml_file import KeyPath

Kind = Literal["line", "text", "lines", "date", "dates", "yes", "ages", "number"]
"""One line, several lines of text, a list with one entry on each line, a date, one date on each line, yes or no, ages
in years, or a whole number."""


OLDEST = 120
LONGEST_NUMBER = 5


@dataclass(frozen=True)
class Spec:
    """One field: its name in the form, where it stands below the piece, and how it is written."""

    id: str
    path: KeyPath
    kind: Kind = "line"
    number: int = 0
    """1, 2, 3 … when the same field comes several times."""
    required: bool = False

    @property
    def name(self) -> str:
        """Return the id that is unique in the form."""
        return f"{self.id}.{self.number}" if self.number else self.id


@dataclass(frozen=True)
class FormField:
    """One field with what stands in the file now. `asks` is the question a municipality must answer there."""

    spec: Spec
    value: str
    asks: str = ""
    who_knows: str = ""
    offers: Sequence[str] = ()
    """What the file itself gives to choose from."""


@dataclass(frozen=True)
class Form:
    """Everything an editor sees of one piece."""

    target: str
    file: str
    title: str
    fields: Sequence[FormField]


def fields_of(raw: bytes, file: str, base: KeyPath, specs: Iterable[Spec]) -> tuple[FormField, ...]:
    """Return the fields with their values; what nobody knows yet is empty and says what to ask."""
    return tuple(_field(spec, value_at(raw, file, (*base, *spec.path))) for spec in specs)


def _field(spec: Spec, value: Any) -> FormField:
    if isinstance(value, Mapping) and "unknown" in value:
        return FormField(spec, "", str(value.get("ask", "")), str(value.get("who_knows", "")))
    return FormField(spec, shown(value))


def shown(value: Any) -> str:
    """Return a value as it stands in a field: a list has one entry on each line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "\n".join(str(one) for one in value)
    return str(value).strip()


def written(raw: bytes, file: str, base: KeyPath, fields: Iterable[FormField], values: Mapping[str, str]) -> bytes:
    """Return the file with every field that was changed. Raises KnowledgeError for a date that is none."""
    for field in fields:
        spec, path = field.spec, (*base, *field.spec.path)
        said = values.get(spec.name, field.value).replace("\r\n", "\n").strip()
        if same(said, field.value):
            continue
        if said or spec.required:
            raw = with_value(raw, file, path, plain(said, spec.kind, file, path))
        elif not field.asks:
            raw = without_value(raw, file, path)
    return raw


def same(one: str, other: str) -> bool:
    """Tell whether two texts differ only in where lines are broken off with spaces."""
    return [line.rstrip() for line in one.strip().splitlines()] == [
        line.rstrip() for line in other.strip().splitlines()
    ]


def plain(said: str, kind: Kind, file: str, path: KeyPath) -> Plain:
    """Return what is written in the file for what was filled in."""
    if kind in ("lines", "dates"):
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        return lines if kind == "lines" else [a_date(line, file, path) for line in lines]
    if kind == "date":
        return a_date(said, file, path)
    if kind == "yes":
        return said == "true"
    if kind == "ages":
        return list(ages(said, file, path))
    if kind == "number":
        return a_number(said, file, path)
    return said if kind == "text" else " ".join(said.split())


def a_date(said: str, file: str, path: KeyPath) -> date:
    """Read `2026-12-31` or `31.12.2026`. Raises KnowledgeError."""
    text = said.strip()
    day, _, rest = text.partition(".")
    month, _, year = rest.partition(".")
    try:
        return date(int(year), int(month), int(day)) if year else date.fromisoformat(text)
    except ValueError:
        problem = f"«{text[:40]}» er ikke en dato. Skriv den slik: 31.12.2026."
        raise KnowledgeError([Problem(file, ".".join(map(str, path)), problem)]) from None


def a_number(said: str, file: str, path: KeyPath) -> int:
    """Read a whole number. Raises KnowledgeError."""
    text = said.strip()
    if not (text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER):
        raise KnowledgeError(
            [Problem(file, dotted(path), f"«{text[:40]}» er ikke et helt tall. Skriv for eksempel 2.")]
        )
    return int(text)


def ages(said: str, file: str, path: KeyPath) -> list[int]:
    """Read ages in years: one on each line, or `12-15`. Raises KnowledgeError."""
    found: set[int] = set()
    for one in said.replace(",", " ").replace("–", "-").split():
        low, _, high = one.partition("-")
        are_numbers = low.isdecimal() and (high or low).isdecimal() and len(one) <= 2 * LONGEST_NUMBER + 1
        if not are_numbers or int(high or low) > OLDEST:
            raise KnowledgeError([Problem(file, dotted(path), f"«{one[:40]}» er ikke en alder. Skriv slik: 12-15.")])
        found |= set(range(int(low), int(high or low) + 1))
    return sorted(found)
