"""What is wrong in a knowledge file, said so that an editor can mend it. Knows nothing about where it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

Severity = Literal["feil", "advarsel"]
Read = TypeVar("Read")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: which file and field, what is wrong, and how to put it right (Norwegian, for editors)."""

    file: str
    """Path relative to the knowledge folder, with forward slashes."""
    where: str
    """The field or step, e.g. `steps.trygg_na.options[2].go_to`; empty for the whole file."""
    message: str
    """Full Norwegian sentences: what is wrong, what was meant (`Mente du ...?`), how to mend it."""
    line: int | None = None
    """1-based line in the file, when known."""
    severity: Severity = "feil"

    def __str__(self) -> str:
        place = self.file + (f", linje {self.line}" if self.line else "")
        return f"{place}, «{self.where}»: {self.message}" if self.where else f"{place}: {self.message}"


class KnowledgeError(Exception):
    """Some knowledge files cannot be used. Show every problem to the editor, and keep the last good version."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.file, p.line or 0, p.where)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def tried(load: Callable[[], Read], problems: list[Problem]) -> Read | None:
    """Return what is loaded; None when it cannot be, and then the problems are added to the others."""
    try:
        return load()
    except KnowledgeError as error:
        problems.extend(error.problems)
        return None


def require_folder(directory: Path) -> None:
    """Raise KnowledgeError unless the knowledge folder is there."""
    if not directory.is_dir():
        words = "Kunnskapsmappa finnes ikke her. Se på VEILEDEREN_KNOWLEDGE, eller --knowledge."
        raise KnowledgeError([Problem(str(directory), "", words)])
