"""Another command in the middle of a case loses nothing: the form goes on from its own button, as long as is told."""

from __future__ import annotations

import pytest

from bot.delivery.retention import delete_what_is_due
from bot.domain.case import Status
from bot.domain.conversation import DRAFT_FOR
from bot.domain.turn import Installed, Removed
from dialogs.as_text import all_buttons, inputs_of
from dialogs.cases.words import day_and_time
from tests.turns.desk import ABOUT, KARI, WORDS, Desk, is_line, kinds

COMMANDS = ("meny", "jeg er bekymret", "hvor går jeg", "innstillinger", "ny her")
MENU = "meny"


@pytest.mark.parametrize("said", COMMANDS)
async def test_the_form_goes_on_after_another_command(desk: Desk, said: str) -> None:
    form = await desk.to_form()
    await desk.say(KARI, said)
    shown = await desk.push(KARI, form, desk.text("case.look_over"), WORDS)
    assert "case_confirm" in kinds(shown)
    await desk.push(KARI, shown, desk.text("case.send"))
    (case,) = await desk.cases_of(KARI)
    assert case.status is Status.RECEIVED


async def test_what_was_begun_besides_is_still_there(desk: Desk) -> None:
    form = await desk.to_form()
    await desk.say(KARI, "jeg er bekymret")
    await desk.push(KARI, form, desk.text("case.look_over"), WORDS)
    assert (await desk.state(KARI)).concerns


async def test_whoever_leaves_a_form_is_told_where_the_words_are_and_for_how_long(desk: Desk) -> None:
    await desk.to_form()
    said = desk.words(await desk.say(KARI, MENU))
    assert "står det bare der" in said
    desk.clock.advance(hours=24)
    assert day_and_time(desk.clock.now()) in said


async def test_whoever_leaves_a_text_that_was_read_whole_is_told_how_long_the_draft_is_kept(desk: Desk) -> None:
    form = await desk.to_form()
    await desk.push(KARI, form, desk.text("case.look_over"), WORDS)
    said = desk.words(await desk.say(KARI, MENU))
    assert "Kladden er tatt vare på til" in said
    assert "slett kladden" in said


@pytest.mark.parametrize("said", ["drøft en sak", "fortsett"])
async def test_a_case_that_was_left_is_found_again_by_words(desk: Desk, said: str) -> None:
    form = await desk.to_form()
    await desk.say(KARI, MENU)
    shown = await desk.say(KARI, said)
    if said == "drøft en sak":
        assert [one.verb for one in all_buttons(shown[0])][:2] == ["case_go_on", "case_draft_new"]
        shown = await desk.say(KARI, "fortsett")
    assert kinds(shown) == ["line", "case_form"]
    assert desk.text("case.form_again") in desk.words(shown)
    assert "case_confirm" in kinds(await desk.push(KARI, form, desk.text("case.look_over"), WORDS))


async def test_the_way_back_to_the_gate_takes_the_text_along_also_after_another_command(desk: Desk) -> None:
    form = await desk.to_form()
    await desk.say(KARI, MENU)
    gate = await desk.push(KARI, form, desk.text("common.back"), WORDS)
    assert kinds(gate) == ["case_gate"]
    (again,) = await desk.push(KARI, gate, "Nei på alle", {"first": "hv_niva_0,hv_niva_1"})
    assert {one.id: one.value for one in inputs_of(again.blocks)} | WORDS == {
        one.id: one.value for one in inputs_of(again.blocks)
    }


async def test_no_word_of_a_case_that_was_left_is_kept(desk: Desk) -> None:
    await desk.to_form()
    await desk.press(KARI, "case_review", values={**WORDS, "seen": "Jonas kommer sent."})
    await desk.say(KARI, MENU)
    state = await desk.state(KARI)
    assert state.case_left is not None
    assert "Jonas" not in str(state)
    assert "Sier lite" not in str(state)


async def test_a_case_that_was_left_is_over_after_a_day(desk: Desk) -> None:
    form = await desk.to_form()
    await desk.say(KARI, MENU)
    desk.clock.advance(hours=25)
    shown = await desk.push(KARI, form, desk.text("case.look_over"), WORDS)
    assert desk.words(shown) == desk.text("case.expired")
    assert (await desk.state(KARI)).case_left is None


