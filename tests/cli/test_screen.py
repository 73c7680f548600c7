"""What a typed word presses in the terminal: the newest card, the one being filled in, or in brackets any card."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.chat import _Kept, _pressed
from bot.cli.terminal import Terminal
from bot.cli.terminal_people import PEOPLE
from bot.cli.terminal_screen import OnScreen, Screen
from bot.content.texts import load_texts
from bot.domain.reply import (
    Box,
    Button,
    Card,
    File,
    Folded,
    Line,
    MarkedText,
    Reply,
    Row,
    Rows,
    TextInput,
    UserText,
)
from dialogs.as_text import all_buttons


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


def test_yes_and_no_are_words_in_a_chat_as_in_teams_and_their_number_or_brackets_press_the_button() -> None:
    shown = screen()
    shown.add("m3", card("Fare?", Button("Ja", "yes"), Button("Nei", "no")))
    assert shown.press("nei", is_chat=True) is None
    assert shown.press("nei") is not None
    pressed = [shown.press(typed, is_chat=True) for typed in ("2", "[Nei]")]
    assert [one.verb for one in pressed if one is not None] == ["no", "no"]


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


WRITTEN = "Tordis Kvernmoen i 7B"
FORM = Card("case_form", "Steg 3", blocks=(TextInput("seen", "Sett?", WRITTEN),), buttons=(Button("Neste", "next"),))
CHOICES = Rows((Row("1", "Sak K7M-42P", press=Button("Sak K7M-42P", "case_show", "1")), Row("2", WRITTEN)))
SHOWN = [
    Line("Skjemaet er for gammelt.", in_window=FORM),
    FORM,
    Card("team_case", "Sak K7M-42P", blocks=(Folded("Vis hele saken", (UserText(WRITTEN),)), Box((CHOICES,)))),
    Card("case_review", "Sjekk", blocks=(MarkedText("Eleven ", WRITTEN, " er borte"),), intro=WRITTEN),
    Card("acute", "Er det akutt?", buttons=(Button("Nei", "acute_go_on", carries=(("asked", WRITTEN),)),)),
    replace(Card("acute", "Er det akutt?"), beside_window=FORM),
    File("sak.docx", "Saken", "case_file", "1", WRITTEN.encode()),
]


@pytest.mark.parametrize("reply", SHOWN)
def test_nothing_anybody_wrote_is_kept_on_disk_between_runs(reply: Reply, tmp_path: Path) -> None:
    terminal = Terminal(load_texts(Path("knowledge")), print, tmp_path)
    terminal.screen(PEOPLE["ansatt"].chat).add("m1", reply)
    kept = tmp_path / "chat.json"
    _Kept(kept).keep(terminal, timedelta())
    assert "Kvernmoen" not in kept.read_text(encoding="utf-8")
    assert kept.stat().st_mode & 0o777 == 0o600
    again = Terminal(load_texts(Path("knowledge")), print, tmp_path)
    _Kept(kept).put_on(again)
    (shown,) = again.screen(PEOPLE["ansatt"].chat).shown
    assert [one.title for one in all_buttons(shown.reply)] == [one.title for one in all_buttons(reply)]


def test_what_is_only_nearly_a_button_goes_to_the_bot_as_words() -> None:
    shown = OnScreen("1", Card(kind="x", title="x", buttons=(Button("Tilbake", "guide_back"),)))
    assert shown.press("e tilbake") is None
    assert shown.press("tilbake") is not None
