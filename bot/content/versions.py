"""One version of all knowledge files as plain data: path → bytes, and the hash that names it.

Must not know where versions are kept, nor who may change what.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path

Files = Mapping[str, bytes]
SUFFIXES = (".yaml", ".md", ".txt", ".tsv")
"""What counts as knowledge; the same as in `content_hash`."""
EDITABLE = ("articles/", "guides/", "kommuner/", "sources/", "texts/", "words/", "practice/", "anonymising/")
MAX_FILES = 2000
MAX_BYTES = 256 * 1024
"""The largest file an editor may hand in; the loaders refuse larger ones too."""
_PART = re.compile(r"[A-Za-z0-9æøåÆØÅ][A-Za-z0-9æøåÆØÅ_.-]{0,99}")


class PackedFiles(Mapping[str, bytes]):
    """Files put aside, in one temporary file without a name that goes when the process does: seven megabytes.

    Editors look at some of them; an ordinary turn at none. Where nothing can be written they stay in memory, and so
    they do where the folder for temporary files is one in memory.
    """

    def __init__(self, files: Files) -> None:
        ends = list(accumulate(map(len, files.values())))
        self._places = {path: slice(end - len(files[path]), end) for path, end in zip(files, ends, strict=True)}
        self._content = _put_aside(b"".join(files.values()))

    def __getitem__(self, path: str) -> bytes:
        return self._content[self._places[path]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _put_aside(content: bytes) -> bytes | mmap.mmap:
    try:
        with tempfile.TemporaryFile() as file:
            file.write(content)
            file.flush()
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # nowhere to write, or nothing to write
        return content


def read_files(directory: Path) -> dict[str, bytes]:
    """Return every knowledge file below the directory, by path with forward slashes. Links are not followed."""
    found: dict[str, bytes] = {}
    for path in sorted(directory.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.suffix in SUFFIXES:
            found[path.relative_to(directory).as_posix()] = path.read_bytes()
    return found


def saved_stamp(directory: Path | str) -> int:
    """Return a number that is another one when a file was saved, added or taken away; no file is read for it."""
    return hash(frozenset(_saved(directory)))


def _saved(directory: Path | str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(directory) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _saved(entry.path)
            elif entry.name.endswith(SUFFIXES):
                saved = entry.stat()
                yield entry.path, saved.st_mtime_ns, saved.st_size


def version_of(files: Files) -> str:
    """Return the hash of the files: equal to `content_hash` of a folder that holds them."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.encode())
        digest.update(b"\0")
        digest.update(hashlib.sha256(files[path]).digest())
    return digest.hexdigest()[:16]


def manifest_of(files: Files) -> dict[str, str]:
    """Return the SHA-256 of every file, in hex."""
    return {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}


def changed(files: Files, changes: Mapping[str, bytes | None]) -> dict[str, bytes]:
    """Return the files with the changes put in; None takes a file away."""
    together: dict[str, bytes] = dict(files)
    for path, content in changes.items():
        if content is None:
            together.pop(path, None)
        else:
            together[path] = content
    return together


def differing(before: Files, after: Files) -> dict[str, bytes | None]:
    """Return what must be put into `before` to get `after`."""
    changes: dict[str, bytes | None] = {path: None for path in before if path not in after}
    return changes | {path: content for path, content in after.items() if before.get(path) != content}


def write_files(files: Files, directory: Path) -> None:
    """Write the files below the directory. Raises ValueError for a path that would lead out of it."""
    for path in files:
        if problem_with_path(path):
            raise ValueError(f"not a knowledge path: {path[:80]!r}")
    for folder in {(directory / path).parent for path in files}:
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (directory / path).write_bytes(content)


def folder_of(files: Files, version: str, shelves: Path) -> Path:
    """Return a folder below `shelves` that holds the files; it appears whole or not at all."""
    target = shelves / version
    if target.is_dir() and version_of(read_files(target)) == version:
        return target
    shelves.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=".part-", dir=shelves))
    try:
        write_files(files, part)
        shutil.rmtree(target, ignore_errors=True)
        os.replace(part, target)  # noqa: PTH105  (atomic on one disk)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return target


def problem_with_path(path: str) -> str:
    """Return in Norwegian what is wrong with a path, or an empty string. Tricks such as `../` never get through."""
    parts = path.split("/")
    if path.startswith("/") or "\\" in path or any(part in ("", ".", "..") for part in parts):
        return "Filnavnet kan ikke inneholde «..», skråstrek først eller bakoverstrek."
    if not all(_PART.fullmatch(part) for part in parts) or len(parts) > 4:
        return "Filnavnet kan bare ha bokstaver, tall, bindestrek, understrek og punktum."
    if Path(path).suffix not in SUFFIXES:
        return f"Fila må slutte på {', '.join(SUFFIXES)}."
    if not path.startswith(EDITABLE) and path not in ("topics.tsv", "README.md"):
        return "Fila hører ikke hjemme i noen av mappene " + ", ".join(folder.rstrip("/") for folder in EDITABLE) + "."
    return ""
