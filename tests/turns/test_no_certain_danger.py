"""What may be an assault and need not be is told so on the card; a question, and what went wrong, are no danger."""

from __future__ import annotations

import pytest

from dialogs.dialog import ACUTE_CARD
from tests.turns.desk import KARI, Desk, kinds

PREGNANT = "elev i 10. klasse er gravid og vil ikke si det hjemme"


async def test_the_card_asks_how_old_she_is_and_never_whether_it_has_just_happened(desk: Desk) -> None:
    shown = await desk.say(KARI, PREGNANT)
    words = desk.words(shown)
    assert ACUTE_CARD in kinds(shown)
    assert desk.text("acute.pregnant_title") in words
    assert desk.text("acute.assault_title") not in words
    again = await desk.press(KARI, "acute", "gravid")
    assert desk.text("acute.pregnant_title") in desk.words(again)


async def test_the_card_says_what_hurries_and_what_holds_at_every_age(desk: Desk) -> None:
    shown = desk.words(await desk.say(KARI, "jente 14 trenger angrepille"))
    assert "Trenger hun angrepille?" in shown
    assert "Er hun 16 eller eldre" in shown
    assert desk.text("acute.assault_title") not in shown


@pytest.mark.parametrize(
    "said",
    [
        "må jeg si det til far",
        "må e si det te far",
        "skal vi si det til mor først?",
        "fikk ikke det til, mor vil ikke",
        "vi fikk det ikke til. far nekter",
        "de har dratt",
        "har dratt",
        "nei, dei har reist heim",
        "mor har dratt",
        "far har dratt hjem",
        "faren er dratt",
        "mor har dratt hjem nå",
        "pappa har reist igjen",
    ],
)
async def test_who_asks_or_tells_how_it_went_meets_no_card_of_danger(desk: Desk, said: str) -> None:
    assert ACUTE_CARD not in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    [
        "de har dratt med henne",
        "mor har dratt fra barna",
        "far har dratt og kommer ikke tilbake",
        "nei de har dratt henne etter håret",
        "det gikk ikke, mor vil ikke leve",
        "må jeg si det til far at han slår henne",
    ],
)
async def test_danger_in_nearly_the_same_words_is_still_heard(desk: Desk, said: str) -> None:
    assert ACUTE_CARD in kinds(await desk.say(KARI, said))


async def test_a_no_that_says_that_they_have_left_is_told_how_a_no_is_written(desk: Desk) -> None:
    await desk.say(KARI, "en far slo ungen sin på parkeringsplassen nå nettopp")
    shown = await desk.say(KARI, "nei de har dratt")
    assert desk.text("acute.no_in_words") in desk.words(shown)
    assert ACUTE_CARD in kinds(shown)
    assert desk.text("acute.title") in desk.words(shown), "the same danger, not a new one"
