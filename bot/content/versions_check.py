"""The one door: holds a proposed change against every check, so that nothing broken can be published.

Must not know who proposes it, nor where versions are kept.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.content.check import check_knowledge
from bot.content.problem import Problem
from bot.content.versions import MAX_BYTES, MAX_FILES, Files, changed, problem_with_path, version_of, write_files
from bot.content.versions_diff import Difference, differences

_IN_QUOTES = re.compile(r'(?:^|\t)"[^"\t]*(?:""[^"\t]*)*"\s*$')
"""A cell as a spreadsheet saves it."""


@dataclass(frozen=True)
class Checked:
    """A change that has been through the door: the files as they would be, and what is wrong with them."""

    files: Files
    version: str
    errors: tuple[Problem, ...]
    """What must be mended first; with any of these nothing can be published."""
    warnings: tuple[Problem, ...]
    """New advice: warnings that the files did not give before."""
    differences: tuple[Difference, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether it may be published."""
        return not self.errors and bool(self.differences)


def check_change(
    files: Files,
    changes: Mapping[str, bytes | None],
    *,
    today: date,
    rules: Iterable[str],
    needed: Iterable[str] = (),
    is_known: bool = False,
) -> Checked:
    """Put the changes into the files and check everything. Slow (seconds): never on the event loop.

    `is_known` for files that came with the program or were published once: these may be of any size.
    """
    refused = [
        problem
        for path, content in changes.items()
        for problem in problems_before_reading(path, content, None if is_known else largest(files, path))
    ]
    if refused:
        return Checked(files, version_of(files), tuple(refused), (), ())
    proposed = changed(files, changes)
    if len(proposed) > MAX_FILES:
        refused = [Problem(next(iter(changes), ""), "", f"Det kan ikke være mer enn {MAX_FILES} filer i alt.")]
        return Checked(files, version_of(files), tuple(refused), (), ())
    found = _check(proposed, today, tuple(rules), tuple(needed))
    errors = tuple(one for one in found if one.severity == "feil")
    touched = tuple(one for one in found if one.severity != "feil" and one.file in changes)
    return Checked(proposed, version_of(proposed), errors, touched, tuple(differences(files, proposed)))


def _check(files: Files, today: date, rules: tuple[str, ...], needed: tuple[str, ...]) -> list[Problem]:
    with tempfile.TemporaryDirectory(prefix="veilederen-check-") as folder:
        directory = Path(folder)
        write_files(files, directory)
        return check_knowledge(directory, today=today, rules=rules, needed=needed)


def largest(files: Files, path: str) -> int:
    """Return how many bytes an editor may hand in for a file: some of the program's own lists are large already."""
    return max(MAX_BYTES, len(files.get(path, b"")) + MAX_BYTES // 4)


def problems_before_reading(path: str, content: bytes | None, at_most: int | None) -> list[Problem]:
    """Return what is wrong with a file before it is even looked into."""
    problem = problem_with_path(path)
    if problem:
        return [Problem(path[:80], "", problem)]
    if content is None:
        return []
    if other := _other_kind(path, content):
        return [other]
    if at_most is not None and len(content) > at_most:
        return [Problem(path, "", f"Fila er større enn {at_most // 1024} kB. Del den opp.")]
    return list(_mangled(path, content))


def _other_kind(path: str, content: bytes) -> Problem | None:
    """Return what a file is that is no text in UTF-8: before its size, for in UTF-16 every file is twice as large."""
    if not content.strip():
        return Problem(path, "", "Fila er tom. Last opp hele fila på nytt.")
    if content[:2] in (b"PK", b"\xd0\xcf"):
        return Problem(path, "", "Dette er en Office-fil, ikke en tekstfil. Lagre den som ren tekst (UTF-8).")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content:
        return Problem(path, "", "Fila er lagret som «Unicode-tekst» (UTF-16). Lagre den på nytt med «UTF-8».")
    return None


def _mangled(path: str, content: bytes) -> Iterable[Problem]:
    """Yield what Excel, Word or a broken transfer does to a text file."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        yield Problem(
            path, "", "Fila er ikke lagret som UTF-8, så æ, ø og å blir feil. Lagre den på nytt med «UTF-8».", line
        )
        return
    for number, line_text in enumerate(text.splitlines(), 1):
        if "\ufffd" in line_text or any(mark in line_text for mark in ("Ã¦", "Ã¸", "Ã¥", "Ã˜", "Ã…", "â€")):
            yield Problem(
                path, "", "Æ, ø eller å er ødelagt her (ofte av Excel). Hent fila på nytt, og lagre som UTF-8.", number
            )
            return
        if path.endswith(".tsv") and _IN_QUOTES.search(line_text):
            text = "Regnearket har satt anførselstegn rundt teksten her. Bruk Notisblokk, og skriv uten."
            yield Problem(path, "", text, number)
            return
