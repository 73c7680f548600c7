"""What the guide itself offers is never taken for danger, and a concern is found again from anywhere."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk


@pytest.mark.parametrize("words", ["Sak Blå", "sak blå", "«Sak Blå»"])
async def test_a_working_title_leads_back_to_its_concern_from_anywhere(desk: Desk, words: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "fortsett senere")
    await desk.say(KARI, "hvor går jeg?")
    assert "Har du grunn til å tro at barnet er i fare nå?" in desk.words(await desk.say(KARI, words))


async def test_my_concerns_and_a_summary_can_be_asked_for_from_anywhere(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "hvor går jeg?")
    assert "Bekymringene dine" in desk.words(await desk.say(KARI, "mine bekymringer"))
    await desk.say(KARI, "hvor går jeg?")
    assert "Oppsummering av Sak Blå" in desk.words(await desk.say(KARI, "oppsummering"))
    await desk.say(KARI, "hvor går jeg?")
    assert "i fare nå" in desk.words(await desk.say(KARI, "fortsett"))


@pytest.mark.parametrize("words", ["oppsummering", "fortsett", "mine bekymringer"])
async def test_without_a_concern_the_words_lead_to_a_beginning(desk: Desk, words: str) -> None:
    shown = desk.words(await desk.say(KARI, words))
    assert "Du har ingen påbegynte bekymringer" in shown
    assert "Ny bekymring" in shown


async def test_an_answer_the_guide_offers_is_an_answer_and_not_an_alarm(desk: Desk) -> None:
    await desk.press(KARI, "guide_start", "akutt")
    assert "Ring 113" in desk.words(await desk.say(KARI, "Et barn vil ta livet sitt"))


async def test_the_same_words_are_an_alarm_where_nobody_asked(desk: Desk) -> None:
    shown = desk.words(await desk.say(KARI, "Et barn vil ta livet sitt"))
    assert "Er det fare for livet nå? Ring 113" in shown


async def test_the_acute_card_leads_step_by_step_to_each_kind_of_danger(desk: Desk) -> None:
    shown = desk.words(await desk.push(KARI, await desk.say(KARI, "akutt"), "Gå steg for steg"))
    for kind in ("overgrep", "livet sitt", "Tvangsekteskap", "Barn skader barn"):
        assert kind in shown


@pytest.mark.parametrize("words", ["jeg er på nivå 2 allerede", "vi er på nivå 1", "det gjelder et tema"])
async def test_a_level_said_first_starts_the_guide_with_safety(desk: Desk, words: str) -> None:
    shown = desk.words(await desk.say(KARI, words))
    assert "Det husker jeg" in shown
    assert "Har du grunn til å tro at barnet er i fare nå?" in shown


async def test_a_question_about_a_level_is_answered_and_starts_nothing(desk: Desk) -> None:
    await desk.say(KARI, "hva er nivå 2?")
    assert (await desk.state(KARI)).concerns == ()


@pytest.mark.parametrize("words", ["fikk ikke svar", "Ingen svarte", "de svarte ikke", "jeg fikk ikke tak i noen"])
async def test_that_nobody_answered_the_call_is_heard_as_it_is_said(desk: Desk, words: str) -> None:
    await desk.say(KARI, "jeg er bekymret for en elev")
    assert "Ring" in desk.words(await desk.say(KARI, "usikker"))
    shown = desk.words(await desk.say(KARI, words))
    assert "i dag" in shown
    assert "Hva ble dere enige om" not in shown
