"""A no to everything on a list is heard as one, and asked for once more where it decides something."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk


async def at_the_list(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "nei, ikke nå")


async def given(desk: Desk) -> dict[str, object]:
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    return dict(concern.answers)


@pytest.mark.parametrize(
    "said", ["ingenting av det", "nei på alt", "nei, ingen av dem", "nei til alle", "nei ingenting"]
)
async def test_it_is_a_no_that_is_asked_for_once_more(desk: Desk, said: str) -> None:
    await at_the_list(desk)
    shown = desk.words(await desk.say(KARI, said))
    assert desk.text("guide.confirm_title") in shown
    assert "grunn" not in await given(desk)
    await desk.say(KARI, "ja")
    assert len(await given(desk)) == 2


@pytest.mark.parametrize("said", ["ikke alt", "nei ikke alt", "ingen tvil", "ingen vet det", "nei, men far slår"])
async def test_anything_else_is_none(desk: Desk, said: str) -> None:
    await at_the_list(desk)
    shown = desk.words(await desk.say(KARI, said))
    assert desk.text("guide.confirm_title") not in shown
    assert len(await given(desk)) == 1
