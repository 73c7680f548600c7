"""A name that is typed in the middle of a guide or a case is said to be better left out; what is no name is not."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from tests.turns.desk import KARI, Desk

NAMED = "Jonas Prøve kommer ofte sent på skolen"
WARNING = "answers.names_warning"


async def in_the_guide(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")


async def at_the_gate(desk: Desk) -> None:
    await desk.to_gate()


async def in_the_form(desk: Desk) -> None:
    await desk.to_form()


PLACES = [in_the_guide, at_the_gate, in_the_form]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("said", [NAMED, "nei, Jonas Prøve er ikke i fare"])
async def test_a_name_typed_beside_what_is_asked_is_warned_about(
    desk: Desk, place: Callable[[Desk], Awaitable[None]], said: str
) -> None:
    await place(desk)
    shown = desk.words(await desk.say(KARI, said))
    assert desk.text(WARNING) in shown
    assert "Jonas" not in str(await desk.state(KARI))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("said", ["nei", "jeg er usikker", "barnet kommer ofte sent på skolen", "10–12 år", "Sak Blå"])
async def test_words_without_a_name_are_not(desk: Desk, place: Callable[[Desk], Awaitable[None]], said: str) -> None:
    await place(desk)
    assert desk.text(WARNING) not in desk.words(await desk.say(KARI, said))
