"""Words that only nearly are a button's go the whole way through the router as loose, and calm nobody unconfirmed."""

from __future__ import annotations

import pytest

from bot.cli.terminal_screen import OnScreen
from bot.domain.reply import Card
from dialogs.as_text import all_buttons
from tests.turns.desk import KARI, NILS, Desk, kinds

NEARLY = {
    "trygg_na": ("Nei, ikke nåå", "Nei ikkje nå", "Nei, ikke nu"),
    "grunn_til_a_tro": ("Neii", "Neei"),
}


async def at(desk: Desk, step: str) -> Card:
    shown = await desk.say(KARI, "jeg er bekymret for en elev")
    if step == "grunn_til_a_tro":
        shown = await desk.say(KARI, "Nei, ikke nå")
    card = shown[-1]
    assert isinstance(card, Card)
    return card


async def place(desk: Desk) -> list[str]:
    """Return the steps that are answered."""
    concern = (await desk.state(KARI)).concern()
    return [name for name, _ in concern.answers] if concern else []


@pytest.mark.parametrize(("step", "words"), [(step, words) for step, several in NEARLY.items() for words in several])
async def test_a_nearly_typed_no_to_a_question_about_safety_is_asked_back(desk: Desk, step: str, words: str) -> None:
    await at(desk, step)
    shown = await desk.say(KARI, words)
    assert kinds(shown) == ["guide_confirm"]
    assert step not in await place(desk)
    await desk.say(KARI, "ja")
    assert step in await place(desk)


@pytest.mark.parametrize(("step", "words"), [(step, words) for step, several in NEARLY.items() for words in several])
async def test_the_terminal_says_that_the_press_was_loose(desk: Desk, step: str, words: str) -> None:
    card = await at(desk, step)
    pressed = OnScreen("kort", card).press(words)
    if pressed is None:  # not near any title: it is heard as words by the guide itself
        shown = await desk.say(KARI, words)
    else:
        assert pressed.is_loose
        shown = await desk.take(KARI, pressed)
    assert kinds(shown) == ["guide_confirm"]
    assert step not in await place(desk)


async def test_exact_words_numbers_and_presses_are_taken_at_once(desk: Desk) -> None:
    card = await at(desk, "trygg_na")
    no = next(one for one in all_buttons(card) if one.title == "Nei, ikke nå")
    exact = OnScreen("kort", card).press("nei ikke nå")
    assert exact is not None
    assert not exact.is_loose
    assert kinds(await desk.press(KARI, no.verb, no.id))[-1] == "guide_step"
    await desk.say(NILS, "jeg er bekymret for en elev")
    assert kinds(await desk.say(NILS, "[Nei, ikke nå]"))[-1] == "guide_step"


@pytest.mark.parametrize("said", ["hvordan", "hvordan da?", "korleis gjer eg det", "åssen"])
async def test_how_below_the_only_button_that_asks_how_is_that_button(desk: Desk, said: str) -> None:
    await desk.say(KARI, "de sa jeg skulle melde")
    shown = await desk.say(KARI, said)
    assert kinds(shown)[-1:] == ["answer"]
    assert "Hvordan sender jeg bekymringsmelding" in desk.words(shown)


async def test_how_in_the_middle_of_nothing_is_no_button(desk: Desk) -> None:
    assert "answer" not in kinds(await desk.say(KARI, "hvordan"))


async def test_a_bare_word_withdraws_the_only_case_and_asks_first(desk: Desk) -> None:
    case = await desk.sent()
    await desk.say(KARI, "mine saker")
    assert desk.text("case.withdraw_yes") in desk.words(await desk.say(KARI, "trekk"))
    assert (await desk.case(case.id)).withdrawn_at is None


@pytest.mark.parametrize("said", ["trekk", "trekk saken"])
async def test_who_writes_a_new_case_is_not_asked_to_withdraw_the_one_that_is_sent(desk: Desk, said: str) -> None:
    await desk.sent()
    await desk.to_gate()
    assert desk.text("case.withdraw_yes") not in desk.words(await desk.say(KARI, said))
    assert (await desk.state(KARI)).active == "case"


async def test_a_bare_word_in_a_guide_withdraws_no_case(desk: Desk) -> None:
    await desk.sent()
    await desk.say(KARI, "jeg er bekymret")
    assert desk.text("case.withdraw_yes") not in desk.words(await desk.say(KARI, "trekk"))


async def test_what_to_tick_is_asked_of_the_checklist(desk: Desk) -> None:
    for said in ("jeg er bekymret", "nei, ikke nå", "nei", "1"):
        await desk.say(KARI, said)
    assert "guide" in "".join(kinds(await desk.say(KARI, "hva skal jeg krysse av")))
