"""What `doctor` says of an audit trail that nothing stands in."""

from __future__ import annotations

import asyncio

import pytest

from bot.cli.doctor_store import EMPTY_TRAIL
from tests.cli.test_operator import OLD, about, production, within

__all__ = ["production"]


def test_a_trail_that_nothing_stands_in_is_said_to_be_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    within(lambda _: asyncio.sleep(0))
    assert [said for said in about() if "Revisjonssporet" in said[1]] == [("god", EMPTY_TRAIL)]
