"""What most tests of the commands can do without."""

from __future__ import annotations

import pytest

from bot.cli import check


@pytest.fixture
def no_search_for_persons(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the check run without its search for persons: that reads every answer, takes most of its time, and is tested
    in `test_check_persons`."""
    monkeypatch.setattr(check, "check_persons", lambda _folder, _only: [])
