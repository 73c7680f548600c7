"""Before a case is sent that tells of what may be neglect, its writer hears that the duty to report is their own."""

from __future__ import annotations

import pytest

from dialogs.cases.duty import RING_FIRST
from tests.turns.desk import KARI, WORDS, Desk, kinds

NEGLECT = WORDS | {"seen": "Kommer uten mat og i for tynne klær hver dag, skitten og med ubehandlet eksem."}


async def test_the_last_card_says_that_it_may_have_to_be_reported_and_whom_to_ring(desk: Desk) -> None:
    await desk.to_form()
    said = desk.words(await desk.press(KARI, "case_review", values=NEGLECT))
    assert "Dette kan være noe du selv skal melde." in said
    assert "opplæringslova § 24-3" in said
    assert "Barnevernets mottak" in said


async def test_it_can_be_sent_all_the_same(desk: Desk) -> None:
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=NEGLECT)
    assert kinds(await desk.push(KARI, shown, desk.text("case.send"))) == ["case_receipt"]


async def test_who_rings_first_comes_back_to_the_duty_to_report_with_the_words_kept(desk: Desk) -> None:
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=NEGLECT)
    ring = await desk.push(KARI, shown, desk.text("case.ring_first"))
    assert kinds(ring) == ["case_unsure"]
    assert (await desk.state(KARI)).case.step == RING_FIRST
    await desk.push(KARI, ring, desk.text("case.unsure_called"))
    form = await desk.press(KARI, "case_gate", "all_no", {"first": "hv_niva_0,hv_niva_1"})
    assert "ubehandlet eksem" in desk.words(form)


@pytest.mark.parametrize("seen", [WORDS["seen"], "Glemte matpakka i dag."])
async def test_a_calm_case_is_not_told_so(desk: Desk, seen: str) -> None:
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=WORDS | {"seen": seen})
    assert "noe du selv skal melde" not in desk.words(shown)


async def test_who_is_unsure_there_is_led_to_barnevernet_as_well(desk: Desk) -> None:
    await desk.to_form()
    await desk.press(KARI, "case_review", values=NEGLECT)
    told = await desk.say(KARI, "jeg er usikker")
    assert desk.text("case.unsure_duty") in desk.words(told)
    assert kinds(await desk.say(KARI, desk.text("case.ring_first"))) == ["case_unsure"]


async def test_who_is_unsure_of_a_calm_text_is_told_of_details_only(desk: Desk) -> None:
    await desk.to_confirm()
    told = await desk.say(KARI, "jeg er usikker")
    assert "tar du bort det som er spesielt" in desk.words(told)
    assert desk.text("case.unsure_duty") not in desk.words(told)
