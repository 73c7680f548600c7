"""Whoever answers wrongly, goes back or begins anew in the middle of a case finds again what was begun."""

from __future__ import annotations

import pytest

from bot.domain.reply import Card
from dialogs.as_text import all_buttons, inputs_of
from tests.turns.desk import ABOUT, KARI, NILS, WORDS, Desk, kinds

DONE = {"first": "hv_niva_0,hv_niva_1"}


def filled(shown: object) -> dict[str, str]:
    assert isinstance(shown, Card)
    return {one.id: one.value for one in inputs_of(shown.blocks)}


@pytest.mark.parametrize("back", ["tilbake", "nei feil", "nei, det stemmer ikke", "nei vent"])
@pytest.mark.parametrize(("said", "stops"), [("ja, det gjør det", "case_report"), ("usikker", "case_unsure")])
async def test_an_answer_to_the_duty_to_report_can_be_taken_back(desk: Desk, said: str, stops: str, back: str) -> None:
    await desk.to_gate()
    assert kinds(await desk.say(KARI, said))[-1] == stops
    assert kinds(await desk.say(KARI, "fortsett"))[-1] == ("case_report" if stops == "case_report" else "case_gate")
    await desk.press(KARI, "case_gate", "yes" if stops == "case_report" else "unsure", DONE)
    (gate,) = await desk.say(KARI, back)
    assert kinds([gate]) == ["case_gate"]
    assert filled(gate)["first"] == DONE["first"], "the conditions stay ticked"
    assert kinds(await desk.push(KARI, [gate], "Nei på alle", {"first": filled(gate)["first"]})) == ["case_form"]


async def test_nothing_is_sent_by_a_form_from_before_the_case_was_stopped(desk: Desk) -> None:
    form = await desk.to_form()
    await desk.press(KARI, "case_gate", "yes")
    shown = await desk.push(KARI, form, "Se over", WORDS)
    assert desk.text("case.expired") in desk.words(shown)
    assert await desk.cases_of(KARI) == []


async def test_the_number_to_ring_is_found_again_from_what_was_read_in_between(desk: Desk) -> None:
    await desk.to_gate()
    await desk.say(KARI, "ja, det gjør det")
    await desk.say(KARI, "Slik melder du")
    assert kinds(await desk.say(KARI, "fortsett")) == ["case_report"]


@pytest.mark.parametrize(
    "said",
    [
        "har ringt",
        "jeg har ringt",
        "har ringt nå",
        "jeg har ringt dem",
        "de sa nei",
        "de sa at det ikke er noe å melde",
        "jeg har ringt barnevernet",
        "ringte barnevernvakta i går, de sa at jeg ikke trenger å melde",
        "har snakket med mottaket",
        "ja, jeg ringte alarmtelefonen",
        "ringte 116 111",
        "damen på mottaket sa nei",
        "snakka med barnevernet og fikk råd",
    ],
)
async def test_whoever_has_rung_answers_the_gate_again(desk: Desk, said: str) -> None:
    await desk.to_gate()
    await desk.say(KARI, "usikker")
    assert "case_gate" in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    [
        "nei",
        "har ikke ringt",
        "får ikke tak i dem",
        "de svarte ikke",
        "barnevernet svarte ikkje",
        "jeg ringte ikke",
        "jeg ringte, men fikk ikke svar",
        "jeg ringte, men ingen svarte",
        "jeg ringte feil nummer",
        "ringte men ble satt i kø",
        "ringte barnevernet, men det var opptatt",
        "jeg skulle ha ringt barnevernet",
        "barnevernet svarer ikke",
    ],
)
async def test_whoever_has_not_rung_is_told_whom_to_try(desk: Desk, said: str) -> None:
    await desk.to_gate()
    await desk.say(KARI, "usikker")
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.ring_below")


@pytest.mark.parametrize(
    "said",
    [
        "har snakket med kontaktlæreren",
        "mor sa at alt er bra",
        "mor ringte i går",
        "jeg ringte mor",
        "har ringt rektor",
        "har ringt naboen",
        "de hjemme sa at det ikke var noe",
        "mor ringte barnevernet",
        "jeg ringte rektor, som ringte barnevernet",
        "de sa at jeg må ringe barnevernet",
        "de sa at rektor vet om det",
        "naboen har snakket med barnevernet",
    ],
)
async def test_a_call_to_somebody_else_opens_nothing_and_is_asked_about(desk: Desk, said: str) -> None:
    await desk.to_gate()
    await desk.say(KARI, "usikker")
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.called_whom")
    assert (await desk.state(KARI)).data["step"] == "ring"
    assert "case_gate" in kinds(await desk.say(KARI, "jeg har ringt barnevernet"))


