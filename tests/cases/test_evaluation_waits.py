"""An evaluation is one line to who is in the middle of a guide or a case, and the form comes when it is opened."""

from __future__ import annotations

import pytest

from bot.domain.evaluation import WAITS_FOR
from bot.domain.reply import Line, Reply
from dialogs.as_text import all_buttons
from tests.cases.delivering import Delivering
from tests.cases.test_evaluation import FULL
from tests.turns.desk import KARI, Desk, chat, kinds


async def received(desk: Desk, *before: str) -> list[Reply]:
    """Return what Kari gets besides the answer, after saying something first."""
    await desk.answered()
    for line in before:
        await desk.say(KARI, line)
    await Delivering(desk).deliver()
    conversation = chat(KARI).conversation_id
    return [one.reply for one in desk.messenger.visible.values() if one.place.conversation_id == conversation]


def offered(desk: Desk, replies: list[Reply]) -> list[Line]:
    begins = desk.text("evaluation.offered", code="").split(":")[0]
    return [one for one in replies if isinstance(one, Line) and one.text.startswith(begins)]


@pytest.mark.parametrize("line", ["jeg er bekymret for en elev", "drøft en sak"])
async def test_in_the_middle_of_something_it_is_a_line_that_opens_the_form(desk: Desk, line: str) -> None:
    replies = await received(desk, line)
    assert "evaluation_now" not in kinds(replies)
    (one,) = offered(desk, replies)
    (button,) = all_buttons(one)
    shown = await desk.press(KARI, button.verb, button.id)
    assert kinds(shown) == ["evaluation_now"]
    assert "Velg ett svar på hvert spørsmål" not in desk.words(shown)


async def test_else_it_is_the_form(desk: Desk) -> None:
    replies = await received(desk)
    assert "evaluation_now" in kinds(replies)
    assert not offered(desk, replies)


@pytest.mark.parametrize("said", ["mine saker", "hvor var jeg", "hvor var vi"])
async def test_a_form_that_waits_is_named_on_the_list_until_it_is_filled_in(desk: Desk, said: str) -> None:
    await desk.answered()
    listed = await desk.say(KARI, said)
    assert desk.text("case.my_forms") in desk.words(listed)
    form = await desk.push(KARI, listed, desk.text("evaluation.open"))
    assert kinds(form) == ["evaluation_now"]
    await desk.push(KARI, form, desk.text("evaluation.send"), FULL)
    assert desk.text("case.my_forms") not in desk.words(await desk.say(KARI, said))


async def test_a_form_nobody_fills_in_is_not_named_for_ever(desk: Desk) -> None:
    await desk.answered()
    desk.clock.advance(days=WAITS_FOR.days + 1)
    assert desk.text("case.my_forms") not in desk.words(await desk.say(KARI, "mine saker"))
