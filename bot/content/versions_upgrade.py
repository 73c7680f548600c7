"""Fits the folder of another version of the program together with what editors have published.

What an editor changed stays theirs, everything else follows the folder. One file that does not fit never keeps the
others out. Must not know how the files are checked, nor where they are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.content.problem import Problem
from bot.content.versions import Files
from bot.content.versions_check import Checked
from bot.content.versions_merge import merged, merged_lines

Changes = Mapping[str, bytes | None]
Check = Callable[[Changes], Checked]
ROUNDS = 8
"""Times it is checked anew without the files that were blamed; each costs seconds."""

BUILT = ("anonymising/", "words/")
"""What search and detectors are built from; a fault found there names no file."""


@dataclass(frozen=True)
class Fitted:
    """The files as they would be, and what could not be had from both sides."""

    checked: Checked
    kept: tuple[str, ...]
    """Files where both changed the same lines: the editors' version stands."""
    set_aside: tuple[str, ...]
    """The editors' files this program can no longer use: the folder's version stands, theirs is in the history."""
    left_out: tuple[str, ...]
    """The folder's files that are wrong beside what is published: the published version stands."""
    joined: tuple[str, ...]
    """Files that hold the changes of both, in different lines."""
    problems: tuple[Problem, ...]
    """What was wrong with the files that are set aside or left out."""


def fit(before: Mapping[str, str], folder: Files, published: Files, bases: Files, check: Check) -> Fitted:
    """Return the folder with what editors changed in it. `before` holds the hashes of the folder as it was when it was
    last taken in, `bases` the old texts of files that both have changed."""
    changes, both = merged(before, folder, published)
    fitting = _Fitting(folder, published, dict(changes))
    for path in both:
        fitting.join(path, bases.get(path))
    checked = check(fitting.changes)
    problems: list[Problem] = []
    for _ in range(ROUNDS):
        if not checked.errors or not fitting.give_way(sorted({one.file for one in checked.errors})):
            break
        problems += checked.errors
        checked = check(fitting.changes)
    return Fitted(
        checked,
        tuple(path for path in both if path not in {*fitting.joined, *fitting.set_aside}),
        tuple(fitting.set_aside),
        tuple(path for path in fitting.left_out if fitting.now(path) != folder.get(path)),
        tuple(fitting.joined),
        tuple(dict.fromkeys([*problems, *checked.errors])),
    )


@dataclass
class _Fitting:
    """Which version of each file is tried now. Every file gives way twice at most, so it comes to an end."""

    folder: Files
    published: Files
    changes: dict[str, bytes | None]
    alone: dict[str, bytes | None] = field(default_factory=dict)
    """What was to be changed in a file before the changes of both were put together."""
    joined: list[str] = field(default_factory=list)
    set_aside: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def now(self, path: str) -> bytes | None:
        return self.changes.get(path, self.published.get(path))

    def join(self, path: str, base: bytes | None) -> None:
        """Put both changes of a file together, as between two editors, when they are in different lines."""
        mine, new = self.published.get(path), self.folder.get(path)
        if base is None or mine is None or new is None:
            return
        together = merged_lines(base, mine, new)
        if together is not None:
            self.alone[path] = self.changes.get(path, mine)
            self.changes[path] = together
            self.joined.append(path)

    def give_way(self, blamed: Sequence[str]) -> bool:
        """Try another version of the files that are wrong: the editors' for what was put together, the folder's for
        the editors', and only when none of these is to blame, the published one for the folder's. Return whether
        anything is left to try."""
        if not any(path in self.folder or path in self.published for path in blamed):  # what is built of these failed
            blamed = [path for path in self.published if path.startswith(BUILT)]
        of_editors = [path for path in blamed if self.now(path) != self.folder.get(path) and path not in self.left_out]
        of_folder = [path for path in blamed if path in self.changes and path not in {*self.set_aside, *self.left_out}]
        needed = [path for path in blamed if path in self.left_out and path not in self.changes]
        if of_editors:
            self._let_go_of_editors(of_editors)
        elif of_folder:
            for path in of_folder:
                del self.changes[path]
            self.left_out += of_folder
        else:  # the program cannot do without them
            self.changes |= {path: self.folder.get(path) for path in needed}
        return bool(of_editors or of_folder or needed)

    def _let_go_of_editors(self, paths: Sequence[str]) -> None:
        for path in paths:
            if path in self.joined:
                self.joined.remove(path)
                self.changes[path] = self.alone[path]
            else:
                self.changes[path] = self.folder.get(path)
                self.set_aside.append(path)
