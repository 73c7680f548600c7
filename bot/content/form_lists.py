"""What there is to edit, listed: contacts, meetings and other facts of a municipality, steps of a guide, words, texts.

Must not know who may change what.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from bot.content.form_shapes import PROFILE_DATES, RECORDS
from bot.content.form_targets import ACUTE, CONCEPTS, TEXTS
from bot.content.versions import Files
from bot.content.versions_diff import label_of
from bot.content.yaml_file import parse_yaml

PROFILES, GUIDES, COURSES = "kommuner/", "guides/", "practice/"


@dataclass(frozen=True)
class Listed:
    """One piece that can be opened: its target, its name, and what stands there now."""

    target: str
    title: str
    note: str = ""


@dataclass(frozen=True)
class Missing:
    """A fact nobody has told us, with the question and who is likely to know."""

    target: str
    file: str
    where: str
    ask: str
    who_knows: str
    owner: str = ""
    """Name of the team, service or number it is missing of: several teams lack the same."""


def profile_files(files: Files) -> tuple[str, ...]:
    """Return the files with facts about municipalities, the municipalities' own first."""
    found = [path for path in files if path.startswith(PROFILES) and path.endswith(".yaml")]
    return tuple(sorted(found, key=lambda path: (path.count("/"), path)))


def name_of(files: Files, path: str) -> str:
    """Return what a file of facts is called."""
    data = _data(files, path)
    return str(data.get("name") or data.get("title") or data.get("shared") or PurePosixPath(path).stem)


def contacts(files: Files, path: str) -> list[Listed]:
    """Return the contacts of a file."""
    numbers = _data(files, path).get("numbers") or {}
    return [Listed(f"contact:{path}:{key}", str(one.get("name", key)), _reached(one)) for key, one in numbers.items()]


def _reached(number: Mapping[str, Any]) -> str:
    value = number.get("value")
    return " / ".join(map(str, value)) if isinstance(value, list) else str(value or number.get("unknown") or "")


def meetings(files: Files, path: str) -> list[Listed]:
    """Return the teams that meet."""
    teams = _data(files, path).get("teams") or []
    return [
        Listed(f"meeting:{path}:teams/{index}", str(team.get("name")), _meets(team["meets"]))
        for index, team in enumerate(teams)
        if isinstance(team.get("meets"), dict)
    ]


def _meets(meets: Mapping[str, Any]) -> str:
    """Return when it meets, or that nobody has told; how often, where only that is known."""
    return _known(meets.get("weekday_and_time")) or _known(meets.get("rhythm"))


def _known(value: Any) -> str:
    return str(value.get("unknown", "")) if isinstance(value, dict) else str(value or "")


def records(files: Files, path: str) -> list[Listed]:
    """Return services, measures, forums, links, rules of consent and events of the year, and the dates of the file."""
    data = _data(files, path)
    found = [Listed(f"dates:{path}:", name_of(files, path), _known(data.get("review_by")))] if "plan" in data else []
    for section in RECORDS:
        for key, one in (data.get(section) or {}).items():
            found.append(Listed(f"record:{path}:{section}/{key}", str(one.get("name") or key), label_of(section)))
    return found


def missing(files: Files) -> list[Missing]:
    """Return every fact that is marked «må fylles ut av kommunen», once, in the file where it stands.

    The only place where they are counted: editors, `check`, `doctor` and the monthly overview tell the same number.
    """
    return [
        Missing(
            _target_of(path, where),
            path,
            where,
            str(one.get("ask", "")),
            str(one.get("who_knows", "")),
            _owner(data, where),
        )
        for path in profile_files(files)
        for data in (_data(files, path),)
        for where, one in _unknowns(data, "")
    ]


def _owner(data: Mapping[str, Any], where: str) -> str:
    section, _, rest = where.partition("/")
    records = data.get(section)
    record = records.get(rest.partition("/")[0]) if isinstance(records, dict) else None
    name = record.get("name") if isinstance(record, dict) else None
    return name if isinstance(name, str) else ""


def _target_of(path: str, where: str) -> str:
    parts = where.split("/")
    if where in {spec.id for spec in PROFILE_DATES}:
        return f"dates:{path}:"
    return f"contact:{path}:{parts[1]}" if parts[0] == "numbers" else f"fact:{path}:{where}"


def _unknowns(value: Any, where: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(value, dict) and "unknown" in value:
        yield where, value
        return
    if isinstance(value, dict | list):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for name, part in parts:
            yield from _unknowns(part, f"{where}/{name}" if where else str(name))


def guide_files(files: Files) -> tuple[str, ...]:
    """Return the guides, and the outcomes they share; not their archive."""
    return tuple(
        sorted(
            path
            for path in files
            if path.startswith(GUIDES) and path.endswith(".yaml") and not path.startswith(f"{GUIDES}archive/")
        )
    )


def guide_pieces(files: Files, path: str) -> list[Listed]:
    """Return the steps and outcomes of a guide in the order of the file."""
    data = _data(files, path)
    steps = [
        Listed(f"step:{path}:steps/{key}", str(one.get("short") or one.get("ask")), key)
        for key, one in (data.get("steps") or {}).items()
    ]
    ends = [
        Listed(f"outcome:{path}:outcomes/{key}", str(one.get("title")), key)
        for key, one in (data.get("outcomes") or {}).items()
    ]
    return steps + ends


def course_pieces(files: Files) -> list[Listed]:
    """Return the introductions with their chapters and invented cases, in the order of the files."""
    found: list[Listed] = []
    for path in sorted(one for one in files if one.startswith(COURSES) and one.endswith(".yaml")):
        data = _data(files, path)
        found.append(Listed(f"course:{path}:", str(data.get("title")), str(data.get("version"))))
        for kind, section in (("chapter", "chapters"), ("practice", "cases")):
            found += [
                Listed(f"{kind}:{path}:{section}/{index}", str(one.get("title")), str(one.get("id")))
                for index, one in enumerate(data.get(section) or [])
            ]
    return found


def words(files: Files) -> list[Listed]:
    """Return the concepts with their words, and the kinds of danger with their expressions."""
    concepts = _data(files, CONCEPTS).get("concepts") or {}
    dangers = _data(files, ACUTE).get("expressions") or {}
    return [
        *(Listed(f"words:{ACUTE}:expressions/{key}", key, _all(ws)) for key, ws in dangers.items()),
        *(Listed(f"words:{CONCEPTS}:concepts/{key}", key, _all(ws)) for key, ws in concepts.items()),
    ]


def _all(entries: Any) -> str:
    return ", ".join(str(one) for one in entries or ())


def sentences(files: Files) -> list[Listed]:
    """Return every sentence of the bot."""
    return [
        Listed(f"text:{path}:{key}", str(sentence), f"{path.removeprefix(TEXTS).removesuffix('.yaml')}.{key}")
        for path in sorted(files)
        if path.startswith(TEXTS)
        for key, sentence in _data(files, path).items()
    ]


def _data(files: Files, path: str) -> dict[str, Any]:
    data = parse_yaml(files[path], path).data if path in files else None
    return data if isinstance(data, dict) else {}
