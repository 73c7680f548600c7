"""Who has sent a case and asks whether anybody has looked at it is shown it, and is not told that nobody sees it."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, is_line, kinds


@pytest.mark.parametrize(
    "said",
    [
        "er det noen som har sett på den",
        "har noen sett saken",
        "har de lest saken min",
        "har teamet sett på den enda?",
        "e det nån som har kikka på saka",
    ],
)
async def test_the_case_is_shown(desk: Desk, said: str) -> None:
    await desk.sent()
    await desk.say(KARI, "meny")
    assert kinds(await desk.say(KARI, said)) in (["my_cases"], ["case_own"])


@pytest.mark.parametrize("said", ["har lederen min sett saken", "kan noen se det jeg skriver"])
async def test_who_sees_it_is_answered_as_ever(desk: Desk, said: str) -> None:
    await desk.sent()
    await desk.say(KARI, "meny")
    assert is_line((await desk.say(KARI, said))[0], desk.text("answers.sees_nobody"))


async def test_so_is_who_has_sent_none(desk: Desk) -> None:
    assert is_line((await desk.say(KARI, "har noen sett det jeg skriver"))[0], desk.text("answers.sees_nobody"))


@pytest.mark.parametrize("said", ["har noen sett han", "er det noen som har sett han", "har de sett han ennå"])
async def test_who_asks_for_a_child_is_shown_no_case(desk: Desk, said: str) -> None:
    await desk.sent()
    await desk.say(KARI, "meny")
    assert kinds(await desk.say(KARI, said))[0] not in ("my_cases", "case_own")
