"""Reads one YAML text safely: no tags, no aliases, no duplicate keys, a size limit, and a line number for every field.

Must not know what the file is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import yaml

from bot.content.kept_yaml import plain_data
from bot.content.problem import KnowledgeError, Problem

MAX_BYTES = 256 * 1024
"""No file an editor writes by hand comes near this; larger ones are mistakes or attacks (reliability.md case 68)."""

MAX_DEPTH = 40
"""Lists inside lists; our deepest file has nine levels."""
LONGEST_NUMBER = 50
"""Characters of a number, or of a date with its time."""
_MANY_DASHES = re.compile(rf"(?:[-?:]\s+){{{MAX_DEPTH},}}")
_BRACKETS = re.compile(r"[\[\]{}]")

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class YamlFile:
    """The plain data of a file, and where each field stands."""

    name: str
    data: Any
    text: str = field(default="", repr=False)
    first_line: int = 1

    @cached_property
    def lines(self) -> dict[KeyPath, int]:
        """The line of every field. Worked out when somebody asks: few files have a problem to point at."""
        lines: dict[KeyPath, int] = {}
        loader = _Loader(self.text)
        try:
            if (node := loader.get_single_node()) is not None:
                _note_lines(node, (), self.first_line, lines)
        finally:
            loader.dispose()
        return lines

    def line_of(self, path: KeyPath) -> int | None:
        """Return the 1-based line of the field, or of the nearest field around it."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path)

    def problem(self, path: KeyPath, message: str) -> Problem:
        """Return what is wrong with the field, with its line."""
        return Problem(self.name, ".".join(map(str, path)), message, self.line_of(path))


SAFE_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C is ten times as fast; the one in Python gives the same result where C is missing."""
_TEXT, _LIST, _TABLE, _TRUTH = (f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map", "bool"))


class WordsLoader(SAFE_LOADER):  # type: ignore[misc]
    """The safe loader; only true and false are truth values, as in YAML 1.2: «no» is a word in nynorsk («now»), «on»
    one in a dialect."""

    yaml_implicit_resolvers: ClassVar = {
        first: [one for one in known if one[0] != _TRUTH or first in "tTfF"]
        for first, known in SAFE_LOADER.yaml_implicit_resolvers.items()
    }


class _Loader(WordsLoader):
    """Makes its data in one walk, and refuses keys that stand twice, references and tags."""

    def plain(self, node: yaml.Node, met: set[int]) -> Any:
        """Return the data of a node. One met twice is an alias, which could grow without end: refused."""
        if id(node) in met:
            problem = "Fila bruker en henvisning (* eller &). Skriv teksten helt ut."
            raise yaml.MarkedYAMLError(None, None, problem, node.start_mark)
        met.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.tag == _TEXT else self._made(node)
        if isinstance(node, yaml.SequenceNode) and node.tag == _LIST:
            return [self.plain(one, met) for one in node.value]
        if isinstance(node, yaml.MappingNode) and node.tag == _TABLE:
            self._refuse_twins(node)
            return {self.plain(key, met): self.plain(value, met) for key, value in node.value}
        raise yaml.MarkedYAMLError(None, None, "unknown tag", node.start_mark)

    def _made(self, node: yaml.ScalarNode) -> Any:
        """Return a number, a date or the like; a day no calendar has (30 February) is told of where it stands, and so
        is what is too long to be a number: to read one with a hundred thousand digits takes seconds."""
        try:
            if len(node.value) > LONGEST_NUMBER:
                raise ValueError
            return self.construct_object(node)
        except (ValueError, OverflowError, LookupError, AttributeError):  # the last two: «!!bool x», «!!timestamp x»
            how = "Er det en dato, skriv en som finnes, år-måned-dag. Er det tekst, sett den i anførselstegn."
            shown = node.value if len(node.value) <= LONGEST_NUMBER else f"{node.value[:LONGEST_NUMBER]}…"
            problem = f"«{shown}» kan ikke leses. {how}"
            raise yaml.MarkedYAMLError(None, None, problem, node.start_mark) from None

    def _refuse_twins(self, node: yaml.MappingNode) -> None:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(None, None, "unhashable key", key.start_mark)
            if key.value in seen:
                raise yaml.MarkedYAMLError(None, None, f"«{key.value}» står to ganger. Slett den ene.", key.start_mark)
            seen.add(key.value)


def read_yaml(path: Path, name: str) -> YamlFile:
    """Read the file at `path`, called `name` in messages.

    Raises KnowledgeError when it is missing, too large, not UTF-8 or not plain YAML.
    """
    try:
        raw = path.read_bytes()
    except OSError:
        raise KnowledgeError([Problem(name, "", "Fila finnes ikke eller kan ikke leses.")]) from None
    return parse_yaml(raw, name)


def parse_yaml(raw: bytes, name: str, first_line: int = 1) -> YamlFile:
    """Parse YAML bytes. `first_line` is the line of the file on which they begin (front matter starts at 2)."""
    text = _decode(raw, name)
    return YamlFile(name, plain_data(raw, lambda: _parsed(text, name, first_line)), text, first_line)


def _parsed(text: str, name: str, first_line: int) -> Any:
    if _is_too_deep(text):
        raise KnowledgeError([Problem(name, "", "Fila har for mange lister inni hverandre. Skriv den flatere.")])
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            return loader.plain(node, set()) if node is not None else None
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = _where(error)
        line = mark.line + first_line if mark else None
        raise KnowledgeError([Problem(name, "", _in_norwegian(error, text), line)]) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise KnowledgeError(
            [Problem(name, "", "Fila er ikke gyldig YAML. Sammenlign med en fil som virker.")]
        ) from None


def _is_too_deep(text: str) -> bool:
    """Tell whether lists stand inside each other so deep that the loader in C could run out of stack."""
    if _MANY_DASHES.search(text):
        return True
    depth = deepest = 0
    for bracket in _BRACKETS.findall(text):
        depth = depth + 1 if bracket in "[{" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest > MAX_DEPTH


def _decode(raw: bytes, name: str) -> str:
    if len(raw) > MAX_BYTES:
        raise KnowledgeError([Problem(name, "", f"Fila er større enn {MAX_BYTES // 1024} kB. Del den opp.")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        text = "Fila er ikke lagret som UTF-8, så æ, ø og å blir feil. Lagre den på nytt med «UTF-8»."
        raise KnowledgeError([Problem(name, "", text, line)]) from None


_BEGUN_THERE = {
    "while scanning a simple key": "Linja mangler kolon, eller mellomrom etter kolonet. Skriv «felt: verdi».",
    "while scanning a quoted scalar": "Anførselstegnet som begynner her, har ingen slutt.",
    "while parsing a flow sequence": "Lista som begynner her, mangler «]», et komma eller et anførselstegn.",
    "while parsing a flow mapping": "Feltene som begynner her, mangler «}», et komma eller et anførselstegn.",
}
"""What is wrong where something began: the reading stops later, at the end of the file even."""
_INDENTED = "Innrykket stemmer ikke med linja over, eller et anførselstegn eller en klamme mangler."
_QUOTED = "En tekst kan ikke begynne med «{sign}» her. Sett hele teksten i anførselstegn."
_SIGNS_FIRST = ("while scanning an alias", "while scanning an anchor", "while scanning a block scalar")
"""A text that begins with a sign of YAML's own: «**fet** tekst»."""
_SAID = {
    "block sequence entries are not allowed": _QUOTED,
    "cannot start any token": _QUOTED,
    "undefined alias": _QUOTED,
    "unknown escape": '«\\» betyr noe eget mellom «"» og «"». Sett teksten mellom enkle anførselstegn i stedet.',
    "mapping values are not allowed": "Et kolon for mye, eller feil innrykk. Sett teksten i anførselstegn hvis den "
    "inneholder kolon.",
    "expected <block end>": _INDENTED,
    "did not find expected": _INDENTED,
}
"""What the reader's own words mean to whoever writes the file."""
_NOTHING_SAID = "YAML-en er skrevet feil her. Se etter innrykk, kolon, anførselstegn og klammer."


