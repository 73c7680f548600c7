"""What a typed word presses in the terminal: the newest card, the one being filled in, or in brackets any card."""

from __future__ import annotations

import pytest

from bot.cli.chat import _pressed
from bot.cli.terminal_screen import Screen
from bot.domain.reply import Button, Card, TextInput


def card(title: str, *buttons: Button, field: bool = False) -> Card:
    return Card("test", title=title, blocks=(TextInput("seen", "Hva har du sett?"),) if field else (), buttons=buttons)


def screen() -> Screen:
    shown = Screen()
    shown.add("m1", card("Steg 1", Button("Neste", "first"), Button("Tilbake", "back"), field=True))
    shown.add("m2", card("Svar", Button("Les mer", "article_more")))
    return shown


def test_a_bare_word_does_not_press_an_older_card() -> None:
    assert screen().press("neste", is_chat=True) is None
    assert screen().press("tilbake", is_chat=True) is None


def test_a_label_in_brackets_presses_the_newest_card_that_has_it() -> None:
    pressed = screen().press("[Neste]", is_chat=True)
    assert pressed is not None
    assert (pressed.verb, pressed.card_id) == ("first", "m1")


def test_a_card_that_is_being_filled_in_is_the_one_that_is_meant() -> None:
    shown = screen()
    shown.fill("Hva har du sett?: Kommer sent.")
    pressed = shown.press("neste", is_chat=True)
    assert pressed is not None
    assert (pressed.card_id, pressed.values) == ("m1", {"seen": "Kommer sent."})
    assert shown.press("tilbake", is_chat=True) is None, "it has been pressed, and is an older card again"


def test_in_a_channel_every_card_is_at_hand() -> None:
    assert screen().press("neste") is not None


@pytest.mark.parametrize("typed", ["Ta saken K7M-42P", "ta saken k7m 42p", "ta saken k7m42p", "ta saken K7M – 42P"])
def test_a_code_names_its_card_however_it_is_typed(typed: str) -> None:
    shown = Screen()
    shown.add("m1", card("Sak K7M-42P", Button("Ta saken", "case_claim", "1")))
    shown.add("m2", card("Sak B4N-77C", Button("Ta saken", "case_claim", "2")))
    pressed = _pressed(shown, typed, is_chat=False)
    assert pressed is not None
    assert pressed.id == "1"
