"""The day is that of Norway, also at night."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

from bot.domain.figures import CaseFigure, counted
from bot.domain.norway import day_of


def test_after_midnight_it_is_the_new_day_though_the_clock_is_utc() -> None:
    assert day_of(datetime(2026, 1, 15, 23, 30, tzinfo=UTC)) == date(2026, 1, 16)
    assert day_of(datetime(2026, 7, 15, 22, 30, tzinfo=UTC)) == date(2026, 7, 16)


def test_a_case_of_new_years_night_is_counted_in_the_month_of_its_own_year() -> None:
    at = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    counts = counted([CaseFigure("stjordal", "stjordal/komp_0_18", "10-12", ("fravaer",), "tatt", at)])
    assert {one.year for one in counts} == {"2027"}
    assert [one.name for one in counts if one.group == "month"] == ["2027-01"]


def test_nothing_takes_the_day_of_the_clock_itself() -> None:
    folders = (Path("bot"), Path("dialogs"))
    files = {file: file.read_text("utf-8") for folder in folders for file in folder.rglob("*.py")}
    assert [
        str(file) for file, code in files.items() if re.search(r"around\.now\.date\(\)|clock\.now\(\)\.date", code)
    ] == []
