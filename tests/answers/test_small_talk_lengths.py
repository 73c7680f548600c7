"""Only phrases of about the same length are compared, and none that is alike is lost by it."""

from __future__ import annotations

from rapidfuzz import fuzz

from bot.answers.small_talk import _ALIKE, _may_be_alike


def test_texts_that_are_alike_are_about_as_long() -> None:
    for one in range(1, 61):
        for other in range(1, 61):
            likest = fuzz.ratio("a" * one, "a" * other)  # the shorter one stands in the longer one whole
            assert (likest >= _ALIKE) <= _may_be_alike(one, other)


def test_phrases_much_longer_or_shorter_are_not_compared() -> None:
    assert not _may_be_alike(20, 60)
    assert not _may_be_alike(60, 20)
    assert _may_be_alike(9, 11)
