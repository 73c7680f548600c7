"""Whether the team sees the requester's name is told as it is, in everything that leads to writing to the team."""

from __future__ import annotations

import pytest

from bot.domain.case import Case
from tests.cases.test_own_words import SAID, asked
from tests.turns.desk import CHANNEL, KARI, OLE, Desk


async def told_of_the_name(desk: Desk, case: Case) -> str:
    """Return all that is said on the ways to write to the team."""
    said = desk.words(await desk.say(KARI, "svar teamet"))
    offered = await desk.say(KARI, SAID)
    said += desk.words(offered)
    said += desk.words(await desk.push(KARI, offered, desk.text("case.own_words_send"), {"text": SAID}))
    return said + desk.words(await desk.say(KARI, "legg til noe"))


@pytest.mark.parametrize("is_shown", [True, False])
async def test_the_name_is_said_to_be_seen_when_it_is_and_only_then(desk: Desk, is_shown: bool) -> None:
    case = await asked(desk)
    if is_shown:
        await desk.press(KARI, "my_show_yes", case.id)
    said = await told_of_the_name(desk, case)
    told, untrue = ("shown", "hidden") if is_shown else ("hidden", "shown")
    assert said.count(desk.text(f"case.name_{told}")) == 4
    assert desk.text(f"case.name_{untrue}") not in said
    assert "vises ikke" not in said


async def test_the_form_of_the_team_does_not_say_that_a_shown_requester_is_unknown(desk: Desk) -> None:
    case = await asked(desk)
    await desk.press(KARI, "my_show_yes", case.id)
    shown = desk.words(await desk.press(OLE, "case_ask", case.id, place=CHANNEL))
    assert "så lenge navnet ikke står på kortet" in shown
