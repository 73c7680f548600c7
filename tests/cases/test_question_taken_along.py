"""A question without an answer goes along to the form, without names, on the cards alone: the gate is as ever."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.domain.reply import Card, Reply
from dialogs.as_text import inputs_of
from tests.turns.desk import ABOUT, KARI, STRANGER, Desk, carried, kinds

ASKED = "hvordan lager vi klatrevegg sammen med Jonas Testesen i 4B"
FULL = {"first": "hv_niva_0,hv_niva_1"}


def wanted(shown: Sequence[Reply]) -> str:
    (form,) = [one for one in shown if isinstance(one, Card)]
    return next(one.value for one in inputs_of(form.blocks) if one.id == "advice_wanted")


async def asked(desk: Desk, question: str = ASKED) -> list[Reply]:
    shown = await desk.say(KARI, question)
    assert "unknown" in kinds(shown)
    return await desk.push(KARI, shown, "Drøft en sak")


@pytest.mark.parametrize("question", [ASKED, "hva koster en ny klatrevegg i gymsalen?"])
async def test_the_form_opens_with_the_question_and_without_names(desk: Desk, question: str) -> None:
    shown = await asked(desk, question)
    assert desk.text("case.question_taken") in desk.words(shown)
    shown = await desk.push(KARI, shown, "Neste", ABOUT)
    shown = await desk.push(KARI, shown, "Tverrfaglig kompetanseteam 0–18 år")
    assert kinds(shown) == ["case_gate"]
    shown = await desk.push(KARI, shown, "Nei på alle", FULL)
    assert kinds(shown) == ["case_form"]
    assert "klatrevegg" in wanted(shown)
    assert "Jonas" not in wanted(shown)


async def test_the_question_is_kept_nowhere_but_on_the_cards(desk: Desk) -> None:
    shown = await asked(desk)
    shown = await desk.push(KARI, shown, "Neste", ABOUT)
    assert "klatrevegg" not in repr(await desk.state(KARI))
    assert "klatrevegg" not in repr(desk.store.data.rows)


async def test_it_goes_along_on_the_way_back_and_past_what_is_missing(desk: Desk) -> None:
    shown = await asked(desk)
    shown = await desk.push(KARI, shown, "Neste", {"age": "10-12"})
    shown = await desk.push(KARI, shown, "Neste", ABOUT)
    shown = await desk.push(KARI, shown, "Tilbake")
    shown = await desk.push(KARI, shown, "Neste", ABOUT)
    shown = await desk.push(KARI, shown, "Tverrfaglig kompetanseteam 0–18 år")
    shown = await desk.push(KARI, shown, "Tilbake")
    assert "klatrevegg" in carried(shown, "case_about")["advice_wanted"]


async def test_a_yes_to_the_duty_stops_it_as_ever(desk: Desk) -> None:
    shown = await asked(desk)
    shown = await desk.push(KARI, shown, "Neste", ABOUT)
    shown = await desk.push(KARI, shown, "Tverrfaglig kompetanseteam 0–18 år")
    assert kinds(await desk.push(KARI, shown, "Ja, minst ett", FULL)) == ["case_report"]


async def test_a_case_under_way_is_asked_about_first_and_beginning_anew_takes_the_question(desk: Desk) -> None:
    await desk.to_form()
    shown = await desk.say(KARI, "hva koster en ny klatrevegg i gymsalen?")
    shown = await desk.push(KARI, shown, "Drøft en sak")
    assert "case_begun" in kinds(shown)
    assert desk.text("case.question_if_anew") in desk.words(shown)
    assert desk.text("case.question_taken") not in desk.words(shown)
    shown = await desk.push(KARI, shown, "Begynn på nytt")
    assert "klatrevegg" in carried(shown, "case_about")["advice_wanted"]


async def test_so_is_a_draft(desk: Desk) -> None:
    await desk.to_confirm()
    shown = await asked(desk)
    assert "case_draft" in kinds(shown)
    assert desk.text("case.question_if_anew") in desk.words(shown)
    assert desk.text("case.question_taken") not in desk.words(shown)


async def test_a_case_at_its_first_step_takes_the_question_along(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    shown = await asked(desk)
    assert desk.text("case.question_taken") in desk.words(shown)
    assert "klatrevegg" in carried(shown, "case_about")["advice_wanted"]


async def test_who_has_told_no_workplace_has_the_question_with_them_afterwards(desk: Desk) -> None:
    shown = await desk.say(STRANGER, ASKED)
    shown = await desk.push(STRANGER, shown, "Drøft en sak")
    assert kinds(shown) == ["profile"], "nothing is said of the question, for typed it is left behind"
    for values in ({}, {"kommune": "stjordal"}):
        shown = await desk.push(STRANGER, shown, "Lagre og fortsett", values)
        assert "profile" in kinds(shown)
        assert desk.text("case.question_taken") not in desk.words(shown)
    shown = await desk.push(STRANGER, shown, "Lagre og fortsett", {"kommune": "stjordal", "rolle": "skole"})
    assert desk.text("case.question_taken") in desk.words(shown)
    assert "klatrevegg" in carried(shown, "case_about")["advice_wanted"]
    assert "Jonas" not in repr(shown)


async def test_who_types_their_workplace_is_not_told_that_the_question_came_along(desk: Desk) -> None:
    shown = await desk.say(STRANGER, ASKED)
    await desk.push(STRANGER, shown, "Drøft en sak")
    shown = await desk.say(STRANGER, "Stjørdal, skole")
    assert "case_about" in kinds(shown)
    assert desk.text("case.question_taken") not in desk.words(shown)
    assert desk.text("case.question_left") in desk.words(shown)


async def test_nor_who_types_one_half_of_it_and_presses_the_other(desk: Desk) -> None:
    shown = await desk.say(STRANGER, ASKED)
    await desk.push(STRANGER, shown, "Drøft en sak")
    await desk.say(STRANGER, "Stjørdal")
    assert desk.text("case.question_left") in desk.words(await desk.say(STRANGER, "skole"))


async def test_who_brought_no_question_is_told_of_none(desk: Desk) -> None:
    await desk.say(STRANGER, "drøft en sak")
    shown = await desk.say(STRANGER, "Stjørdal, skole")
    assert "case_about" in kinds(shown)
    assert desk.text("case.question_left") not in desk.words(shown)


async def test_typed_the_button_begins_an_empty_case(desk: Desk) -> None:
    await desk.say(KARI, ASKED)
    assert kinds(await desk.say(KARI, "Drøft en sak")) == ["case_about"]


async def test_who_types_the_first_step_is_told_at_the_form_that_the_question_stayed_behind(desk: Desk) -> None:
    shown = await asked(desk)
    assert desk.text("case.question_taken") in desk.words(shown)
    for typed in ("10-12 år, skole, språk, anonymt", "Tverrfaglig kompetanseteam 0–18 år", "det er gjort"):
        assert desk.text("case.question_left") not in desk.words(await desk.say(KARI, typed))
    shown = await desk.say(KARI, "Nei på alle")
    assert "case_form" in kinds(shown)
    assert desk.text("case.question_left") in desk.words(shown)


async def test_who_has_it_in_the_form_is_not_told_so(desk: Desk) -> None:
    shown = await asked(desk)
    shown = await desk.push(KARI, shown, "Neste", ABOUT)
    shown = await desk.push(KARI, shown, "Tverrfaglig kompetanseteam 0–18 år")
    shown = await desk.push(KARI, shown, "Nei på alle", FULL)
    assert desk.text("case.question_left") not in desk.words(shown)


async def test_a_single_word_is_no_question_to_take_along(desk: Desk) -> None:
    shown = await asked(desk, "klatrevegg")
    assert desk.text("case.question_taken") not in desk.words(shown)
