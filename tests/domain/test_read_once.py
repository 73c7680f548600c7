"""What is read of a message once while a turn is answered, and not a moment longer."""

from __future__ import annotations

import asyncio

import pytest

from bot.domain.read_once import read_once, while_answering

read: list[str] = []


@read_once
def length(text: str) -> int:
    read.append(text)
    return len(text)


def test_a_text_is_read_once_while_a_turn_is_answered_and_anew_afterwards() -> None:
    read.clear()
    assert [length("ole"), length("ole")] == [3, 3]
    assert read == ["ole", "ole"], "nothing is remembered outside a turn"
    with while_answering(), while_answering():
        assert [length("kari"), length("kari"), length("")] == [4, 4, 0]
    assert read[2:] == ["kari", ""]
    length("kari")
    assert read[4:] == ["kari"], "nothing is remembered when the turn is over"


def _fail() -> None:
    with while_answering():
        length("kari")
        raise ValueError("stopp")


def test_nothing_that_was_read_is_kept_when_a_turn_fails() -> None:
    read.clear()
    with pytest.raises(ValueError, match="stopp"):
        _fail()
    with while_answering():
        length("kari")
    assert read == ["kari", "kari"]


async def test_turns_at_the_same_time_remember_each_their_own() -> None:
    read.clear()
    inside, done = asyncio.Event(), asyncio.Event()

    async def first() -> None:
        with while_answering():
            length("kari")
            inside.set()
            await done.wait()
            length("kari")

    turn = asyncio.create_task(first())
    await inside.wait()
    length("kari")
    assert read == ["kari", "kari"], "what belongs to no turn remembers nothing"
    with while_answering():
        length("kari")
        await asyncio.to_thread(length, "nils")
    done.set()
    await turn
    length("nils")
    assert read[2:] == ["kari", "nils", "nils"], "a thread of a turn leaves nothing behind"


class _Ear:
    """Hears nothing, and notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    @read_once
    def hear(self, text: str) -> str | None:
        self.asked.append(text)
        return None


def test_that_nothing_was_heard_is_remembered_too_by_each_of_those_who_hear() -> None:
    one, other = _Ear(), _Ear()
    with while_answering():
        assert [one.hear("ole"), one.hear("ole"), other.hear("ole")] == [None, None, None]
    assert (one.asked, other.asked) == (["ole"], ["ole"])
