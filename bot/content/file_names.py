"""Which knowledge file a file from outside is, by its name alone. Tricks in names lead nowhere."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from bot.content.model_problem import did_you_mean
from bot.content.versions import Files, problem_with_path

_COPY = re.compile(r"\s*\(\d{1,3}\)(?=\.\w+$)|\s*-\s*(?:kopi|copy)(?=\.\w+$)", re.IGNORECASE)
_NEW_ANSWER = re.compile(r"[a-z0-9][a-z0-9_-]{1,80}\.md")
_FIRST = ("articles/", "kommuner/", "guides/", "texts/", "words/", "sources/")
"""Where a bare name is looked for first."""


def path_for(files: Files, name: str, *, may_be_new: bool = False) -> str | None:
    """Return the path of the file with that name, with or without folder and suffix; None when it is unknown.

    `stjordal (1).yaml` and `stjordal - kopi.yaml` are what programs make of `stjordal.yaml`.
    """
    wanted = _COPY.sub("", name.strip()).casefold()
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


def _rank(path: str) -> tuple[int, int, str]:
    folder = next((index for index, one in enumerate(_FIRST) if path.startswith(one)), len(_FIRST))
    return folder, path.count("/"), path


def closest(files: Files, name: str) -> str:
    """Return ` Mente du «x»?` for a name that is nearly right, or nothing."""
    stems = [PurePosixPath(path).name for path in files if not path.startswith("guides/archive/")]
    return did_you_mean(PurePosixPath(name.replace("\\", "/")).name[:80], stems)
