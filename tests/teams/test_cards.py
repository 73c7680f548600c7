"""Cards are valid Adaptive Cards 1.5, in the agreed order, and nothing people write comes alive on them."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.texts import Texts, load_texts
from bot.domain.reply import Box, Bullets, Button, Card, Facts, Line, MarkedText, Paragraph, TextInput, UserText
from bot.teams.cards import CardWriter
from bot.teams.connector import MAX_PAYLOAD, encode
from bot.teams.write_activity import ActivityWriter
from dialogs.as_text import as_text
from tests.teams.conftest import KNOWLEDGE
from tests.teams.sample_cards import ACUTE, ALL, FORM, REVIEW, STEP, TAKEN, WELCOME

GOLDEN = Path(__file__).parent / "golden"
TEXTS = load_texts(KNOWLEDGE)
WRITER = CardWriter(TEXTS, functools.partial(as_text, texts=TEXTS))

HOSTILE = [
    "[klikk her](https://evil.example)",
    "se https://evil.example/x",
    "www.evil.example",
    "<at>Alle</at>",
    "<b>fet</b><script>alert(1)</script><img src=x onerror=alert(1)>",
    "![bilde](https://evil.example/x.png)",
    "**fet** _kursiv_ ~~strøket~~ `kode`",
    "# Overskrift\n- punkt\n1. punkt\n> sitat\n---",
    "| a | b |\n|---|---|",
    "\u202etxet desrever\u202c",
    "usyn\u200blig\u2060 og \ufeffmer",
    "linje" + "\n" * 5_000 + "slutt",
    "a\r\nb\u2028c\u2029d\x0be",
    "\x1b[31mrød\x1b[0m\x07",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!",
    "{{DATE(2026-01-01T00:00:00Z)}} ${navn}",
    "a" * 50_000,
]


@pytest.fixture(scope="session")
def validator() -> Any:
    schema = json.loads((files("adaptive_cards") / "schemas" / "schema-1.5.json").read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


def elements(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "type" in node:
            yield node
        for value in node.values():
            yield from elements(value)
    elif isinstance(node, list):
        for value in node:
            yield from elements(value)


def of_type(card: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [element for element in elements(card) if element["type"] == kind]


@pytest.mark.parametrize("kind", ALL)
def test_every_screen_is_a_valid_card(kind: str, validator: Any) -> None:
    card = WRITER.write(ALL[kind], marker="m-1")
    assert [error.message for error in validator.iter_errors(card)] == []
    assert not list(validator.iter_errors(WRITER.write(ALL[kind], shared=True)))


def test_the_official_schema_would_notice_a_mistake(validator: Any) -> None:
    card = WRITER.write(STEP)
    card["body"][0]["type"] = "TextBlok"
    assert list(validator.iter_errors(card))


@pytest.mark.parametrize("kind", ALL)
def test_every_screen_is_written_as_agreed(kind: str) -> None:
    """Rewrite with REWRITE_GOLDEN=1 and read the difference."""
    written = json.dumps(WRITER.write(ALL[kind]), ensure_ascii=False, indent=1) + "\n"
    path = GOLDEN / f"{kind}.json"
    if os.environ.get("REWRITE_GOLDEN"):
        path.write_text(written, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("kind", ALL)
def test_every_screen_fits_and_has_at_most_six_buttons_in_a_row(kind: str) -> None:
    card = WRITER.write(ALL[kind])
    assert len(encode(card) or b"") < MAX_PAYLOAD
    assert all(len(actions["actions"]) <= 6 for actions in of_type(card, "ActionSet"))


@pytest.mark.parametrize("kind", [kind for kind, card in ALL.items() if card.buttons])
def test_the_parts_stand_in_the_agreed_order(kind: str) -> None:
    body = WRITER.write(ALL[kind])["body"]
    names = [element["type"] for element in body]
    last = names.index("ActionSet")
    assert "Container" not in names[last + 2 :], "after the buttons come only footnote and doors"
    if ALL[kind].doors:
        assert body[-1]["type"] == "ColumnSet"
        assert body[-1]["separator"] is True
    headings = [element for element in elements(body) if element.get("style") == "heading"]
    assert [heading["text"] for heading in headings] == [ALL[kind].title]


def test_a_card_may_be_a_single_line(validator: Any) -> None:
    card = WRITER.write(Card("told", "", intro="Du svarte: Ja", doors=False), marker="m-1")
    assert not list(validator.iter_errors(card))
    assert [(block["text"], block["id"]) for block in card["body"]] == [("Du svarte: Ja", "m-1")]


def test_both_doors_stand_on_every_card_and_only_one_on_the_acute_card() -> None:
    def doors(card: Card) -> list[str]:
        return [column["selectAction"]["verb"] for column in WRITER.write(card)["body"][-1]["columns"]]

    assert doors(STEP) == ["acute", "staff"]
    assert doors(ACUTE) == ["staff"]
    assert "acute" not in json.dumps(WRITER.write(replace(STEP, doors=False)))


def test_the_acute_card_begins_with_a_red_head() -> None:
    head = WRITER.write(ACUTE)["body"][0]
    assert (head["type"], head["style"], head["bleed"]) == ("Container", "attention", True)


@pytest.mark.parametrize("kind", ALL)
def test_a_button_carries_only_verb_id_version_and_what_it_was_given(kind: str) -> None:
    carried = {name for button in ALL[kind].buttons for name, _ in button.carries}
    for execute in of_type(WRITER.write(ALL[kind]), "Action.Execute"):
        assert set(execute["data"]) <= {"verb", "id", "version"} | carried
        assert execute["fallback"]["type"] == "Action.Submit"
        assert execute["fallback"]["data"] == execute["data"]
        assert execute["fallback"]["title"] == execute["title"]


def test_what_is_carried_cannot_pose_as_the_button() -> None:
    button = Button("Ja", "case.approve", "1", 2, carries=(("verb", "admin.delete"), ("id", "9"), ("version", "7")))
    (execute,) = of_type(WRITER.write(replace(STEP, buttons=[button], blocks=[], doors=False)), "Action.Execute")
    assert execute["data"] == {"verb": "case.approve", "id": "1", "version": 2}


def test_back_and_the_doors_do_not_demand_a_filled_form() -> None:
    actions = {action["title"]: action for action in of_type(WRITER.write(FORM), "Action.Execute")}
    assert "associatedInputs" not in actions["Sjekk teksten"]
    assert actions["Tilbake"]["associatedInputs"] == "none"
    assert actions["Akutt fare: vis nødnumre"]["associatedInputs"] == "none"


def test_a_field_keeps_its_value_and_says_what_is_wrong() -> None:
    card = WRITER.write(FORM)
    fields = {element["id"]: element for element in elements(card) if element["type"].startswith("Input.")}
    assert fields["sett"]["value"] == "Ofte alene i friminuttene."
    assert fields["temaer"]["value"] == "fravaer,sprak"
    assert fields["alder"]["errorMessage"] == "Velg aldersgruppe."
    assert all(field.get("errorMessage") for field in fields.values() if field.get("isRequired"))
    assert len({field["label"] for field in fields.values()}) == len(fields)
    assert "Velg aldersgruppe." in [block["text"] for block in of_type(card, "TextBlock")]


def test_a_folded_part_opens_by_its_button_and_stands_open_when_something_in_it_is_wrong() -> None:
    card = WRITER.write(FORM)
    (toggle,) = of_type(card, "Action.ToggleVisibility")
    (folded,) = [element for element in elements(card) if element.get("id") == toggle["targetElements"][0]]
    assert folded["isVisible"] is False
    wrong = replace(FORM.blocks[-1], blocks=[TextInput("styrker", "Hva fungerer?", error="Skriv kortere.")])
    card = WRITER.write(replace(FORM, blocks=[wrong]))
    assert [element["isVisible"] for element in elements(card) if "isVisible" in element] == [True]


def test_the_destructive_button_stands_last_and_the_unfolding_one_before_it() -> None:
    titles = [action["title"] for action in of_type(WRITER.write(TAKEN), "ActionSet")[0]["actions"]]
    assert titles[0] == "Svar innmelder"
    assert titles[-1] == "Ikke anonym nok"
    assert "Vis hele saken" in titles[1:-1]


def test_a_seventh_button_is_not_lost() -> None:
    many = [Button(f"Valg {number}", "pick", str(number)) for number in range(8)]
    sets = of_type(WRITER.write(replace(STEP, buttons=many)), "ActionSet")
    assert [len(one["actions"]) for one in sets] == [6, 3]


def test_status_and_deadline_stand_side_by_side() -> None:
    box = next(element for element in WRITER.write(TAKEN)["body"] if element["type"] == "Container")
    assert [column["items"][0]["text"] for column in box["items"][0]["columns"]] == [
        "**Tatt** av Test Medlem, PPT",
        "Svar innen ons. 25.11.",
    ]


def test_a_button_to_an_unsafe_address_is_left_out() -> None:
    for url in ("javascript:alert(1)", "http://example.no", "file:///etc/passwd", "data:text/html,x"):
        assert not of_type(WRITER.write(replace(STEP, buttons=[Button("x", "", url=url)])), "Action.OpenUrl")


def test_the_section_sign_stays_with_its_number() -> None:
    (block,) = [b for b in of_type(WRITER.write(STEP), "TextBlock") if "barnevernsloven" in b["text"]]
    assert "§\u00a013\u20112" in block["text"]


@pytest.mark.parametrize(
    ("team", "shown"),
    [
        ("Kompetanseteam 0–18 år", "Kompetanseteam 0\u2060–\u206018\u00a0år"),
        ("Kompetanseteam 18 år og eldre", "Kompetanseteam 18\u00a0år og eldre"),
        ("Sak Blå · Steg 3 av 8", "Sak Blå · Steg 3 av 8"),
    ],
)
def test_an_age_is_never_broken_in_the_row_above_the_title(team: str, shown: str) -> None:
    card = WRITER.write(replace(STEP, header=(team, "")))
    assert of_type(card, "TextBlock")[0]["text"] == shown


def test_a_text_that_looks_like_a_list_stays_a_text() -> None:
    card = WRITER.write(replace(STEP, blocks=[Paragraph("3. kvartal viser 1 000 spørsmål.")]))
    assert "3. kvartal" not in json.dumps([b["text"] for b in of_type(card, "TextBlock")])
    assert "3. kvartal viser 1 000 spørsmål." in [run["text"] for run in of_type(card, "TextRun")]


def test_nothing_comes_alive_where_a_card_cannot_be_drawn() -> None:
    said = "[klikk](https://evil.example) <at>alle</at> {{DATE(2026-11-27T00:00:00Z,SHORT)}} \u202etxet\u200b"
    for text in (
        WRITER.write(replace(STEP, blocks=[UserText(said)]))["fallbackText"],
        WRITER.line(said, "m")["fallbackText"],
    ):
        assert "klikk" in text
        assert not any(sign in text for sign in ("](", "<", "{{", "\u202e", "\u200b"))


def test_a_card_that_cannot_be_drawn_is_still_a_message() -> None:
    text = WRITER.write(WELCOME)["fallbackText"]
    for part in ("Hva trenger du hjelp til?", "1", "Jeg er bekymret", "akutt"):
        assert part in text


# --- nothing comes alive ----------------------------------------------------------------------------------------------


def alive(card: dict[str, Any]) -> list[str]:
    """All texts that a client reads as Markdown."""
    shown = [block["text"] for block in of_type(card, "TextBlock")]
    return shown + [fact[part] for facts in of_type(card, "FactSet") for fact in facts["facts"] for part in fact]


def with_text(text: str) -> Card:
    return replace(
        STEP,
        title=f"Sak {text}"[:200],
        header=(text[:60], text[:20]),
        intro=f"Tatt av {text}",
        footnote=[text],
        blocks=[
            UserText(text, label="Skrevet"),
            MarkedText(text, text, text),
            Paragraph(f"Spurt av {text}"),
            Bullets([text, "vanlig punkt"]),
            Facts([("Prøvd", text)]),
            Box([UserText(text)], "emphasis"),
        ],
    )


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_people_write_is_shown_literally(text: str, validator: Any) -> None:
    card = WRITER.write(with_text(text))
    assert not list(validator.iter_errors(card))
    for shown in alive(card):
        for sign in ("](", "<", "://", "www.", "`", "~~", "\u202e", "\u200b", "\x1b", "{{"):
            assert sign not in shown
    assert "msteams" not in card, "there is no mention entity, so no <at> can notify anybody"
    for run in of_type(card, "TextRun"):
        assert not set(run["text"]) & set("\u202e\u200b\u2060\ufeff\x1b\x07\n\r\u2028")


def test_what_people_write_is_bounded() -> None:
    flood = WRITER.write(replace(STEP, blocks=[UserText("x\n" * 20_000)], doors=False))
    assert len(of_type(flood, "RichTextBlock")) <= 40
    long = WRITER.write(replace(STEP, blocks=[UserText("a" * 50_000)]))
    assert max(len(run["text"]) for run in of_type(long, "TextRun")) < 6_100


def test_literal_text_keeps_its_words() -> None:
    text = "Sier «jeg vil ikke» – ofte [mandag] 50 % av tida. Æ e redd!"
    card = WRITER.write(replace(STEP, blocks=[UserText(text)]))
    assert text in [run["text"] for run in of_type(card, "TextRun")]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_no_text_whatever_breaks_a_card(text: str) -> None:
    card = WRITER.write(with_text(text))
    json.dumps(card, ensure_ascii=False).encode("utf-8")
    assert all(element.get("inlines") for element in of_type(card, "RichTextBlock"))


def test_a_line_is_plain_text() -> None:
    writer = ActivityWriter(WRITER, TEXTS)
    assert writer.write(Line("[x](https://evil.example) <at>Alle</at>"))["textFormat"] == "plain"
    assert writer.write(Line("**Tatt** av Test"))["textFormat"] == "markdown"
    assert writer.write(Line("**Tatt** av [x](https://evil.example)"))["text"] == "Tatt av [x](https://evil.example)"


def test_quick_buttons_type_their_own_label_and_only_in_a_personal_chat() -> None:
    writer = ActivityWriter(WRITER, TEXTS)
    line = Line("Sikker?", [Button("Ja", "x"), Button("Nei", "y"), Button("Kanskje", "z"), Button("Fire", "w")])
    actions = writer.write(line)["suggestedActions"]["actions"]
    assert [(action["type"], action["value"]) for action in actions] == [
        ("imBack", "Ja"),
        ("imBack", "Nei"),
        ("imBack", "Kanskje"),
    ]
    assert "suggestedActions" not in writer.write(line, personal=False)


def test_the_notification_says_nothing_about_the_case(texts: Texts) -> None:
    writer = ActivityWriter(WRITER, TEXTS)
    assert writer.write(TAKEN)["summary"] == "Oppdatering i en sak"
    assert writer.write(REVIEW)["summary"] == texts("teams.notification")


def test_a_large_card_gives_up_its_fallback_text_before_it_is_refused() -> None:
    writer = ActivityWriter(WRITER, TEXTS)
    large = replace(STEP, blocks=[Paragraph("ord " * 3_400)])
    activity = writer.write(large)
    assert activity["attachments"][0]["content"]["fallbackText"] == STEP.title
    assert len(encode(activity) or b"") <= MAX_PAYLOAD


def test_a_form_with_something_to_write_opens_a_dialog_only_where_there_are_dialogs(validator: Any) -> None:
    buttons = [Button("Svar", "case_answer", "k1", 3, dialog="yes"), Button("Eget vindu", "case_form", dialog="only")]
    card = Card("team_case_tatt", "Skolefravær", buttons=buttons, doors=False)
    (without,) = of_type(WRITER.write(card), "Action.Execute")
    assert without["title"] == "Svar"
    with_dialogs = CardWriter(TEXTS, functools.partial(as_text, texts=TEXTS), dialogs=True)
    opening, window = of_type(with_dialogs.write(card), "Action.Submit")
    assert opening["data"] == {"verb": "case_answer", "id": "k1", "version": 3, "msteams": {"type": "task/fetch"}}
    assert window["associatedInputs"] == opening["associatedInputs"] == "none"
    assert list(validator.iter_errors(with_dialogs.write_dialog(FORM, "m-1"))) == []