@pytest.mark.parametrize("end", ["avbryt", "slett alt om meg"])
async def test_a_case_that_was_ended_is_not_taken_up_again(desk: Desk, end: str) -> None:
    form = await desk.to_form()
    await desk.say(KARI, end)
    if end != "avbryt":
        await desk.say(KARI, desk.text("start.forget_yes"))
    assert (await desk.state(KARI)).case_left is None
    assert desk.words(await desk.push(KARI, form, desk.text("case.look_over"), WORDS)) == desk.text("case.expired")


async def test_a_case_that_was_left_can_be_cancelled_on_its_card(desk: Desk) -> None:
    form = await desk.to_form()
    await desk.say(KARI, MENU)
    await desk.push(KARI, form, desk.text("common.cancel"))
    assert (await desk.state(KARI)).case_left is None


async def test_a_new_case_is_not_sent_by_the_form_of_the_one_that_was_left(desk: Desk) -> None:
    form = await desk.to_form()
    await desk.say(KARI, MENU)
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, desk.text("case.draft_new"))
    await desk.to_form()
    assert desk.words(await desk.push(KARI, form, desk.text("case.look_over"), WORDS)) == desk.text("case.expired")


async def test_a_case_that_was_stopped_for_a_report_stays_stopped(desk: Desk) -> None:
    form = await desk.to_form()
    await desk.press(KARI, "case_gate", "yes")
    await desk.say(KARI, MENU)
    shown = await desk.push(KARI, form, desk.text("case.look_over"), WORDS)
    assert desk.text("case.expired") in desk.words(shown)
    assert await desk.cases_of(KARI) == []


@pytest.mark.parametrize("said", ["drøft en sak", "fortsett"])
async def test_half_a_first_step_is_found_again_too(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "Aldersgruppe: 10–12 år\nHvor ser du barnet: Skole")
    await desk.say(KARI, MENU)
    (shown,) = await desk.say(KARI, said)
    assert kinds([shown]) == ["case_about"]
    assert {one.id: one.value for one in inputs_of(shown.blocks)}["age"] == "10-12"


async def test_a_case_for_a_team_of_another_workplace_begins_anew_and_says_why(desk: Desk) -> None:
    form = await desk.to_form()
    await desk.say(KARI, "innstillinger")
    await desk.press(KARI, "profile_save", values={"kommune": "melhus", "rolle": "skole"})
    await desk.say(KARI, "drøft en sak")
    shown = await desk.say(KARI, "fortsett")
    assert kinds(shown) == ["line", "case_about"]
    assert desk.text("case.other_workplace") in desk.words(shown)
    assert desk.words(await desk.push(KARI, form, desk.text("case.look_over"), WORDS)) == desk.text("case.expired")


@pytest.mark.parametrize("said", ["vent litt", "må hente ungan no", "må hjem nå", "jeg må gå"])
async def test_who_must_go_in_the_middle_of_a_form_is_told_what_is_kept_and_how_to_come_back(
    desk: Desk, said: str
) -> None:
    form = await desk.to_form()
    shown = desk.words(await desk.say(KARI, said))
    assert "Ingenting er sendt" in shown
    assert "«fortsett»" in shown
    assert "avbryt" not in shown
    desk.clock.advance(hours=24)
    assert day_and_time(desk.clock.now()) in shown
    desk.clock.advance(hours=-1)
    assert kinds(await desk.say(KARI, "fortsett")) == ["line", "case_form"]
    assert "case_confirm" in kinds(await desk.push(KARI, form, desk.text("case.look_over"), WORDS))


async def test_who_must_go_at_the_last_yes_is_told_how_long_the_draft_is_kept(desk: Desk) -> None:
    form = await desk.to_form()
    await desk.push(KARI, form, desk.text("case.look_over"), WORDS)
    assert "Kladden er tatt vare på til" in desk.words(await desk.say(KARI, "må hente ungan no"))
    assert "case_confirm" in kinds(await desk.say(KARI, "fortsett"))


