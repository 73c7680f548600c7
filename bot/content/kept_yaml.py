"""Keeps the plain data of YAML files beside the knowledge, so that the next start need not parse the same text again.

What is kept is found by the bytes of a file and was parsed from exactly these by exactly this program; everything else
is parsed as ever, and all of it is checked as ever. It is plain JSON. Where nothing can be written, nothing is kept.
Must not know what the files are about.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

import yaml

NAME = ".plain.jsonl"
"""No name of a knowledge file: nobody reads, publishes or counts it as one."""
_DATE = "\0date"
"""The one field of what stands for a date, which JSON has not."""
_DATE_WRITTEN = json.dumps(_DATE).encode()


class KeptYaml:
    """What is kept in one folder: a line of JSON for each file, found by the digest of its bytes."""

    def __init__(self, lines: dict[bytes, bytes]) -> None:
        self._lines = lines
        self._used: dict[bytes, bytes] = {}
        self._is_new = False

    @classmethod
    def of(cls, folder: Path) -> KeptYaml:
        """Return what is kept in the folder; nothing when it is another program's, cut or damaged."""
        try:
            stamp, _, body = (folder / NAME).read_bytes().partition(b"\n")
        except OSError:
            return cls({})
        is_whole = bool(body) and stamp == _stamp(body)
        return cls(dict(line.split(b" ", 1) for line in body.split(b"\n")) if is_whole else {})

    def data(self, raw: bytes, parse: Callable[[], Any]) -> Any:
        """Return the data of a file with these bytes, parsed when it is not known."""
        key = hashlib.sha256(raw).hexdigest().encode()
        if line := self._lines.get(key):
            self._used[key] = line
            return _as_given(line)
        data = parse()
        if line := _as_line(data):
            self._used[key], self._is_new = line, True
        return data

    def keep(self, folder: Path, *, is_all: bool) -> None:
        """Keep what was met; what was not is dropped if this was all there is to read."""
        lines = self._used if is_all else self._lines | self._used
        if self._is_new or len(lines) < len(self._lines):
            body = b"\n".join(key + b" " + line for key, line in sorted(lines.items()))
            write_whole(folder / NAME, lambda file: file.write(_stamp(body) + b"\n" + body))


_in_use: ContextVar[KeptYaml | None] = ContextVar("_in_use", default=None)


@contextmanager
def kept_yaml(folder: Path, *, is_all: bool = True) -> Iterator[None]:
    """Read the folder with what is kept in it, and keep what is read; `is_all` when every file of it is."""
    kept = KeptYaml.of(folder)
    token = _in_use.set(kept)
    try:
        yield
    finally:
        _in_use.reset(token)
    kept.keep(folder, is_all=is_all)


def plain_data(raw: bytes, parse: Callable[[], Any]) -> Any:
    """Return what `parse` gives for these bytes, without it when that is kept."""
    kept = _in_use.get()
    return kept.data(raw, parse) if kept is not None else parse()


def write_whole(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write a file that is kept, whole or not at all; where nothing can be written, nothing is."""
    part = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}")
    with suppress(OSError):
        try:
            with part.open("wb") as file:
                write(file)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def _stamp(body: bytes) -> bytes:
    return hashlib.sha256(_program() + body).hexdigest().encode()


@cache
def _program() -> bytes:
    """Return a digest of what parses: the two files that do, PyYAML with or without C, and Python."""
    digest = hashlib.sha256(f"{sys.version} {yaml.__version__} {yaml.__with_libyaml__}".encode())
    for name in ("kept_yaml.py", "yaml_file.py"):
        digest.update((Path(__file__).parent / name).read_bytes())
    return digest.digest()


def _as_line(data: Any) -> bytes:
    """Return the data as one line, or nothing where JSON would give back something else."""
    try:
        line = json.dumps(data, ensure_ascii=False, default=_date).encode()
        return line if repr(_as_given(line)) == repr(data) else b""
    except (TypeError, ValueError, RecursionError):
        return b""


def _date(value: Any) -> dict[str, str]:
    if type(value) is date:
        return {_DATE: value.isoformat()}
    raise TypeError(value)


def _as_given(line: bytes) -> Any:
    has_dates = _DATE_WRITTEN in line  # few files have, and a look at every table costs a third of the time
    return json.loads(line, object_hook=_dated if has_dates else None)


def _dated(table: dict[str, Any]) -> Any:
    return date.fromisoformat(table[_DATE]) if _DATE in table else table
