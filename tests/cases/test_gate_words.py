"""What is typed at the gate in somebody's own words: a clear answer is understood, and doubt is never a yes or a no."""

from __future__ import annotations

import pytest

from tests.turns.desk import ABOUT, KARI, Desk, kinds


async def at_gate(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.press(KARI, "case_about", values=ABOUT)
    await desk.press(KARI, "case_team", "komp_0_18")


@pytest.mark.parametrize(
    "said",
    [
        "nei, ingenting av det",
        "ingenting av det",
        "Nei, ikke noe av det der.",
        "nei, ingen av punktene",
        "ingen av dem",
    ],
)
async def test_a_no_in_own_words_is_understood_and_asked_for_word_for_word(desk: Desk, said: str) -> None:
    await at_gate(desk)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["case_gate"]
    assert "akkurat slik: «Nei på alle»" in desk.words(shown)
    assert (await desk.state(KARI)).data["step"] == "gate"


@pytest.mark.parametrize("said", ["ja, det gjør det", "ja, det gjelder barnet", "ja det stemmer"])
async def test_a_yes_in_own_words_stops_the_case_and_is_said_back(desk: Desk, said: str) -> None:
    await at_gate(desk)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "case_report"]
    assert desk.text("case.gate_yes") in desk.words(shown[:1])


@pytest.mark.parametrize(
    "said",
    [
        "ja, men jeg er ikke helt sikker",
        "ja, men ikke sikker",
        "nei, men jeg er litt usikker",
        "litt usikker på det med vold",
        "ja, men mor er veldig sliten",
        "nei, men mor drikker en del",
    ],
)
async def test_an_answer_in_doubt_is_asked_for_again_kindly_and_is_no_answer(desk: Desk, said: str) -> None:
    await at_gate(desk)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["case_gate"]
    assert "Er du i tvil, er svaret «Jeg er usikker»" in desk.words(shown)
    assert (await desk.state(KARI)).data["step"] == "gate"
    assert kinds(await desk.say(KARI, "Jeg er usikker")) == ["case_unsure"]


async def test_words_that_are_no_answer_are_told_how_to_go_on(desk: Desk) -> None:
    await at_gate(desk)
    assert desk.words(await desk.say(KARI, "vi har hatt tre møter")) == desk.text("case.in_the_middle")
