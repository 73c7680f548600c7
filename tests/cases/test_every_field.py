"""Every field of the text of a case is asked for, shown, counted and carried everywhere: none is forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

import pytest

from bot.domain.case import Case, CaseText, Member, TeamAnswer
from bot.domain.reply import Card, Line, Reply
from dialogs.as_text import all_buttons, inputs_of
from dialogs.cases.case_documents import case_docx
from dialogs.cases.gate import NO
from dialogs.cases.linked import told_before
from dialogs.cases.requester_card import team_view
from dialogs.cases.team_card import ROOM, team_card
from tests.cases.test_documents import words_in
from tests.cases.test_gate import DONE
from tests.turns.desk import KARI, OLE, WORDS, Desk

FIELDS = tuple(one.name for one in fields(CaseText))
MARKS = {name: f"Punkt nummer {number} er skrevet her." for number, name in enumerate(FIELDS, 1)}


def missing(said: str) -> list[str]:
    """Return the fields whose words are not in what is shown."""
    return [name for name, mark in MARKS.items() if mark not in said]


def written_in(shown: Sequence[Reply]) -> dict[str, str]:
    """Return what stands in the fields of the cards."""
    return {one.id: str(one.value) for card in shown if isinstance(card, Card) for one in inputs_of(card.blocks)}


async def marked(desk: Desk) -> Case:
    """Send a case with something in every field, through every card on the way."""
    form = await desk.to_form()
    gate = await desk.push(KARI, form, desk.text("common.back"), MARKS)
    no = next(one for card in gate for one in all_buttons(card) if one.title == desk.text("case.gate_all_no"))
    carried = {**dict(no.carries), **written_in(gate), **DONE, "reason": MARKS["reason"]}
    form = await desk.press(KARI, "case_gate", NO, carried)
    assert not missing("\n".join(written_in(form).values())), "the gate carries them back to the form"
    shown = await desk.push(KARI, form, desk.text("case.look_over"), written_in(form))
    assert not missing(desk.words(shown)), "they are shown before they are sent"
    await desk.push(KARI, shown, desk.text("case.send"))
    (case,) = await desk.cases_of(KARI)
    return case


async def test_every_field_reaches_the_team_its_document_and_its_sender(desk: Desk) -> None:
    case, around = await marked(desk), desk.library.around_delivery()
    assert case.text == CaseText(**MARKS)
    assert not missing(desk.words([team_card(case, desk.library.knowledge, desk.clock.now())]))
    assert not missing(desk.words([Card("sent", "", blocks=team_view(case, around.text))]))
    assert not missing(words_in(case_docx(case, around)))


async def test_every_field_is_carried_through_a_new_text(desk: Desk) -> None:
    case = await marked(desk)
    form = await desk.press(KARI, "my_change", case.id)
    assert {name: written_in(form)[name] for name in FIELDS} == MARKS
    changed = {name: said.replace("skrevet", "endret") for name, said in MARKS.items()}
    shown = await desk.push(KARI, form, desk.text("case.look_over"), changed)
    again = await desk.push(KARI, shown, desk.text("case.coarser"))
    assert {name: written_in(again)[name] for name in FIELDS} == changed
    await desk.push(KARI, shown, desk.text("case.send"))
    assert (await desk.case(case.id)).text == CaseText(**changed)


async def test_every_field_of_a_form_that_is_too_old_can_be_copied_from_its_window(desk: Desk) -> None:
    shown = await desk.press(KARI, "case_review", "another-case", MARKS)
    (window,) = [one.in_window for one in shown if isinstance(one, Line) and one.in_window is not None]
    assert {name: written_in([window])[name] for name in FIELDS} == MARKS


@pytest.mark.parametrize("name", FIELDS)
async def test_what_every_field_has_told_counts_in_a_case_that_is_linked(desk: Desk, name: str) -> None:
    case = await marked(desk)
    await desk.to_form()
    told = case.changed(text=CaseText(**(MARKS | {name: "Mor er polsk."})))
    assert told_before(told, await desk.state(KARI), desk.library.around_delivery())


@pytest.mark.parametrize("name", FIELDS)
async def test_every_field_takes_room_on_the_card_of_the_team(desk: Desk, name: str) -> None:
    full = CaseText(**(MARKS | {name: "a" * ROOM}))
    case, said = await marked(desk), "Gjør dette videre."
    answer = TeamAnswer(said, said, (), said, "PPT", Member(OLE.id, OLE.name), case.created_at)
    card = team_card(
        case.changed(text=full, answer=answer, answered_at=case.created_at), desk.library.knowledge, desk.clock.now()
    )
    assert desk.text("team.answer_cut_open", button=desk.text("team.change_answer")) in desk.words([card])


async def test_every_fixed_choice_the_team_reads_is_read_by_its_sender_before_and_after_it_is_sent(desk: Desk) -> None:
    ticked = {"urgency": "haster", "risk": "rus,lav_inntekt", "protective": "venner"}
    form = await desk.to_form()
    last = await desk.push(KARI, form, desk.text("case.look_over"), WORDS | ticked)
    receipt = await desk.push(KARI, last, desk.text("case.send"))
    (case,) = await desk.cases_of(KARI)
    text = desk.text
    told = (
        *(text(f"names.risk_{one}") for one in case.form.risk),
        *(text(f"names.protective_{one}") for one in case.form.protective),
        *(text(f"names.theme_{one}") for one in case.form.themes),
        text(f"names.age_{case.form.age_band}"),
        text(f"names.arena_{case.form.arena}").lower(),
        text("names.urgency_haster"),
        text("names.levels_hv_niva_0_og_1"),
    )
    by_team = desk.words([team_card(case, desk.library.knowledge, desk.clock.now())])
    mine = desk.words(await desk.press(KARI, "my_case", case.id))
    for shown in (by_team, desk.words(last), desk.words(receipt), mine):
        assert [one for one in told if one not in shown] == []