async def test_below_a_card_without_fields_nobody_is_asked_to_fill_any_in(desk: Desk) -> None:
    await desk.to_gate()
    await desk.say(KARI, "ja, det gjør det")
    assert "feltene" not in desk.words(await desk.say(KARI, "ok da"))


async def test_what_is_written_in_the_form_goes_along_back_to_the_gate_and_on(desk: Desk) -> None:
    form = await desk.to_form()
    gate = await desk.push(KARI, form, "Tilbake", {**WORDS, "urgency": "haster"})
    assert kinds(gate) == ["case_gate"]
    (again,) = await desk.push(KARI, gate, "Nei på alle", DONE)
    assert filled(again) | WORDS | {"urgency": "haster"} == filled(again)
    assert "Kommer sent" not in str(await desk.state(KARI)), "the text lies on the cards only"


async def test_a_gate_that_stops_the_case_carries_what_was_written_too(desk: Desk) -> None:
    form = await desk.to_form()
    gate = await desk.push(KARI, form, "Tilbake", WORDS)
    unsure = await desk.push(KARI, gate, "Jeg er usikker", DONE)
    gate = await desk.push(KARI, unsure, "Jeg har ringt")
    (again,) = await desk.push(KARI, gate, "Nei på alle", DONE)
    assert filled(again) | WORDS == filled(again)


async def test_going_back_by_words_says_where_the_text_is(desk: Desk) -> None:
    await desk.to_form()
    shown = await desk.say(KARI, "tilbake")
    assert desk.text("case.form_above") in desk.words(shown)


@pytest.mark.parametrize("again", [["tilbake"], ["tilbake", "fortsett"], ["tilbake", "hva er meldeplikt?", "fortsett"]])
async def test_step_one_keeps_its_answers(desk: Desk, again: list[str]) -> None:
    await desk.to_gate()
    for said in again:
        shown = await desk.say(KARI, said)
    assert filled(shown[-1]) == ABOUT
    assert kinds(await desk.say(KARI, "Neste")) == ["case_team"], "the answers count for a typed «Neste» too"


async def test_half_an_answered_step_one_is_kept_for_the_rest(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "Aldersgruppe: 10–12 år\nHvor ser du barnet: Skole")
    (shown,) = await desk.say(KARI, "drøft en sak")
    assert (filled(shown)["age"], filled(shown)["arena"]) == ("10-12", "skole")
    rest = "Hva handler det om: Skolefravær\nHvordan vil du drøfte: Anonymt"
    assert kinds(await desk.say(KARI, rest)) == ["case_team"]


@pytest.mark.parametrize("said", ["fortsett", "ja", "1"])
async def test_a_case_is_not_begun_anew_unasked(desk: Desk, said: str) -> None:
    await desk.to_gate()
    shown = await desk.say(KARI, "drøft en sak")
    assert [one.verb for one in all_buttons(shown[0])][:2] == ["case_go_on", "case_draft_new"]
    assert kinds(await desk.say(KARI, said))[-1] == "case_gate"


async def test_a_form_says_beforehand_that_its_text_is_lost_by_beginning_anew(desk: Desk) -> None:
    form = await desk.to_form()
    shown = await desk.say(KARI, "drøft en sak")
    assert desk.text("case.begun_form") in desk.words(shown)
    assert kinds(await desk.push(KARI, form, "Se over", WORDS)) == ["case_confirm"], "the form above still works"


@pytest.mark.parametrize("said", ["fortsett", "ja", "ja takk", "1"])
async def test_a_draft_is_taken_up_by_a_bare_word(desk: Desk, said: str) -> None:
    form = await desk.to_form()
    await desk.push(KARI, form, "Se over", WORDS)
    await desk.say(KARI, "meny")
    assert kinds(await desk.say(KARI, "drøft en sak")) == ["case_draft"]
    assert kinds(await desk.say(KARI, said)) == ["case_confirm"]


async def test_a_bare_no_to_the_draft_deletes_nothing(desk: Desk) -> None:
    form = await desk.to_form()
    await desk.push(KARI, form, "Se over", WORDS)
    await desk.say(KARI, "meny")
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "nei")
    assert (await desk.state(KARI)).case_draft is not None


