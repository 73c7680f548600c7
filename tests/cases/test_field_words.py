"""Who asks what to write in a field of the form has it explained, and what is written there is not put away."""

from __future__ import annotations

import pytest

from bot.domain.reply import Line
from dialogs.fields import field_named
from tests.turns.desk import ABOUT, KARI, Desk, kinds

ALL = (
    "hva skal jeg skrive her?",
    "hva skal stå i dette feltet",
    "kva skal eg skrive i felta",
    "hva skriver jeg her",
    "kva skal eg skrive",
    "ka ska æ skriv",
)
ONE = {
    "hva skal stå i «hva har barnet sagt»?": "child",
    "hva mener dere med hva har du gjort så langt": "done",
    "hva skal jeg skrive om barnet": "child",
    "hva skal jeg svare på hva trenger du råd om": "advice_wanted",
}


async def to_form(desk: Desk) -> None:
    await desk.press(KARI, "case_about", values=ABOUT)
    await desk.press(KARI, "case_team", "komp_0_18")
    await desk.press(KARI, "case_gate", "all_no", {"first": "hv_niva_0,hv_niva_1"})


@pytest.mark.parametrize("said", ALL)
async def test_all_fields_are_explained(desk: Desk, said: str) -> None:
    await to_form(desk)
    before = await desk.state(KARI)
    (line,) = await desk.say(KARI, said)
    assert isinstance(line, Line)
    assert all(desk.text(f"case.{one}_hint") in line.text for one in ("seen", "child", "done", "advice_wanted"))
    assert desk.text("case.field_where") in line.text
    assert (await desk.state(KARI)).fields == before.fields, "the form is still the card that is open"


@pytest.mark.parametrize(("said", "field"), ONE.items())
async def test_the_field_that_is_named_is_explained(desk: Desk, said: str, field: str) -> None:
    await to_form(desk)
    (line,) = await desk.say(KARI, said)
    assert isinstance(line, Line)
    told = [one for one in ("seen", "child", "done", "advice_wanted") if desk.text(f"case.{one}_hint") in line.text]
    assert told == [field]


@pytest.mark.parametrize("said", ["hva skal jeg skrive i bekymringsmeldingen", "hvem ser det jeg skriver her"])
async def test_what_else_is_asked_is_answered(desk: Desk, said: str) -> None:
    await to_form(desk)
    assert desk.text("case.field_where") not in desk.words(await desk.say(KARI, said))


async def test_at_the_first_step_it_is_told_what_is_missing(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    shown = await desk.say(KARI, "hva skal jeg skrive her?")
    assert kinds(shown) == ["line"]
    assert desk.text("case.age") in desk.words(shown)


@pytest.mark.parametrize("said", ["hva skal jeg skrive", "Kva skal eg skrive", "ka ska æ skriv"])
async def test_before_the_form_it_is_told_what_the_step_asks_for(desk: Desk, said: str) -> None:
    await desk.press(KARI, "case_about", values=ABOUT)
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.now_team")
    await desk.press(KARI, "case_team", "komp_0_18")
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.now_gate")


@pytest.mark.parametrize("label", ["råd", "sett", "sagt"])
async def test_one_word_that_stands_in_no_other_label_names_its_field(desk: Desk, label: str) -> None:
    await desk.to_form()
    shown = (await desk.state(KARI)).fields
    named = field_named(label, shown)
    assert named is not None
    assert label in named.label.casefold()


async def test_a_word_of_two_labels_names_neither(desk: Desk) -> None:
    await desk.to_form()
    assert field_named("gjort", (await desk.state(KARI)).fields) is None
