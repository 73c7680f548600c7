"""Whoever is tired in the middle of a case, or has sent one, loses nothing and is met by what they meant."""

from __future__ import annotations

import pytest

from bot.domain.case import Status
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, kinds


@pytest.mark.parametrize("said", ["4", "glem det", "dropp det", "gidder ikke mer"])
async def test_neither_a_digit_nor_weariness_deletes_a_text_that_is_checked(desk: Desk, said: str) -> None:
    await desk.to_confirm()
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).case_draft is not None
    await desk.say(KARI, "drøft en sak")
    assert (await desk.state(KARI)).case_draft is not None


async def test_the_whole_title_deletes_it(desk: Desk) -> None:
    await desk.to_confirm()
    shown = desk.words(await desk.say(KARI, desk.text("case.cancel_unsaved")))
    assert desk.text("common.cancelled").split(".")[0] in shown
    assert (await desk.state(KARI)).case_draft is None


@pytest.mark.parametrize("begun", ["jeg er bekymret", "drøft en sak"])
async def test_who_drops_what_they_are_in_the_middle_of_sees_the_menu_and_the_way_back(desk: Desk, begun: str) -> None:
    await desk.say(KARI, begun)
    assert "menu" in kinds(await desk.say(KARI, "glem det"))


async def test_in_the_middle_of_nothing_it_is_small_talk(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "glem det")) == ["line"]


@pytest.mark.parametrize("said", ["nei på alle", "Nei på alle"])
async def test_the_answer_of_the_gate_below_what_was_read_is_no_no_to_what_was_found(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "10-12 år, skole, mobbing, anonymt")
    await desk.say(KARI, "kompetanseteamet")
    assert "did_you_mean" in kinds(await desk.say(KARI, "hva er steg 1"))
    assert desk.text("case.gate_all_no") in desk.words(await desk.say(KARI, said))
    assert (await desk.state(KARI)).active == "case"


@pytest.mark.parametrize(
    "said",
    [
        "har det skjedd noe",
        "noe nytt?",
        "hva er koden min igjen",
        "har det skjedd noe nytt",
        "ka e koden",
        "hvor blir det av svaret",
        "kommer det svar snart",
    ],
)
async def test_who_has_sent_a_case_asks_for_news_or_the_code(desk: Desk, said: str) -> None:
    case = await desk.sent()
    assert case.code in desk.words(await desk.say(KARI, said))


async def test_who_has_sent_none_asks_of_something_else(desk: Desk) -> None:
    assert "my_cases" not in kinds(await desk.say(KARI, "noe nytt?"))


@pytest.mark.parametrize("said", ["trenger ikke svar lenger", "vi trenger ikke råd lenger", "treng itj svar lenger"])
async def test_who_needs_no_answer_is_asked_whether_the_case_is_taken_back(desk: Desk, said: str) -> None:
    case = await desk.sent()
    assert case.code in desk.words(await desk.say(KARI, said))
    assert (await desk.case(case.id)).status is not Status.WITHDRAWN


async def test_who_asks_the_team_back_opens_what_is_added(desk: Desk) -> None:
    await desk.sent()
    assert kinds(await desk.say(KARI, "kan jeg spørre tilbake")) == ["my_add"]


async def test_what_waits_of_barnevernet_is_not_of_the_case(desk: Desk) -> None:
    await desk.sent()
    assert "my_cases" not in kinds(await desk.say(KARI, "hvor blir det av svaret fra barnevernet"))


async def test_a_text_to_a_team_that_tells_of_danger_is_not_forgotten_after_a_no(desk: Desk) -> None:
    case = await desk.sent()
    await desk.press(KARI, "my_add", case.id)
    text = "eleven sa i går at han skal ta med kniv og ta læreren"
    assert "acute" in kinds(await desk.press(KARI, "my_add_send", case.id, {"text": text}))
    shown = desk.words(await desk.say(KARI, "nei"))
    assert desk.text("acute.went_on_text", button=desk.text("acute.not_acute")) in shown


async def test_vet_ikke_below_what_was_found_may_answer_the_team_that_asked_since(desk: Desk) -> None:
    case = await desk.sent()
    assert "did_you_mean" in kinds(await desk.say(KARI, "hva er steg 1"))
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Er det søsken?"}, CHANNEL)
    assert "Er det søsken?" in desk.words(await desk.say(KARI, "vet ikke"))


async def test_who_sees_my_answer_is_told_and_not_pitied(desk: Desk) -> None:
    assert "Bare teamet" in desk.words(await desk.say(KARI, "hvem ser svaret mitt"))


async def test_what_is_to_be_added_is_no_insult(desk: Desk) -> None:
    await desk.sent()
    assert kinds(await desk.say(KARI, "legg til")) == ["my_add"]


@pytest.mark.parametrize(
    "said", ["jeg er inhabil, kjenner familien", "er nok inhabil, har jobbet med mor", "inhabil, det er naboen min"]
)
async def test_a_member_may_say_why_they_are_inhabil_and_is_asked_first(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    assert kinds(await desk.say(OLE, said, CHANNEL)) == ["team_recuse"]


@pytest.mark.parametrize("said", ["jeg er ikke inhabil, kjenner familien", "er jeg inhabil, kjenner familien?"])
async def test_who_is_not_or_asks_is_asked_nothing(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    assert "team_recuse" not in kinds(await desk.say(OLE, said, CHANNEL))


@pytest.mark.parametrize("said", ["kjenner familien", "jeg kjenner mor"])
async def test_to_know_them_alone_opens_nothing(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    assert "team_recuse" not in kinds(await desk.say(OLE, said, CHANNEL))