async def test_danger_that_was_passed_stands_where_the_case_is_sent(desk: Desk) -> None:
    form = await desk.to_form()
    acute = await desk.push(KARI, form, "Se over", {**WORDS, "seen": "Mor slår barnet hver dag."})
    assert kinds(acute) == ["acute"]
    shown = await desk.push(KARI, acute, desk.text("acute.not_acute"))
    assert "case_confirm" in kinds(shown)
    assert "melder du til barnevernet. Da går saken ikke til teamet" in desk.words(shown)


async def test_a_case_without_danger_is_not_warned_about(desk: Desk) -> None:
    form = await desk.to_form()
    assert "ikke sendes hit" not in desk.words(await desk.push(KARI, form, "Se over", WORDS))


BOTH = ("Handlingsveilederen nivå 0 er gjennomgått", "Handlingsveilederen nivå 1 er gjennomgått")


@pytest.mark.parametrize(
    "said",
    [
        [", ".join(BOTH)],
        list(BOTH),
        [f"Dette må være gjort først: {BOTH[0]}\nDette må være gjort først: {BOTH[1]}"],
        ["Dette må være gjort først: 1, 2"],
    ],
)
async def test_the_conditions_typed_in_full_are_taken_and_only_the_answer_is_missing(
    desk: Desk, said: list[str]
) -> None:
    await desk.to_gate()
    for one in said:
        shown = await desk.say(KARI, one)
    assert "Svar også på om noe av dette" in desk.words(shown)
    assert desk.text("case.gate_ticked") in desk.words(shown)
    assert "helt sikker" not in desk.words(shown), "nothing was typed inexactly"
    assert kinds(await desk.say(KARI, "Nei på alle")) == ["case_form"]


async def test_what_is_not_ticked_is_not_said_to_be_taken(desk: Desk) -> None:
    await desk.to_gate()
    assert desk.text("case.gate_ticked") not in desk.words(await desk.say(KARI, "nei på allt"))


async def test_step_one_is_answered_one_bare_word_at_a_time(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    for said in ("10-12 år", "skole", "Skolefravær"):
        assert kinds(await desk.say(KARI, said)) == ["case_about"]
    assert kinds(await desk.say(KARI, "anonymt")) == ["case_team"]


@pytest.mark.parametrize("said", ["nei vent", "nei, feil", "tilbake"])
async def test_waiting_at_the_last_yes_leads_back_to_the_text(desk: Desk, said: str) -> None:
    form = await desk.to_form()
    await desk.push(KARI, form, "Se over", WORDS)
    (again,) = await desk.say(KARI, said)
    assert kinds([again]) == ["case_form"]
    assert filled(again) | WORDS == filled(again)


async def test_the_question_before_withdrawing_names_the_case(desk: Desk) -> None:
    case = await desk.sent()
    shown = await desk.press(KARI, "my_withdraw", case.id)
    assert f"Trekke saken om skolefravær ({case.code})?" in desk.words(shown)


async def test_nobody_is_asked_about_withdrawing_somebody_elses_case(desk: Desk) -> None:
    case = await desk.sent()
    shown = await desk.press(NILS, "my_withdraw", case.id)
    assert case.code not in desk.words(shown)
    assert "my_withdraw" not in kinds(shown)


@pytest.mark.parametrize(
    "way",
    [
        ["tilbake", "tilbake", "usikker", "jeg har ringt"],
        ["tilbake", "tilbake", "fortsett"],
        ["tilbake", "tilbake", "hva er samtykke?", "fortsett"],
    ],
)
async def test_a_text_that_was_read_whole_stands_in_the_form_also_after_words_at_the_gate(
    desk: Desk, way: list[str]
) -> None:
    form = await desk.to_form()
    assert kinds(await desk.push(KARI, form, "Se over", WORDS)) == ["case_confirm"]
    for said in way:
        await desk.say(KARI, said)
    shown = await desk.say(KARI, "Nei på alle")
    assert kinds(shown)[-1] == "case_form"
    assert filled(shown[-1]) | WORDS == filled(shown[-1])
    assert kinds(await desk.say(KARI, "ja, send")) != ["case_sent"]
    assert await desk.cases_of(KARI) == [], "what stands in a form is looked over before it is sent"


async def test_a_field_typed_below_an_answer_comes_back_in_the_form_and_is_no_question(desk: Desk) -> None:
    await desk.to_form()
    await desk.say(KARI, "hva er meldeplikten?")
    (card,) = await desk.say(KARI, "Hva har du sett?: Gutten kommer ofte uten matpakke.")
    assert isinstance(card, Card)
    assert card.kind == "case_form"
    values = {one.id: one.value for one in inputs_of(card.blocks)}
    assert values["seen"] == "Gutten kommer ofte uten matpakke."
