"""Tables of what people type instead of pressing: numbers, labels, fields, commands, and what is none of these."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies

from bot.content.texts import load_texts
from bot.domain.conversation import ConversationState, ShownButton, ShownField
from bot.turns.typed import typed_button, typed_command, typed_form
from dialogs.fields import field_named, field_value
from dialogs.verbs import COMMANDS
from tests.each import each
from tests.fakes.knowledge import KNOWLEDGE

TEXTS = load_texts(KNOWLEDGE)
SHOWN = tuple(
    ShownButton(title, f"verb{number}", f"id{number}", number)
    for number, title in enumerate(("Ja", "Nei, ikke nå", "Jeg er usikker", "Ta saken", "0–5 år"), 1)
)
AGE = ShownField("age", "Aldersgruppe", (("6-9", "6–9 år"), ("10-12", "10–12 år"), ("over-20", "Over 20 år")))
THEMES = ShownField("themes", "Hva handler det om?", (("rus", "Rus"), ("mobbing", "Mobbing"), ("sprak", "Språk")))
SEEN = ShownField("seen", "Hva har du sett?")
DONE = ShownField("done", "Hva har du gjort så langt?")


@each(
    ("said", "button"),
    [
        ("1", 1),
        (" 2 ", 2),
        ("[3]", 3),
        ("2.", 2),
        ("ja", 1),
        ("JA!", 1),
        ("«Ja»", 1),
        ("[Ta saken]", 4),
        ("ta saken", 4),
        ("ta sakn", 4),
        ("nei ikke nå", 2),
        ("jeg er uskker", 3),
        ("4 Ta saken", 4),
        ("4 ta sakn", 4),
        ("0", None),
        ("6", None),
        ("-1", None),
        ("112", None),
        ("1 barn slår", None),
        ("3 barn i klassen", None),
        ("²", None),
        ("", None),
        ("[]", None),
        ("jo", None),
        ("nei", None),
        ("ta saken nå med en gang", None),
    ],
)
def test_a_button_is_pressed_by_its_number_or_its_label(said: str, button: int | None) -> None:
    pressed = typed_button(said, SHOWN)
    if button is None:
        assert pressed is None
    else:
        assert pressed is not None
        assert (pressed.verb, pressed.id, pressed.version) == (f"verb{button}", f"id{button}", button)


def test_nothing_is_pressed_when_nothing_is_shown() -> None:
    assert typed_button("1", ()) is None


@each(
    ("said", "command"),
    [
        ("hjelp", "help"),
        ("Hjelp!", "help"),
        ("hjeelp", "help"),
        ("?", "help"),
        ("meny", "menu"),
        ("menyy", "menu"),
        ("tilbake", "back"),
        ("tilbakke.", "back"),
        ("avbryt", "cancel"),
        ("start på nytt", "restart"),
        ("start på nyt", "restart"),
        ("mine saker", "my_cases"),
        ("mine sakar", "my_cases"),
        ("innstillinger", "settings"),
        ("akutt", "acute"),
        ("hva er akutt", "acute"),
        ("send på nytt", "my_renew"),
        ("ok, skriver ny tekst", "my_renew"),
        ("greit, mine saker", "my_cases"),
        ("ok", None),
        ("ok hva er taushetsplikt", None),
        ("hei jeg jobbe barnehage ny her", "newcomer"),
        ("en elev er ny her", None),
        ("AKUTT", "acute"),
        ("akkutt", "acute"),
        ("ansatt", "staff"),
        ("mistanke mot en ansatt", "staff"),
        ("jeg er bekymret", "worried"),
        ("jeg er bekymra", "worried"),
        ("send en sak", "submit"),
        ("drøft en sak", "submit"),
        ("saker", "team_cases"),
        ("koble til", "connect"),
        ("slett alt om meg", "forget"),
        ("slett alt", "forget"),
        ("Slett alt jeg har skrevet!", "forget"),
        ("hva er taushetsplikt", None),
        ("kan jeg si fra til en ansatt i barnevernet?", None),
        ("slutten på historien", None),
        ("", None),
        ("hei", None),
        ("m", None),
        ("a" * 500, None),
    ],
)
def test_commands_are_heard_also_with_small_typing_errors(said: str, command: str | None) -> None:
    assert typed_command(said, TEXTS) == command


def test_every_command_is_heard_by_its_first_word_and_no_word_means_two_things() -> None:
    words = [(key, word.strip()) for key in COMMANDS for word in TEXTS.raw(f"commands.{key}").split(",")]
    assert len({word for _, word in words}) == len(words)
    for key, word in words:
        assert typed_command(word, TEXTS) == key


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("10–12 år", "10-12"),
        ("10-12 år", "10-12"),
        ("10-12", "10-12"),
        ("2", "10-12"),
        ("over 20", "over-20"),
        ("11", "11"),
        ("voksen", "voksen"),
    ],
)
def test_one_choice_is_named_by_title_number_or_beginning(said: str, value: str) -> None:
    assert field_value(said, AGE) == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Rus", "rus"),
        ("rus, mobbing", "rus,mobbing"),
        ("Mobbing og språk", "mobbing,sprak"),
        ("1, 3", "rus,sprak"),
        ("mobing", "mobbing"),
        ("rus, fotball", "rus"),
    ],
)
def test_several_choices_are_named_with_commas_or_og(said: str, value: str) -> None:
    assert field_value(said, THEMES) == value


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Hva har du sett?", "seen"),
        ("hva har du sett", "seen"),
        ("Hva har du gjort", "done"),
        ("hva har du sett *", "seen"),
        ("Hva har du gjort så lankt?", "done"),
        ("Hv", None),
        ("Noe helt annet", None),
    ],
)
def test_a_field_is_named_by_its_label_or_the_beginning_of_it(label: str, field: str | None) -> None:
    found = field_named(label, (SEEN, DONE))
    assert (found.id if found else None) == field


def _state(*fields: ShownField) -> ConversationState:
    return ConversationState(shown=SHOWN, fields=fields)


def test_fields_are_typed_one_on_each_line_and_press_the_first_button() -> None:
    said = "Aldersgruppe: 10-12 år\nHva har du sett?: Kommer sent\nog går tidlig\nHva handler det om?: rus"
    pressed = typed_form(said, _state(AGE, SEEN, THEMES))
    assert pressed is not None
    assert (pressed.verb, pressed.id) == ("verb1", "id1")
    assert pressed.values == {"age": "10-12", "seen": "Kommer sent\nog går tidlig", "themes": "rus"}


@pytest.mark.parametrize("said", ["Hei: hva gjør jeg?", "Kl. 10: møte", "ja", ""])
def test_what_names_no_field_is_no_form(said: str) -> None:
    assert typed_form(said, _state(AGE, SEEN)) is None
    assert typed_form("Hva har du sett?: Kommer sent", _state()) is None


@given(strategies.text(max_size=200))
def test_nothing_that_can_be_typed_breaks_the_reading(said: str) -> None:
    typed_button(said, SHOWN)
    typed_command(said, TEXTS)
    typed_form(said, _state(AGE, THEMES, SEEN))
    field_value(said, AGE)


@pytest.mark.parametrize("digits", [4_301, 19_000])
def test_more_digits_than_python_reads_are_no_number_of_a_button(digits: int) -> None:
    assert typed_button("1" * digits + " far slår jenta", (ShownButton("Ja", "answer", "akutt", 1),)) is None
