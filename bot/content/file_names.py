"""Which knowledge file a file from outside is, by its name alone. Tricks in names lead nowhere."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from rapidfuzz import fuzz, process

from bot.content.versions import Files, problem_with_path

_COPY = re.compile(r"\s*\(\d{1,3}\)(?=\.\w+$)|\s*-\s*(?:kopi|copy)(?=\.\w+$)", re.IGNORECASE)
_COPY_OF = re.compile(r"^(?:kopi av|copy of)\s+", re.IGNORECASE)
_NEW_ANSWER = re.compile(r"[a-z0-9][a-z0-9_-]{1,80}\.md")
_FIRST = ("articles/", "kommuner/", "guides/", "texts/", "words/", "sources/")
"""Where a bare name is looked for first."""

LIKE = 65
"""rapidfuzz ratio (0–100) of two names without their endings from which the one is likely the other."""


def path_for(files: Files, name: str, *, may_be_new: bool = False) -> str | None:
    """Return the path of the file with that name, with or without folder and suffix; None when it is unknown.

    `stjordal (1).yaml`, `stjordal - kopi.yaml` and `Kopi av stjordal.yaml` are what programs make of `stjordal.yaml`.
    """
    wanted = _COPY_OF.sub("", _COPY.sub("", name.strip())).casefold()
    if not wanted or "\\" in wanted or ".." in wanted or wanted.startswith("/"):
        return None
    known = [path for path in files if not path.startswith("guides/archive/")]
    exact = [path for path in known if path.casefold() == wanted]
    named = [path for path in known if PurePosixPath(path).name.casefold() == wanted]
    bare = [path for path in known if PurePosixPath(path).stem.casefold() == wanted]
    for found in (exact, named, bare):
        if found and (len(found) == 1 or not found[0].endswith("README.md")):
            return min(found, key=_rank)
    is_new = may_be_new and _NEW_ANSWER.fullmatch(wanted) and not problem_with_path(f"articles/{wanted}")
    return f"articles/{wanted}" if is_new else None


def as_kept(raw: bytes) -> bytes:
    """Return a text file as it is kept: the mark and the ends of lines that Windows, and the old Mac, write are no
    change. Were they kept, no line would be the same as in the next edition, and nothing of that would come in."""
    return raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def twins_of(files: Files, path: str) -> list[str]:
    """Return the other files with the same name: `acute.yaml` stands in `texts/` and in `words/`."""
    name = PurePosixPath(path).name
    same = [one for one in files if PurePosixPath(one).name == name and not one.startswith("guides/archive/")]
    return sorted((one for one in same if one != path), key=_rank)


def path_of_content(files: Files, path: str, content: bytes) -> str:
    """Return which of the files with the name of `path` the content was made from: the one it shares most lines with,
    for a program that saves a file keeps its name and not its folder."""
    sent = _lines(content)
    return max([path, *twins_of(files, path)], key=lambda one: len(sent & _lines(files.get(one, b""))))


def _lines(content: bytes) -> set[bytes]:
    return {line for line in map(bytes.strip, content.split(b"\n")) if line}


def _rank(path: str) -> tuple[int, int, str]:
    folder = next((index for index, one in enumerate(_FIRST) if path.startswith(one)), len(_FIRST))
    return folder, path.count("/"), path


def closest(files: Files, name: str) -> str:
    """Return ` Mente du «x»?` for a name that is nearly right, or nothing."""
    known = [path for path in files if not path.startswith("guides/archive/")]
    names = {PurePosixPath(path).stem: PurePosixPath(path).name for path in sorted(known, key=_rank, reverse=True)}
    wanted = PurePosixPath(name.replace("\\", "/")).stem[:80]
    match = process.extractOne(wanted, sorted(names), scorer=fuzz.ratio, score_cutoff=LIKE)
    return f" Mente du «{names[match[0]]}»?" if match else ""