@pytest.mark.parametrize("said", ["vent litt", "må hente ungan no"])
async def test_who_must_go_at_the_gate_answers_nothing_by_it(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    assert "«fortsett»" in desk.words(await desk.say(KARI, said))
    assert (await desk.state(KARI)).active == "case"


async def test_a_child_who_must_be_fetched_is_no_leaving(desk: Desk) -> None:
    await desk.to_form()
    shown = desk.words(await desk.say(KARI, "han må hentes hver dag"))
    assert desk.text("case.in_the_middle_told") in shown


@pytest.mark.parametrize("said", ["hva er samtykke", "hva er taushetsplikt", "hva er meldeplikt"])
async def test_a_question_beside_the_form_gets_its_article_and_the_way_back(desk: Desk, said: str) -> None:
    await desk.to_form()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["answer"]
    assert "case_go_on" in [one.verb for one in all_buttons(shown[0])]
    assert "case_form" in kinds(await desk.say(KARI, "fortsett"))


@pytest.mark.parametrize("said", ["hva er taushetsplikt", "hvor er jeg", "meny"])
async def test_who_has_not_chosen_a_team_yet_comes_back_to_the_teams(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.press(KARI, "case_about", values=ABOUT)) == ["case_team"]
    await desk.say(KARI, said)
    shown = await desk.say(KARI, "fortsett")
    assert kinds(shown)[-1] == "case_team"
    assert kinds(await desk.press(KARI, "case_team", "komp_0_18")) == ["case_gate"]


async def test_danger_that_is_not_acute_leads_back_to_the_teams(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.press(KARI, "case_about", values=ABOUT)
    assert kinds(await desk.say(KARI, "far slår henne")) == ["acute"]
    assert kinds(await desk.say(KARI, "fortsett"))[-1] == "case_team"


@pytest.mark.parametrize("is_idle", [True, False])
@pytest.mark.parametrize("said", ["hei", "mine saker", "fortsett", "hvem kan jeg snakke med"])
async def test_a_case_begun_and_left_for_days_is_said_to_be_gone_and_unsent_and_once(
    desk: Desk, said: str, is_idle: bool
) -> None:
    for typed in ("drøft en sak", "10-12, skole", *(() if is_idle else ("meny",))):
        await desk.say(KARI, typed)
    desk.clock.advance(hours=24 * 4)
    if is_idle:
        await delete_what_is_due(desk.store, desk.clock)
    told = desk.text("case.begun_gone")
    assert is_line((await desk.say(KARI, said))[0], told)
    assert told not in desk.words(await desk.say(KARI, "meny"))


async def test_danger_goes_before_that_a_case_is_gone(desk: Desk) -> None:
    for typed in ("drøft en sak", "10-12, skole", "meny"):
        await desk.say(KARI, typed)
    desk.clock.advance(hours=48)
    assert kinds(await desk.say(KARI, "far slår gutten med belte")) == ["acute"]
    assert is_line((await desk.say(KARI, "nei"))[0], desk.text("case.begun_gone"))


async def test_of_a_case_of_which_nothing_was_answered_nothing_is_told(desk: Desk) -> None:
    for typed in ("drøft en sak", "meny"):
        await desk.say(KARI, typed)
    desk.clock.advance(hours=48)
    assert desk.text("case.begun_gone") not in desk.words(await desk.say(KARI, "hei"))


async def test_the_form_goes_on_after_the_app_is_added_anew(desk: Desk) -> None:
    """Whoever sets up Teams may take the app away and add it again while somebody writes."""
    form = await desk.to_form()
    await desk.take(KARI, Removed())
    assert desk.text("case.left_form", until=day_and_time(desk.clock.now() + DRAFT_FOR)) in desk.words(
        await desk.take(KARI, Installed())
    )
    shown = await desk.push(KARI, form, desk.text("case.look_over"), WORDS)
    await desk.take(KARI, Installed())
    await desk.push(KARI, shown, desk.text("case.send"))
    assert len(await desk.cases_of(KARI)) == 1
