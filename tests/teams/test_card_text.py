"""What a line may hold when it is shown: a plain one stands as it is, and is not looked through sign by sign."""

from __future__ import annotations

import pytest

from bot.anonymise.reading.normalise import normalise, normalise_joined
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


def test_no_sign_that_is_taken_out_hides_a_name_from_the_check() -> None:
    """What stands on a card as one word is read as one word when it is looked through for names."""
    cut = ((sign, f"Tor{sign}geir") for sign in map(chr, (*range(0xD800), *range(0xE000, 0x110000, 7))))
    hidden = [sign for sign, word in cut if clean_line(word) == "Torgeir" and not _is_read_whole(word)]
    assert [hex(ord(sign)) for sign in hidden] == []


def _is_read_whole(word: str) -> bool:
    readings = [normalise(word)] + [joined[0] for joined in [normalise_joined(word)] if joined]
    return "Torgeir" in [reading.text for reading in readings]


@pytest.mark.parametrize("sign", ["\U0001fae8", "\u0378"])
def test_a_sign_newer_than_the_program_is_shown(sign: str) -> None:
    assert clean_line(f"Hei {sign}") == f"Hei {sign}"
