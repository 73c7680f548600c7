"""What a line may hold when it is shown: a plain one stands as it is, and is not looked through sign by sign."""

from __future__ import annotations

import pytest

from bot.teams.card_text import clean_line


@pytest.mark.parametrize("line", ["", "Test Lærer", "«Sak Blå» – § 13-2, 3. ledd: å være 🙂", "e\u0301n"])
def test_a_plain_line_stands_as_it_is(line: str) -> None:
    assert clean_line(line) == line


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("to\nlinjer\u2028her", "to linjer her"),
        ("en\ttabulator", "en tabulator"),
        ("sn\u202eudd\u200b", "snudd"),
        ("hardt\u00a0rom", "hardt\u00a0rom"),
        ("e" + "\u0301" * 5, "e" + "\u0301" * 3),
    ],
)
def test_what_is_invisible_or_too_much_is_taken_out(line: str, shown: str) -> None:
    assert clean_line(line) == shown
