"""A card of another case, left open in the chat, answers nothing and takes nothing away from the case under way."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.domain.case import Status
from bot.domain.reply import Line, Reply
from bot.domain.turn import Pressed
from dialogs.cases.gate import NO, UNSURE, YES
from tests.turns.desk import ABOUT, CHANNEL, KARI, NAMED, OLE, WORDS, Desk, kinds

DONE = {"first": "hv_niva_0,hv_niva_1"}
OTHER = {"seen": "Tekst fra en annen sak."}


async def to_gate(desk: Desk, themes: str = "fravaer") -> Sequence[Reply]:
    await desk.say(KARI, "drøft en sak")
    await desk.press(KARI, "case_about", values={**ABOUT, "themes": themes})
    shown = await desk.press(KARI, "case_team", "komp_0_18")
    assert kinds(shown) == ["case_gate"]
    return shown


async def two_gates(desk: Desk) -> tuple[Sequence[Reply], Sequence[Reply]]:
    """Leave a case by a word, so that its card stays, and come to the gate of another."""
    first = await to_gate(desk)
    await desk.say(KARI, "avbryt")
    return first, await to_gate(desk, "vold")


@pytest.mark.parametrize("answer", [YES, UNSURE])
async def test_an_old_gate_takes_no_case_past_the_duty_to_report(desk: Desk, answer: str) -> None:
    first, second = await two_gates(desk)
    await desk.push(KARI, second, desk.text(f"case.gate_{answer}"))
    stopped = await desk.state(KARI)
    shown = await desk.push(KARI, first, desk.text("case.gate_all_no"), DONE | OTHER)
    assert desk.words(shown) == desk.text("case.expired")
    assert kinds(shown) == ["line"], "the old card stays: what is written on it lies nowhere else"
    assert (await desk.state(KARI)).data == stopped.data
    assert desk.text("case.expired") in desk.words(await desk.press(KARI, "case_review", values=WORDS))


@pytest.mark.parametrize("id", [NO, f"{NO}.", f"{NO}.en-annen-sak", ""])
async def test_an_answer_to_the_duty_to_report_without_its_case_counts_for_none(desk: Desk, id: str) -> None:
    await two_gates(desk)
    before = await desk.state(KARI)
    shown = await desk.take(KARI, Pressed("case_gate", id, 1, DONE | OTHER, "gammelt"))
    assert desk.words(shown) == desk.text("case.expired")
    assert (await desk.state(KARI)).data == before.data


async def test_the_own_gate_above_a_case_that_was_stopped_does_not_let_it_go_on(desk: Desk) -> None:
    gate = await to_gate(desk, "vold")
    await desk.say(KARI, "Ja på minst ett")
    shown = await desk.push(KARI, gate, desk.text("case.gate_all_no"), DONE)
    assert kinds(shown) == ["case_report"]
    assert (await desk.state(KARI)).data["step"] == "report"
    assert desk.text("case.expired") in desk.words(await desk.press(KARI, "case_review", values=WORDS))


@pytest.mark.parametrize("verb", ["case_gate_again", "case_back"])
async def test_the_way_back_on_an_old_card_moves_no_other_case(desk: Desk, verb: str) -> None:
    _, second = await two_gates(desk)
    await desk.push(KARI, second, desk.text("case.gate_yes"))
    before = await desk.state(KARI)
    for id in ("en-annen-sak", ""):
        shown = await desk.take(KARI, Pressed(verb, id, 1, OTHER, "gammelt"))
        assert desk.words(shown) == desk.text("case.expired")
        assert (await desk.state(KARI)).data == before.data


async def test_a_cancelled_old_card_leaves_the_case_under_way_and_its_draft(desk: Desk) -> None:
    first, second = await two_gates(desk)
    form = await desk.push(KARI, second, desk.text("case.gate_all_no"), DONE)
    await desk.push(KARI, form, desk.text("case.look_over"), WORDS)
    before = await desk.state(KARI)
    assert before.case_draft is not None
    await desk.push(KARI, first, desk.text("common.cancel"))
    await desk.take(KARI, Pressed("case_cancel", "", 1, {}, "gammelt"))
    after = await desk.state(KARI)
    assert (after.active, after.data, after.case_draft) == (before.active, before.data, before.case_draft)


async def test_a_cancelled_old_card_takes_the_floor_from_no_other_dialog(desk: Desk) -> None:
    gate = await to_gate(desk)
    await desk.say(KARI, "avbryt")
    await desk.say(KARI, "jeg er bekymret")
    before = await desk.state(KARI)
    assert before.active == "guide"
    await desk.push(KARI, gate, desk.text("common.cancel"))
    after = await desk.state(KARI)
    assert (after.active, after.data) == (before.active, before.data)


async def test_a_cancelled_case_is_left_with_its_draft_also_when_something_else_has_begun(desk: Desk) -> None:
    form = await desk.to_form()
    confirm = await desk.push(KARI, form, desk.text("case.look_over"), WORDS)
    await desk.say(KARI, "jeg er bekymret")
    shown = await desk.push(KARI, confirm, desk.text("case.cancel_unsaved"))
    assert desk.text("case.cancelled_deleted") in desk.words(shown)
    after = await desk.state(KARI)
    assert (after.active, after.case_draft) == ("guide", None)


@pytest.mark.parametrize("label", ["case.look_over", "common.back"])
async def test_what_is_written_on_an_old_form_stays_on_it(desk: Desk, label: str) -> None:
    form = await desk.to_form()
    await desk.say(KARI, "avbryt")
    shown = await desk.push(KARI, form, desk.text(label), WORDS)
    assert (kinds(shown), desk.words(shown)) == (["line"], desk.text("case.expired"))


async def test_what_stands_on_an_old_last_yes_stays_on_it(desk: Desk) -> None:
    form = await desk.to_form()
    confirm = await desk.push(KARI, form, desk.text("case.look_over"), WORDS)
    await desk.say(KARI, "avbryt")
    assert kinds(await desk.push(KARI, confirm, desk.text("case.send"))) == ["line"]


async def test_a_team_on_an_old_card_is_not_chosen_for_a_case_whose_first_step_is_half_answered(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.press(KARI, "case_about", values=ABOUT)
    await desk.say(KARI, "avbryt")
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "Aldersgruppe: 10–12 år\nHvor ser du barnet: Skole")
    shown = await desk.press(KARI, "case_team", "komp_0_18")
    assert kinds(shown) == ["case_about"]
    assert "submission" not in (await desk.state(KARI)).data
    shown = await desk.press(KARI, "case_about", values=ABOUT)
    assert kinds(shown) == ["case_team"], "the case goes on from there"


async def on_the_last_card(desk: Desk) -> Sequence[Reply]:
    form = await desk.to_form()
    return await desk.push(KARI, form, desk.text("case.look_over"), WORDS)


@pytest.mark.parametrize("since", ["", "jeg er bekymret", "drøft en sak"])
async def test_cancel_on_the_card_of_a_case_that_is_sent_tells_that_it_is_and_how_it_is_withdrawn(
    desk: Desk, since: str
) -> None:
    confirm = await on_the_last_card(desk)
    await desk.push(KARI, confirm, desk.text("case.send"))
    (case,) = await desk.cases_of(KARI)
    if since:
        await desk.say(KARI, since)
    before = await desk.state(KARI)
    shown = await desk.push(KARI, confirm, desk.text("case.cancel_unsaved"))
    assert desk.text("case.cancel_sent", code=case.code) in desk.words(shown)
    assert desk.text("common.cancelled") not in desk.words(shown)
    assert (await desk.state(KARI)).active == before.active
    await desk.push(KARI, shown, desk.text("case.withdraw"))
    await desk.say(KARI, desk.text("case.withdraw_yes"))
    assert (await desk.case(case.id)).status is Status.WITHDRAWN
    again = desk.words(await desk.push(KARI, confirm, desk.text("case.cancel_unsaved")))
    assert case.code in again
    assert desk.text("case.cancel_sent", code=case.code) not in again


async def test_cancel_on_the_first_card_of_a_case_that_is_sent_does_not_say_that_nothing_is(desk: Desk) -> None:
    confirm = await on_the_last_card(desk)
    await desk.push(KARI, confirm, desk.text("case.send"))
    shown = await desk.take(KARI, Pressed("case_cancel", "", 1, {}, "det første kortet"))
    assert desk.words(shown) == desk.text("case.used")


async def test_cancel_pressed_twice_says_the_second_time_that_the_card_is_used(desk: Desk) -> None:
    confirm = await on_the_last_card(desk)
    cancelled = await desk.push(KARI, confirm, desk.text("case.cancel_unsaved"))
    assert desk.words(cancelled) == desk.text("case.cancelled_deleted")
    assert desk.words(await desk.push(KARI, confirm, desk.text("case.cancel_unsaved"))) == desk.text("case.used")


@pytest.mark.parametrize("verb", ["my_change_this", "my_renew_this", "my_show_this", "my_withdraw_this"])
@pytest.mark.parametrize("field", ["text", "seen"])
async def test_a_field_of_another_card_changes_nothing_in_what_a_button_opens(
    desk: Desk, verb: str, field: str
) -> None:
    case = await desk.sent()
    bare = desk.words(await desk.press(KARI, verb, case.id))
    assert desk.words(await desk.press(KARI, verb, case.id, {field: "hei"})) == bare


@pytest.mark.parametrize("label", ["case.coarser", "case.unsure"])
@pytest.mark.parametrize("since", ["", "jeg er bekymret", "drøft en sak"])
async def test_whoever_regrets_a_sent_text_on_its_card_is_told_that_the_team_has_it(
    desk: Desk, label: str, since: str
) -> None:
    confirm = await on_the_last_card(desk)
    await desk.push(KARI, confirm, desk.text("case.send"))
    (case,) = await desk.cases_of(KARI)
    if since:
        await desk.say(KARI, since)
    before = await desk.state(KARI)
    shown = await desk.push(KARI, confirm, desk.text(label))
    said = desk.text("case.edit_sent", code=case.code, button=desk.text("case.change_text"))
    assert said in desk.words(shown)
    assert desk.text("case.expired") not in desk.words(shown)
    assert (await desk.state(KARI)).active == before.active
    assert kinds(await desk.push(KARI, shown, desk.text("case.change_text"))) == ["my_renew"]


@pytest.mark.parametrize("label", ["case.use", "case.edit"])
async def test_the_review_of_a_case_that_is_sent_does_not_say_that_its_text_is_lost(desk: Desk, label: str) -> None:
    form = await desk.to_form()
    review = await desk.push(KARI, form, desk.text("case.look_over"), NAMED)
    confirm = await desk.push(KARI, review, desk.text("case.use"))
    await desk.push(KARI, confirm, desk.text("case.send"))
    (case,) = await desk.cases_of(KARI)
    shown = await desk.push(KARI, review, desk.text(label))
    assert case.code in desk.words(shown)
    assert desk.text("case.expired") not in desk.words(shown)


async def test_a_form_in_a_window_of_its_own_keeps_its_words_when_its_case_is_sent_already(desk: Desk) -> None:
    form = await desk.to_form()
    confirm = await desk.push(KARI, form, desk.text("case.look_over"), WORDS)
    await desk.push(KARI, confirm, desk.text("case.send"))
    line = (await desk.push(KARI, form, desk.text("case.look_over"), WORDS | OTHER))[0]
    assert isinstance(line, Line)
    assert line.in_window is not None
    assert OTHER["seen"] in desk.words([line.in_window])
    assert desk.text("case.expired") not in desk.words([line.in_window])


async def test_the_gate_of_a_case_that_is_sent_says_so_also_once_it_is_taken(desk: Desk) -> None:
    gate = await to_gate(desk)
    form = await desk.push(KARI, gate, desk.text("case.gate_all_no"), DONE)
    confirm = await desk.push(KARI, form, desk.text("case.look_over"), WORDS)
    await desk.push(KARI, confirm, desk.text("case.send"))
    (case,) = await desk.cases_of(KARI)
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    shown = await desk.push(KARI, gate, desk.text("case.gate_all_no"), DONE)
    assert desk.text("case.edit_sent", code=case.code, button=desk.text("case.add")) in desk.words(shown)
