"""What most tests of the commands can do without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.cli import check
from tests.fakes.knowledge import files_parsed_once


@pytest.fixture(scope="package", autouse=True)
def each_file_is_parsed_once() -> Iterator[None]:
    """Most commands read the whole knowledge."""
    with files_parsed_once():
        yield


@pytest.fixture
def no_search_for_persons(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the check run without its search for persons: that reads every answer, takes most of its time, and is tested
    in `test_check_persons`."""
    monkeypatch.setattr(check, "check_persons", lambda _folder, _only: [])
