"""The answer that can't be half: all that is missing is named at once, and a day is typed as people say it."""

from __future__ import annotations

import pytest

from bot.domain.case import Status
from bot.domain.reply import Card, Folded
from tests.cases.test_identity import ANSWER
from tests.turns.desk import CHANNEL, OLE, Desk


async def test_every_field_that_is_missing_is_named_at_once(desk: Desk) -> None:
    case_id = (await desk.taken()).id
    shown = desk.words(await desk.press(OLE, "case_answer_send", case_id, {"advice": "Begynn rolig."}, CHANNEL))
    assert "6 felt mangler: «Hvorfor»," in shown
    for name in ("why", "role", "what", "by", "come_back", "own_role"):
        assert desk.text(f"team.answer_{name}").rstrip(".") in shown
    assert "Begynn rolig." in shown
    assert desk.text("team.rest_is_there") in shown


async def test_what_cannot_follow_is_told_and_nothing_is_sent_without_it(desk: Desk) -> None:
    case_id = (await desk.taken()).id
    shown = desk.words(await desk.press(OLE, "case_answer_send", case_id, ANSWER | {"more": "nytt møte"}, CHANNEL))
    assert "«nytt møte» står ikke i lista." in shown
    assert (await desk.case(case_id)).answer is None


@pytest.mark.parametrize("verb", ["case_answer_send", "case_ask_send"])
async def test_of_an_empty_form_nothing_is_said_to_be_there_still(desk: Desk, verb: str) -> None:
    case_id = (await desk.taken()).id
    shown = desk.words(await desk.press(OLE, verb, case_id, {}, CHANNEL))
    assert "felt mangler" in shown
    assert desk.text("team.rest_is_there") not in shown


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("om to uker", "2026-01-26"),
        ("14.12.", "2026-12-14"),
        ("i morgen", None),
        ("neste uke", "2026-01-19"),
        ("i løpet av neste uke", "2026-01-23"),
        ("i løpet av uke 51", "2026-12-18"),
        ("i løpet av denne uka", "2026-01-16"),
        ("Før jul", "2026-12-23"),
        ("i dag", "2026-01-12"),
        ("onsdag", "2026-01-14"),
        ("neste mandag", "2026-01-19"),
        ("mandag 19. januar", "2026-01-19"),
        ("uke 51", "2026-12-14"),
        ("Innen uke 3", "2026-01-16"),
        ("i veke 2", "2027-01-11"),
    ],
)
async def test_a_day_may_be_typed_as_people_say_it(desk: Desk, said: str, day: str | None) -> None:
    case_id = (await desk.taken()).id
    await desk.press(OLE, "case_answer_send", case_id, {**ANSWER, "by": said}, CHANNEL)
    case = await desk.case(case_id)
    assert case.status is Status.ANSWERED
    assert case.answer is not None
    on = case.answer.tasks[0].by_on
    assert on is not None
    assert day is None or on.isoformat() == day


async def test_what_is_no_day_is_said_to_be_none_and_everything_is_kept(desk: Desk) -> None:
    case_id = (await desk.taken()).id
    shown = desk.words(await desk.press(OLE, "case_answer_send", case_id, {**ANSWER, "by": "snart"}, CHANNEL))
    assert "må være en dato" in shown
    assert ANSWER["advice"] in shown
    assert (await desk.case(case_id)).status is Status.CLAIMED


async def test_further_lines_are_folded_until_somebody_has_begun_on_them(desk: Desk) -> None:
    case_id = (await desk.taken()).id
    for values, folded in (({}, True), ({"role2": "helsesykepleier"}, False)):
        (form,) = await desk.press(OLE, "case_answer_send", case_id, {**values, "advice": "x"}, CHANNEL)
        assert isinstance(form, Card)
        assert any(isinstance(block, Folded) for block in form.blocks) is folded


async def test_a_name_is_told_together_with_a_day_that_is_none(desk: Desk) -> None:
    case_id = (await desk.taken()).id
    values = {**ANSWER, "by": "så fort som mulig", "advice": "Snakk med Jonas Prøvestad hjemme."}
    shown = desk.words(await desk.press(OLE, "case_answer_send", case_id, values, CHANNEL))
    assert "må være en dato" in shown
    assert "«neste uke»" in shown
    assert "»Jonas Prøvestad«" in shown
    assert (await desk.case(case_id)).answer is None


@pytest.mark.parametrize("said", ["mandag", "innen mandag", "på måndag"])
async def test_the_weekday_of_today_is_asked_about_and_never_taken_for_a_week_later(desk: Desk, said: str) -> None:
    case_id = (await desk.taken()).id
    shown = await desk.press(OLE, "case_answer_send", case_id, {**ANSWER, "by": said}, CHANNEL)
    assert "Mener du i dag, mandag 12. januar, eller mandag 19. januar?" in desk.words(shown)
    assert f": {said}" in desk.words(shown), "what was written still stands"


async def test_a_day_that_was_understood_is_shown_in_words(desk: Desk) -> None:
    case_id = (await desk.taken()).id
    values = {**ANSWER, "by": "onsdag", "own_role": ""}
    shown = desk.words(await desk.press(OLE, "case_answer_send", case_id, values, CHANNEL))
    assert "onsdag 14. januar 2026" in shown
    assert "2026-01-14" not in shown
