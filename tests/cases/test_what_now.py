"""Who asks how to go on, in the middle of a case or after it, is told what this step asks for or shown their case."""

from __future__ import annotations

import pytest

from dialogs.cases.which_case import REPLY
from tests.cases.test_field_words import to_form
from tests.turns.desk import ABOUT, CHANNEL, KARI, OLE, WORDS, Desk, all_buttons, kinds

NOW = ["hva nå", "ka no", "hva skal jeg velge"]


@pytest.mark.parametrize("said", NOW)
async def test_each_step_of_a_case_says_what_it_asks_for(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    missing = desk.words(await desk.say(KARI, said))
    assert desk.text("case.age") in missing
    await desk.press(KARI, "case_about", values=ABOUT)
    await desk.press(KARI, "case_team", "komp_0_18")
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.now_gate")
    await to_form(desk)
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.now_form")
    await desk.press(KARI, "case_review", values=WORDS)
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.now_review")
    assert await desk.cases_of(KARI) == []


@pytest.mark.parametrize("said", NOW[:2])
async def test_it_is_never_offered_as_the_answer_to_a_team(desk: Desk, said: str) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hva er prøvd?"}, place=CHANNEL)
    shown = await desk.say(KARI, said)
    assert desk.text("case.question_waits") in desk.words(shown)
    assert f"{REPLY}_send" in {one.verb for reply in shown for one in all_buttons(reply)}
    assert "hva nå" not in desk.words(shown)


@pytest.mark.parametrize("said", NOW[:2])
async def test_after_the_answer_the_advice_is_shown(desk: Desk, said: str) -> None:
    await desk.answered()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "my_case"]
    assert desk.text("case.advice_open") in desk.words(shown)


async def test_a_case_that_waits_is_shown(desk: Desk) -> None:
    case = await desk.sent()
    shown = await desk.say(KARI, "hva nå")
    assert kinds(shown) == ["line", "my_case"]
    assert case.code in desk.words(shown)


@pytest.mark.parametrize("said", ["kan jeg være med i møtet", "skal jeg delta på møtet"])
async def test_whoever_asks_to_be_in_the_meeting_is_told_that_they_may(desk: Desk, said: str) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_meeting", case.id, place=CHANNEL)
    assert desk.text("case.meeting_join") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["kan dere forklare", "det hjelper ikke, kan dere se på det på nytt"])
async def test_who_asks_the_team_to_look_again_has_the_form_to_do_it_in(desk: Desk, said: str) -> None:
    await desk.answered()
    assert kinds(await desk.say(KARI, said)) == ["line", "my_add"]


@pytest.mark.parametrize("said", ["tema", "nytt tema: mange ungdommer vaper", "det gjelder et tema, ikke ett barn"])
async def test_a_theme_is_heard_at_the_first_step(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.say(KARI, said)) == ["case_theme"]


async def test_a_question_with_its_verb_first_is_answered_at_the_first_step(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.say(KARI, "har æ lov te å snakk me en kollega om han"))[:1] == ["answer"]


async def test_the_span_of_a_team_is_no_number_of_months(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "0-18")
    assert (await desk.state(KARI)).case.age == ""
    await desk.say(KARI, "0-18 måneder")
    assert (await desk.state(KARI)).case.age == "0-18-mnd"


@pytest.mark.parametrize("said", ["hva skal jeg si til dem", "hva skal jeg si når jeg ringer"])
async def test_who_must_ring_first_is_given_the_words(desk: Desk, said: str) -> None:
    await desk.press(KARI, "case_about", values=ABOUT)
    await desk.press(KARI, "case_team", "komp_0_18")
    await desk.press(KARI, "case_gate", "unsure", {"first": "hv_niva_0,hv_niva_1"})
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.say_it_so")


@pytest.mark.parametrize("said", ["er det sendt nå?", "ble den sendt"])
async def test_whoever_asks_in_the_form_whether_it_is_sent_is_told_that_nothing_is(desk: Desk, said: str) -> None:
    await to_form(desk)
    assert kinds(await desk.say(KARI, said)) == ["my_cases"]
