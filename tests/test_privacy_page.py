"""`docs/personvern.md` stays true: it describes every table of the store, how long it is kept, and the log."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from bot.delivery.retention import Keep
from bot.domain.case import Pace
from bot.store.tables import metadata
from bot.turns.log import ALLOWED

TESTS = Path(__file__).parent
PAGE = (TESTS.parent / "docs" / "personvern.md").read_text(encoding="utf-8")
STORED = PAGE.partition("\n## 2 ")[2].partition("\n## 3 ")[0]
LOGGED = PAGE.partition("\n## 7 ")[2].partition("\n## 8 ")[0]
KEPT_AS = {
    "unreadable_in": ("cases", "`retention_days` er da"),
    "requester": ("requesters", "90 døgn og 12 timer"),
    "requester_who_asked": ("requesters", "14 døgn"),
    "case": ("cases", "90 døgn"),
    "evaluation": ("evaluations", "90 døgn"),
    "draft": ("conversations", "24 timer"),
    "unused": ("conversations", "730 døgn"),
    "inbox": ("inbox", "7 døgn"),
    "finished_rows": ("outbox", "90 døgn"),
    "questions": ("questions", "365 døgn"),
    "trends": ("trends", "730 døgn"),
    "counts": ("votes", "730 døgn"),
    "audit": ("audit", "730 døgn"),
}


def rows() -> dict[str, list[str]]:
    found = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in STORED.splitlines() if "| `" in line]
    return {row[0].strip("` |"): row for row in found if row[0].strip("| ").startswith("`")}


def test_every_table_of_the_store_is_described_once() -> None:
    named = re.findall(r"^\| `(\w+)` \|", STORED, re.MULTILINE)
    assert sorted(named) == sorted(metadata.tables)
    for row in rows().values():
        assert len(row) == 7, row
        assert all(row), row


def test_how_long_the_text_of_a_case_is_kept_is_told() -> None:
    assert f"{Pace().retention_days} døgn" in rows()["cases"][3]


@pytest.mark.parametrize("setting", [field.name for field in fields(Keep)])
def test_how_long_things_are_kept_is_told_as_the_program_keeps_them(setting: str) -> None:
    table, told = KEPT_AS[setting]
    assert told in rows()[table][3]
    if setting == "unreadable_in":  # the municipality's own
        return
    kept = getattr(Keep(), setting)
    days = re.search(r"(\d+) døgn", told)
    hours = re.search(r"(\d+) timer", told)
    assert kept.total_seconds() == 3600 * (24 * int(days[1] if days else 0) + int(hours[1] if hours else 0))


def test_the_fields_of_the_log_are_told_and_no_other() -> None:
    assert set(re.findall(r"`(\w+)`", LOGGED)) == ALLOWED


def test_every_test_that_is_named_exists() -> None:
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE)
    assert len(named) > 40
    missing = [f"{path}::{test}" for path, test in named if not _exists(TESTS / path, test)]
    assert missing == []


def test_every_link_leads_somewhere() -> None:
    for name in ("personvern.md", "personvernerklaering-utkast.md"):
        page = (TESTS.parent / "docs" / name).read_text(encoding="utf-8")
        targets = [one for one in re.findall(r"\]\(([^)#]+)\)", page) if "://" not in one]
        assert [one for one in targets if not (TESTS.parent / "docs" / one).exists()] == []


def _exists(path: Path, test: str) -> bool:
    return path.exists() and f"def {test}(" in path.read_text(encoding="utf-8")
