"""A test of many values says all that is wrong."""

from __future__ import annotations

import pytest

from tests.each import each


@each(("one", "other"), [(1, 1), (2, 2)])
@each("third", "ab")
def test_all_hold(tmp_path: object, one: int, other: int, third: str) -> None:
    assert one == other
    assert third in "ab"
    assert tmp_path


def test_every_value_that_fails_is_named_with_what_was_wrong() -> None:
    @each("number", range(100))
    def is_odd(number: int) -> None:
        if number == 2:
            pytest.fail("two")
        assert number % 2, "even"

    with pytest.raises(BaseExceptionGroup) as raised:
        is_odd()
    assert len(raised.value.exceptions) == 50
    assert raised.value.message.split("\n")[:3] == ["50 of 100 number:", "0", "2"]
    assert raised.value.exceptions[1].__notes__ == ["with number = 2"]
