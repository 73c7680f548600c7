"""`docs/faults.md` names, for each fault and promise, tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs" / "faults.md"


def rows() -> list[list[str]]:
    return [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if re.match(r"\| P?\d", line)
    ]


def test_every_fault_and_every_promise_has_its_row_once() -> None:
    numbers = [row[0].strip("| ") for row in rows()]
    assert numbers == [str(number) for number in range(1, 79)] + [f"P{number}" for number in range(1, 13)]


def test_every_row_says_what_is_done_and_names_a_test() -> None:
    for row in rows():
        assert len(row) == 4, row
        assert all(row), row
        assert "`" in row[3] or row[3].startswith("the same"), row


def test_every_test_that_is_named_exists() -> None:
    named = re.findall(r"`([\w/]+\.(?:py|txt))(?:::(\w+))?`", PAGE.read_text(encoding="utf-8"))
    named = [(path, test) for path, test in named if not path.startswith("tests/")]
    assert len(named) > 100
    missing = [f"{path}::{test}" for path, test in named if not _exists(TESTS / path, test)]
    assert missing == []


def _exists(path: Path, test: str) -> bool:
    return path.exists() and (not test or f"def {test}(" in path.read_text(encoding="utf-8"))
