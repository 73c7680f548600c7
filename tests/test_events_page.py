"""`deploy/events.md` tells whoever is on call of every event that is logged from a warning up."""

from __future__ import annotations

import ast
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

from bot.ready import WORDS
from bot.turns.log import JsonLines

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "deploy" / "events.md"
LEVELS = {"error": "Error", "warning": "Warning"}


def logged() -> dict[str, set[str]]:
    """Return the events in the code by their highest level."""
    found: dict[str, set[str]] = {"error": set(WORDS), "warning": set()}
    for path in (*ROOT.glob("bot/**/*.py"), *ROOT.glob("dialogs/**/*.py")):
        for call in (one for one in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(one, ast.Call)):
            match call.func:
                case ast.Attribute(value=ast.Name("log"), attr="error" | "warning" as level):
                    found[level].update(_words(call.args[0]))
                case ast.Name("again_and_again"):
                    found["warning"].update(_words(call.args[-1]))
    found["warning"] -= found["error"]
    return found


def _words(argument: ast.expr) -> Iterator[str]:
    """Yield the names an argument may be; a name that comes from elsewhere is found there."""
    match argument:
        case ast.Constant(str() as name):
            yield name
        case ast.IfExp(body=one, orelse=other):
            yield from _words(one)
            yield from _words(other)


def on_the_page() -> dict[str, list[str]]:
    parts = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", PAGE.read_text("utf-8"), re.M | re.S))
    rows = {level: re.findall(r"^\| (`.*?) \|", parts[title], re.M) for level, title in LEVELS.items()}
    return {level: [name for row in found for name in re.findall(r"`([\w.]+)`", row)] for level, found in rows.items()}


def test_every_event_from_a_warning_up_is_told_of_once_and_none_that_is_gone() -> None:
    page = on_the_page()
    assert {level: set(names) for level, names in page.items()} == logged()
    assert all(len(names) == len(set(names)) for names in page.values())


def watched() -> dict[str, str]:
    """Return what each alert of the Azure template looks for."""
    template = (ROOT / "deploy" / "azure.bicep").read_text("utf-8")
    return dict(re.findall(r"name: '([\w-]+)'\n    says: .*\n    finds: '(.*)'", template))


def test_what_azure_writes_of_is_what_the_log_says() -> None:
    found = watched()
    assert len(found) == (ROOT / "deploy" / "azure.bicep").read_text("utf-8").count("finds: '")
    assert found["error"] == 'tostring(parse_json(Log_s).level) == "error"'
    assert json.loads(JsonLines().format(a_record()))["level"] == "error"
    assert found["silent"] == 'tostring(parse_json(Log_s).event) == "retention.done"'


def test_azure_writes_of_the_warnings_that_the_page_asks_somebody_to_look_at() -> None:
    part = PAGE.read_text("utf-8").partition("## Warning")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \| (.*?) \|", part, re.M)
    by_when: dict[str, set[str]] = {}
    for names, when in rows:
        alert = "goes-on" if when.startswith("**now**") else "today" if when == "*today*" else "comes-again"
        if when != "–":
            by_when.setdefault(alert, set()).update(re.findall(r"`([\w.]+)`", names))
    assert by_when.keys() == {"goes-on", "today", "comes-again"}
    in_template = {name: {*re.findall(r'"([\w.]+)"', watched()[name])} for name in by_when}
    assert in_template == by_when


def a_record() -> logging.LogRecord:
    return logging.LogRecord("x", logging.ERROR, "x", 1, "delivery.parked", None, None)
