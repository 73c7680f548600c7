"""Before a case is sent in which danger was heard and said not to be acute, the card says what that danger asks for."""

from __future__ import annotations

import pytest

from bot.answers.acute_words import KINDS
from dialogs.cases.duty import DANGERS
from tests.turns.desk import KARI, WORDS, Desk

TOLD = {
    "selvmord": "Barnet sier at det vil ta livet sitt.",
    "vold": "Far slår barnet med belte.",
    "tvangsekteskap": "Hun skal giftes bort i sommer mot sin vilje.",
}
SAYS = {
    "selvmord": ("confirm_danger_suicide", "ring 113"),
    "vold": ("confirm_danger_violence", "melder du til barnevernet"),
    "tvangsekteskap": ("confirm_danger_forced", "du kontakter ikke familien først"),
}


def test_every_kind_of_danger_has_words_of_its_own() -> None:
    assert set(DANGERS) == set(KINDS)


@pytest.mark.parametrize("kind", TOLD)
async def test_the_last_card_before_sending_speaks_of_the_danger_that_was_heard_and_of_no_other(
    desk: Desk, kind: str
) -> None:
    shown = await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=WORDS | {"seen": TOLD[kind]})
    shown = await desk.push(KARI, shown, desk.text("acute.not_acute"))
    said = desk.words(shown)
    key, words = SAYS[kind]
    assert words in said
    for other in set(DANGERS.values()):
        assert (desk.text(f"case.confirm_danger_{other}").replace("**", "") in said) == (
            f"confirm_danger_{other}" == key
        )


async def test_whoever_goes_on_after_words_of_suicide_is_not_reminded_of_violence(desk: Desk) -> None:
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=WORDS | {"seen": TOLD["selvmord"]})
    shown = await desk.push(KARI, shown, desk.text("acute.not_acute"))
    assert desk.text("acute.went_on_form_suicide") in desk.words(shown)
    assert "vold" not in desk.words(shown)


async def test_a_calm_case_has_no_word_of_danger_before_it_is_sent(desk: Desk) -> None:
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=WORDS)
    assert desk.text("case.confirm_danger") not in desk.words(shown)
