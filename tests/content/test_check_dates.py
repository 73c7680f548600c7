"""What is told to be read on a day that has not been is an editor's slip, in every kind of file."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.content.check import check_knowledge
from bot.content.check_dates import AHEAD, wrong_dates
from tests.content.knowledge_copy import KNOWLEDGE

TODAY = date(2026, 11, 30)
FILES = (
    "kommuner/frosta.yaml",
    "guides/bekymring.yaml",
    "practice/ny-her.yaml",
    "articles/taushetsplikt-hva.md",
    "sources/lover.yaml",
)


@pytest.fixture(scope="module")
def slipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy where the first date in each of the files is a year too late."""
    folder = tmp_path_factory.mktemp("slipped") / "knowledge"
    shutil.copytree(KNOWLEDGE, folder, ignore=shutil.ignore_patterns("archive", ".index*"))
    for name in FILES:
        path = folder / name
        text, count = re.subn(r"checked_on: 2026-", "checked_on: 2027-", path.read_text("utf-8"), count=1)
        assert count == 1, name
        path.write_text(text, "utf-8")
    return folder


def test_a_day_that_has_not_been_is_an_error_with_its_line_in_every_kind_of_file(slipped: Path) -> None:
    found = {one.file: one for one in check_knowledge(slipped, today=TODAY) if one.message == AHEAD}
    assert set(found) == set(FILES)
    for name, problem in found.items():
        assert problem.severity == "feil"
        assert problem.line, name
        assert "2027-" in (slipped / name).read_text("utf-8").splitlines()[problem.line - 1], name


@pytest.mark.parametrize(
    ("read", "again", "field"),
    [
        (TODAY, date(2027, 5, 30), ""),
        (TODAY, None, ""),
        (date(2026, 12, 1), date(2027, 5, 30), "checked_on"),
        (TODAY, TODAY, "review_by"),
        (TODAY, date(2025, 5, 30), "review_by"),
    ],
)
def test_what_is_read_is_read_again_later(read: date, again: date | None, field: str) -> None:
    assert [name for name, _ in wrong_dates(read, again, TODAY)] == ([field] if field else [])
