"""Collects transcripts: every `*.txt` below is a test. A mismatch prints a diff; `--rewrite-transcripts` rewrites."""

from __future__ import annotations

import difflib
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.transcripts.script import Move, Script, matches, read_script, written
from tests.transcripts.stage import play


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    return TranscriptFile.from_parent(parent, path=file_path) if file_path.suffix == ".txt" else None


class TranscriptFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        yield TranscriptItem.from_parent(self, name=self.path.stem)


class Mismatch(Exception):
    """The conversation went another way than it is written."""

    def __init__(self, script: Script, outcomes: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self.script = script
        self.outcomes = outcomes


class TranscriptItem(pytest.Item):
    def runtest(self) -> None:
        script = read_script(self.path)
        with tempfile.TemporaryDirectory(prefix="transcript") as folder:
            outcomes = play(script, Path(folder))
        if all(matches(move.expected, came) for move, came in zip(script.moves, outcomes, strict=True)):
            return
        if not self.config.getoption("--rewrite-transcripts"):
            raise Mismatch(script, outcomes)
        self.path.write_text(written(script, outcomes), encoding="utf-8")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if not isinstance(excinfo.value, Mismatch):
            return super().repr_failure(excinfo)
        pairs = zip(excinfo.value.script.moves, excinfo.value.outcomes, strict=True)
        return "\n".join(_difference(move, came) for move, came in pairs if not matches(move.expected, came))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, 0, f"transcript: {self.path.stem}"


def _difference(move: Move, came: Sequence[str]) -> str:
    changes = list(difflib.ndiff(move.expected, came))
    return "\n".join((f"line {move.number}: {move.line}", *(line for line in changes if not line.startswith("?"))))