def _where(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Return the place an editor should look at."""
    return error.context_mark if error.context in _BEGUN_THERE and error.context_mark else error.problem_mark


def _in_norwegian(error: yaml.MarkedYAMLError, text: str) -> str:
    problem = error.problem or ""
    if problem.endswith("."):
        return problem
    if "tab character" in problem or _begins_with_a_tab(text, error.problem_mark):
        return "Linja begynner med tabulator. Bruk mellomrom."
    if error.context in _BEGUN_THERE:
        return _BEGUN_THERE[error.context]
    if error.context in _SIGNS_FIRST:
        return _QUOTED.format(sign=_sign_at(text, error.context_mark))
    words = next((words for part, words in _SAID.items() if part in problem), _NOTHING_SAID)
    return words.format(sign=_sign_at(text, error.problem_mark))


def _line_at(text: str, mark: yaml.Mark | None) -> str:
    return text.split("\n")[mark.line] if mark and mark.line <= text.count("\n") else ""


def _sign_at(text: str, mark: yaml.Mark | None) -> str:
    return _line_at(text, mark)[mark.column : mark.column + 1] if mark else ""


def _begins_with_a_tab(text: str, mark: yaml.Mark | None) -> bool:
    """Tell whether the line where the reading stopped is indented with a tab."""
    line = _line_at(text, mark)
    return "\t" in line[: len(line) - len(line.lstrip())]


def _note_lines(node: yaml.Node, path: KeyPath, first_line: int, lines: dict[KeyPath, int]) -> None:
    """Note the line of every field."""
    lines.setdefault(path, node.start_mark.line + first_line)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            lines[(*path, key.value)] = key.start_mark.line + first_line
            _note_lines(value, (*path, key.value), first_line, lines)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _note_lines(value, (*path, index), first_line, lines)
