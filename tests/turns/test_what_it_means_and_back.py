"""Who asks what the duty to report or a team's question means gets it explained; who is here again is no step back."""

from __future__ import annotations

import pytest

from tests.turns.desk import ABOUT, CHANNEL, KARI, OLE, Desk, kinds


@pytest.mark.parametrize("said", ["hva betyr det", "forstår ikke", "hva betyr det?", "skjønner ikke spørsmålet"])
async def test_the_duty_to_report_is_explained_at_its_gate(desk: Desk, said: str) -> None:
    await desk.to_gate()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "answer"]
    assert desk.library.knowledge.articles["meldeplikt-grunn-til-a-tro"].title in desk.words(shown)
    assert desk.text("common.way_back_button", title=desk.text("common.way_back_case")) in desk.words(shown)
    assert (await desk.state(KARI)).active == "case"


@pytest.mark.parametrize("said", ["hva betyr mishandling", "hva er omsorgssvikt", "hva betyr omsorgssvikt?"])
async def test_the_words_of_the_duty_are_explained_at_its_gate(desk: Desk, said: str) -> None:
    """With or without a question mark, as in the guide, and the case goes on."""
    await desk.to_gate()
    shown = await desk.say(KARI, said)
    assert desk.library.knowledge.articles["meldeplikt-ordene"].title in desk.words(shown)
    assert desk.text("common.way_back_button", title=desk.text("common.way_back_case")) in desk.words(shown)
    assert kinds(await desk.say(KARI, "fortsett")) == ["case_gate"]


@pytest.mark.parametrize("said", ["taushetsplikten", "hvem har taushetsplikt"])
async def test_a_rule_is_explained_before_and_at_the_gate_of_a_case(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    assert "answer" in kinds(await desk.say(KARI, said))
    await desk.press(KARI, "case_about", values=ABOUT)
    await desk.press(KARI, "case_team", "komp_0_18")
    assert "answer" in kinds(await desk.say(KARI, said))
    assert (await desk.state(KARI)).active == "case"


@pytest.mark.parametrize("said", ["hva betyr det", "hva mener dere", "skjønner ikke spørsmålet"])
async def test_at_a_question_of_a_team_the_question_is_shown_again(desk: Desk, said: str) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hva er prøvd?"}, place=CHANNEL)
    shown = desk.words(await desk.say(KARI, said))
    assert desk.text("case.question_again") in shown
    assert "Hva er prøvd?" in shown


@pytest.mark.parametrize(
    "said", ["e tilbake", "jeg er tilbake igjen", "hei, er tilbake", "er her igjen", "æ e her igjen"]
)
async def test_who_is_here_again_goes_no_step_back(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "3"):
        await desk.say(KARI, typed)
    before = await desk.state(KARI)
    shown = desk.words(await desk.say(KARI, said))
    assert desk.text("common.welcome_back") in shown
    assert (await desk.state(KARI)).concerns == before.concerns
    assert "fare nå?" not in shown


@pytest.mark.parametrize("said", ["tilbake", "gå tilbake"])
async def test_the_way_back_still_goes_a_step_back(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "3"):
        await desk.say(KARI, typed)
    assert "fare nå?" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["avbryt", "Avbryt"])
async def test_cancel_at_a_form_whose_draft_is_kept_keeps_it(desk: Desk, said: str) -> None:
    await desk.to_confirm()
    await desk.say(KARI, "nei angre")
    told = desk.words(await desk.say(KARI, said))
    assert "Kladden er tatt vare på" in told
    assert kinds(await desk.say(KARI, "fortsett")) == ["case_draft"]
