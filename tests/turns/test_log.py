"""The log tells the shape of things and never the words."""

from __future__ import annotations

import ast
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.event_log import EventLog
from bot.turns.log import ALLOWED, json_logs, quiet_logs
from tests.fakes.logs import as_before_logging, capture_logs


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    as_before_logging()


def test_only_listed_facts_reach_the_log_and_each_event_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    json_logs()
    EventLog("test").warning("reply_not_sent", code="413\n{}", text="Kari Prøve", kind="answer")
    line = capsys.readouterr().err
    told = json.loads(line)
    assert line.count("\n") == 1
    assert told.pop("timestamp").endswith("Z")
    assert told == {"event": "reply_not_sent", "level": "warning", "code": "413 {}", "kind": "answer"}


def test_the_terminal_hears_of_errors_only(capsys: pytest.CaptureFixture[str]) -> None:
    quiet_logs()
    EventLog("test").info("listening")
    EventLog("test").error("turn.failed", error="KeyError")
    assert [json.loads(line)["event"] for line in capsys.readouterr().err.splitlines()] == ["turn.failed"]


def test_a_test_sees_all_that_was_told_before_anything_is_left_out() -> None:
    with capture_logs() as told:
        EventLog("test").info("kept", text="Kari Prøve")
    assert told == [{"event": "kept", "log_level": "info", "text": "Kari Prøve"}]


def test_an_error_told_by_a_library_is_logged_by_its_kind_and_line_and_never_with_its_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    json_logs()
    try:
        raise ValueError("Kari Prøve")
    except ValueError:
        logging.getLogger("asyncio").exception("Task with Kari Prøve")
    logging.getLogger("asyncio").warning("slow")
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("ERROR asyncio ValueError at ")
    assert "test_log.py:" in first
    assert "Kari" not in first
    assert second == "WARNING asyncio"


def test_what_is_no_plain_value_is_logged_by_its_kind(capsys: pytest.CaptureFixture[str]) -> None:
    json_logs()
    EventLog("test").warning("reply_not_sent", error=ValueError("Kari Prøve"))
    assert json.loads(capsys.readouterr().err)["error"] == "ValueError"


def test_no_fact_is_told_that_the_log_leaves_out() -> None:
    told = {
        fact.arg
        for path in Path("bot").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name)
        if call.func.value.id == "log" and call.func.attr in ("info", "warning", "error")
        for fact in call.keywords
    }
    assert told, "the events are found"
    assert told <= ALLOWED
