"""Several choices in one value of a field: read and written in one place."""

from __future__ import annotations

from bot.domain.choices import as_value, chosen_in


def test_what_is_written_is_read_back() -> None:
    assert chosen_in(as_value(("vold", "annet"))) == ("vold", "annet")
    assert chosen_in(as_value(())) == ()


def test_an_empty_part_and_a_blank_name_no_choice() -> None:
    assert chosen_in(" vold, ,annet,") == ("vold", "annet")
    assert chosen_in(",") == ()
